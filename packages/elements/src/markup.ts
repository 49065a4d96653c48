/** What may stand in the markup of one tag; `attributes` maps the names that differ from their property's. */
export interface Tag {
  readonly element: HTMLElement;
  readonly property: string;
  readonly attributes: object;
  readonly event: keyof HTMLElementEventMap;
}

/** The properties of a tag, all optional. */
export type TagProperties<Of extends Tag> = {
  [Name in Of["property"] & keyof Of["element"]]?: Of["element"][Name] | undefined;
};

/** The attributes of a tag that are named unlike their property, such as `request-id`. */
export type TagAttributes<Of extends Tag> = {
  [Name in keyof Of["attributes"]]?:
    | Written<Of["element"][Of["attributes"][Name] & keyof Of["element"]]>
    | undefined;
};

/** A value, or what stands for it in markup: `page-size="20"`, `with-comment=""`. */
export type Written<Value> = Value | (Value extends number ? `${Value}` : Value extends boolean ? "" : never);

/** The events of a tag, each under its name after `Prefix`, with a listener. */
export type TagListeners<Of extends Tag, Prefix extends string = "on"> = {
  [Name in Of["event"] as `${Prefix}${Name}`]?: ((event: TagEvent<Of, Name>) => void) | undefined;
};

/** An event of a tag as its listener gets it. */
export type TagEvent<Of extends Tag, Name extends Of["event"]> = HTMLElementEventMap[Name] & {
  readonly currentTarget: Of["element"];
};
