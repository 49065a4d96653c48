/**
 * Types of the tags in Svelte: `import type {} from "@portico/elements/svelte"`, once in a project. Svelte 5 sets
 * properties as properties and hears an event under `on` and its exact name: `oncrm-request-created`.
 */
import type { HTMLAttributes } from "svelte/elements";
import type { CrmTags, TagAttributes, TagListeners, TagProperties } from "./tags.js";

type Own<Name extends keyof CrmTags> = TagProperties<CrmTags[Name]> &
  TagAttributes<CrmTags[Name]> &
  TagListeners<CrmTags[Name], "on" | "on:">;

/** The tags with their properties, attributes, events and what every tag of Svelte takes. */
export type SvelteElements = {
  [Name in keyof CrmTags]: Own<Name> & Omit<HTMLAttributes<CrmTags[Name]["element"]>, keyof Own<Name>>;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements extends SvelteElements {}
}
