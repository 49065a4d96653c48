import { define } from "../internal/define.js";
import { CrmProvider } from "../provider/provider.js";

define("crm-provider", CrmProvider);
