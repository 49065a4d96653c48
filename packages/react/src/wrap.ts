import { createComponent } from "@lit/react";
import type { CrmTags, TagEvent, TagProperties } from "@portico/elements/tags";
import * as React from "react";

type Handlers<Name extends keyof CrmTags> = Readonly<Record<string, CrmTags[Name]["event"]>>;

type OwnProps<Name extends keyof CrmTags, Events extends Handlers<Name>> = TagProperties<CrmTags[Name]> & {
  [Handler in keyof Events]?: ((event: TagEvent<CrmTags[Name], Events[Handler]>) => void) | undefined;
};

type Props<Name extends keyof CrmTags, Events extends Handlers<Name>> = OwnProps<Name, Events> &
  Omit<React.HTMLAttributes<CrmTags[Name]["element"]>, keyof OwnProps<Name, Events>>;

type Component<Name extends keyof CrmTags, Events extends Handlers<Name>> = React.ForwardRefExoticComponent<
  Props<Name, Events> & React.RefAttributes<CrmTags[Name]["element"]>
>;

/** A component of a tag: its props are the properties of the element, its handlers hear the events. */
export function wrap<Name extends keyof CrmTags, const Events extends Handlers<Name>>(
  tagName: Name,
  elementClass: new () => CrmTags[Name]["element"],
  events: Events,
): Component<Name, Events> {
  // Typed by the manifest: the library would let a page set what it may only read.
  return createComponent({
    react: React,
    tagName,
    elementClass,
    events: { ...events },
  }) as unknown as Component<Name, Events>;
}
