/** Everything in one file, for a page without a bundler: all tags defined, and the client beside them. */
import { elements as classes } from "../all.js";
import { register as registerElements } from "../internal/define.js";
import { readConfiguration, withDefaults } from "./configuration.js";

export { createClient } from "@portico/sdk";
export { overrideTexts } from "../texts/texts.js";

const { prefix, defaults } = readConfiguration();
const elements = { ...classes, provider: withDefaults(classes.provider, defaults) };
registerElements({ prefix, elements });

/** Defines every element under another prefix as well, for a page that already has another copy of this file. */
export function register(options: { readonly prefix: string }): void {
  registerElements({ ...options, elements });
}
