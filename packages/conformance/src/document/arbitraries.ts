import type { OperationId } from "@portico/contract";
import fc from "fast-check";
import { bodySchemaOf, type JsonSchema, type JsonType, resolved, typesOf, wordsOf } from "./schema.js";

/**
 * `valid` draws everyday values; `boundary` the shortest and longest, zero, the least and the greatest that the schema
 * allows, and words that an open enum does not know.
 */
type SampleMode = "valid" | "boundary";

/** JSON bodies that the document allows an operation. References they hold, such as ids, point nowhere. */
export const bodyArbitrary = (id: OperationId, mode: SampleMode = "valid"): fc.Arbitrary<unknown> =>
  arbitraryOf(bodySchemaOf(id), mode);

/** JSON values that a schema of the document allows. */
export function arbitraryOf(given: JsonSchema, mode: SampleMode = "valid"): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((branch) => arbitraryOf(branch, mode)));
  const words = wordsOf(schema);
  const isOpen = schema["x-extensible-enum"] !== undefined;
  if (words) return fc.constantFrom(...words, ...(isOpen && mode === "boundary" ? [unknownWord] : []));
  const types = typesOf(schema);
  if (types.length === 0) throw new Error(`A schema without a type: ${JSON.stringify(given)}`);
  return fc.oneof(...types.map((type) => ofType[type](schema, mode)));
}

/** Of no enum; readers keep what they do not know. */
export const unknownWord = "unheardOf";

const ofType: Record<JsonType, (schema: JsonSchema, mode: SampleMode) => fc.Arbitrary<unknown>> = {
  object: objects,
  array: arrays,
  string: strings,
  number: numbers,
  integer: ({ minimum = -1000, maximum = 1000 }, mode) =>
    mode === "boundary" ? bounds(minimum, maximum) : fc.integer({ min: minimum, max: maximum }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

function objects(schema: JsonSchema, mode: SampleMode): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const members = Object.entries(properties).map(([name, member]) => [name, arbitraryOf(member, mode)]);
  const named = fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required,
    noNullPrototype: true,
  });
  const further =
    typeof additionalProperties === "object"
      ? fc.dictionary(memberName, arbitraryOf(additionalProperties, mode), {
          maxKeys: 3,
          noNullPrototype: true,
        })
      : fc.constant({});
  return fc
    .tuple(further, named)
    .map(([more, own]): object => ({ ...more, ...own }))
    .filter((value) => Object.keys(value).length >= minProperties);
}

const memberName = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/);

function arrays(schema: JsonSchema, mode: SampleMode): fc.Arbitrary<unknown[]> {
  const { items = { type: "string" }, minItems = 0, maxItems = Math.max(minItems, 3), uniqueItems } = schema;
  const item = arbitraryOf(items, mode);
  const lengths =
    mode === "boundary"
      ? fc.constantFrom(minItems, maxItems)
      : fc.integer({ min: minItems, max: Math.min(maxItems, minItems + 3) });
  return lengths.chain((length) => {
    const size = { minLength: length, maxLength: length, size: "max" } as const;
    return uniqueItems ? fc.uniqueArray(item, size) : fc.array(item, size);
  });
}

function numbers({ minimum = -1e6, maximum = 1e6 }: JsonSchema, mode: SampleMode): fc.Arbitrary<number> {
  if (mode === "boundary") return bounds(minimum, maximum);
  // JSON writes -0 as 0, which would not come back as it was drawn.
  return fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => value + 0);
}

const bounds = (minimum: number, maximum: number): fc.Arbitrary<number> =>
  fc.constantFrom(...new Set([minimum, Math.min(Math.max(0, minimum), maximum), maximum]));

function strings(schema: JsonSchema, mode: SampleMode): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const fits = (text: string) => [...text].length >= minLength && [...text].length <= maxLength;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter(fits);
  if (format !== undefined) return ofFormat(format).filter(fits);
  const longest = Math.min(maxLength, Math.max(minLength, mode === "boundary" ? 4000 : 40));
  const lengths =
    mode === "boundary" ? fc.constantFrom(minLength, longest) : fc.integer({ min: minLength, max: longest });
  return lengths.chain((length) =>
    fc.string({ unit: sign, minLength: length, maxLength: length, size: "max" }),
  );
}

/** Signs of several scripts, one character each; no blanks, which a backend may trim at the ends. */
const sign = fc.constantFrom(..."aZ7-éßЖ中文樣あ한ع😀🛠𠮷");

function ofFormat(format: string): fc.Arbitrary<string> {
  const instant = fc
    .date({ min: new Date("2001-01-01"), max: new Date("2037-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());
  if (format === "date-time") return instant;
  if (format === "date") return instant.map((text) => text.slice(0, 10));
  if (format === "email") return fc.stringMatching(/^[a-z]{1,12}(\.[a-z0-9]{1,8})?@[a-z]{2,12}\.example$/);
  if (format === "uri") return fc.stringMatching(/^https:\/\/[a-z]{2,12}\.example\/[a-z0-9/-]{0,20}$/);
  throw new Error(`There are no samples of the format ${format}.`);
}
