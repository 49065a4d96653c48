/** Everything in one file, for a page without a bundler: all tags defined, and the client beside them. */
import "../define/provider.js";
import "../define/rating.js";
import "../define/satisfaction-gauge.js";

export { createClient } from "@portico/sdk";
export { register } from "../internal/define.js";
