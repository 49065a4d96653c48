import { type JsonSchema, pointerTo, resolved } from "./schema.js";

/** Every instant in a value, found by its schema, with its JSON Pointer. */
export function* instantsIn(
  given: JsonSchema,
  value: unknown,
  pointer = "",
): Generator<{ readonly pointer: string; readonly text: string }> {
  const schema = resolved(given);
  for (const branch of schema.anyOf ?? []) yield* instantsIn(branch, value, pointer);
  if (schema.format === "date-time" && typeof value === "string") yield { pointer, text: value };
  if (Array.isArray(value)) {
    if (schema.items)
      for (const [index, item] of value.entries())
        yield* instantsIn(schema.items, item, pointerTo(pointer, index));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const ofMember = schema.properties?.[name];
      if (ofMember) yield* instantsIn(ofMember, member, pointerTo(pointer, name));
    }
  }
}

/** RFC 3339 in UTC with `Z`. */
export const isUtcInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** Puts instants of any precision into an order by comparing text; undefined when it is no instant in UTC. */
export function sortKeyOf(text: unknown): string | undefined {
  if (typeof text !== "string" || !isUtcInstant(text)) return undefined;
  const [seconds = "", fraction = ""] = text.slice(0, -1).split(".");
  return `${seconds}.${fraction.padEnd(9, "0")}`;
}
