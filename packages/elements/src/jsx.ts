/**
 * Types of the tags in JSX: `import type {} from "@portico/elements/jsx"`, once in a project, serves React 19.
 * React sets properties as properties and hears an event under `on` and its exact name: `oncrm-request-created`.
 */
import type { ClassAttributes, HTMLAttributes } from "react";
import type { CrmTags, TagAttributes, TagListeners, TagProperties } from "./tags.js";

type Own<Name extends keyof CrmTags> = TagProperties<CrmTags[Name]> &
  TagAttributes<CrmTags[Name]> &
  TagListeners<CrmTags[Name]>;

type Common<Name extends keyof CrmTags> = HTMLAttributes<CrmTags[Name]["element"]> &
  ClassAttributes<CrmTags[Name]["element"]> & { class?: string | undefined };

/** The tags with their properties, attributes, events and what every tag of React takes. */
export type ReactElements = {
  [Name in keyof CrmTags]: Own<Name> & Omit<Common<Name>, keyof Own<Name>>;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
