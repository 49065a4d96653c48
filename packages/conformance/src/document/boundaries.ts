import fc from "fast-check";
import { arbitraryOf, unknownWord } from "./arbitraries.js";
import { type JsonSchema, type JsonType, resolved, typesOf, wordsOf } from "./schema.js";

/**
 * Every bound that a schema draws, one at a time: the shortest and the longest, least, greatest and zero, each word of
 * an enum, and each member of an object at each of its own bounds beside those that are required. The same every time.
 */
export function boundariesOf(given: JsonSchema): unknown[] {
  const schema = resolved(given);
  if (schema.const !== undefined) return [schema.const];
  if (schema.anyOf) return schema.anyOf.flatMap(boundariesOf);
  const words = wordsOf(schema);
  if (words) return [...words, ...(schema["x-extensible-enum"] ? [unknownWord] : [])];
  return typesOf(schema).flatMap((type) => ofType[type](schema));
}

const ofType: Record<JsonType, (schema: JsonSchema) => unknown[]> = {
  object: objects,
  array: arrays,
  string: strings,
  number: numbers,
  integer: numbers,
  boolean: () => [true, false],
  null: () => [null],
};

function objects({ properties = {}, required = [], minProperties = 0 }: JsonSchema): object[] {
  const bounds = Object.entries(properties).map(([name, member]) => [name, boundariesOf(member)] as const);
  const least = Object.fromEntries(
    bounds.filter(([name]) => required.includes(name)).map(([name, [first]]) => [name, first]),
  );
  const each = bounds.flatMap(([name, values]) => values.map((value) => ({ ...least, [name]: value })));
  return [least, ...each].filter((value) => Object.keys(value).length >= minProperties);
}

function arrays(schema: JsonSchema): unknown[][] {
  const { items = { type: "string" }, minItems = 0, maxItems = Math.max(minItems, 3) } = schema;
  const longest = fc.sample(arbitraryOf({ ...schema, minItems: maxItems, maxItems }), {
    seed: 1,
    numRuns: 1,
  });
  const single = minItems <= 1 && maxItems >= 1 ? boundariesOf(items).map((item) => [item]) : [];
  return [...(minItems === 0 ? [[]] : []), ...single, ...(longest as unknown[][])];
}

function numbers({ minimum, maximum }: JsonSchema): number[] {
  const fits = (value: number) => value >= (minimum ?? value) && value <= (maximum ?? value);
  return [...new Set([minimum, 0, maximum].filter((value) => value !== undefined))].filter(fits);
}

function strings(schema: JsonSchema): string[] {
  const { format, pattern, minLength = 0, maxLength } = schema;
  if (format !== undefined || pattern !== undefined)
    return fc.sample(arbitraryOf(schema), { seed: 1, numRuns: 3 }) as string[];
  return [
    ...new Set([
      "样".repeat(minLength),
      ...(maxLength === undefined ? [] : ["样".repeat(maxLength), "𠮷".repeat(maxLength)]),
    ]),
  ];
}
