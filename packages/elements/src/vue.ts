/**
 * Types of the tags in Vue's templates: `import type {} from "@portico/elements/vue"`, once in a project. Vue sets
 * properties as properties; `@crm-request-created` hears an event.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { CrmTags, TagEvent, TagProperties, Written } from "./tags.js";

/** Vue reads `page-size="20"` as the property `pageSize`. */
type Props<Name extends keyof CrmTags> = {
  [Property in keyof TagProperties<CrmTags[Name]>]: Written<TagProperties<CrmTags[Name]>[Property]>;
};

type Emits<Name extends keyof CrmTags> = {
  [Event in CrmTags[Name]["event"]]: (event: TagEvent<CrmTags[Name], Event>) => void;
};

type VueElement<Name extends keyof CrmTags> = new () => CrmTags[Name]["element"] & {
  $props: Props<Name> & Omit<HTMLAttributes, keyof Props<Name>> & PublicProps;
  $emit: EmitFn<Emits<Name>>;
};

/** The tags as components. */
export type VueElements = { [Name in keyof CrmTags]: VueElement<Name> };

declare module "vue" {
  interface GlobalComponents extends VueElements {}

  interface HTMLAttributes {
    /** The slot of an element that takes what is given to it. */
    slot?: string | undefined;
  }
}
