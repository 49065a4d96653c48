import { type JsonSchema, type JsonType, pointerTo, resolved, typesOf } from "./schema.js";

/** A valid sample with exactly one fault. */
export interface Mutation {
  readonly fault: Fault;
  /** JSON Pointer to the member that is to blame; empty when it is the body as a whole. */
  readonly pointer: string;
  readonly body: unknown;
}

export type Fault =
  | "required member left out"
  | "unknown member"
  | "too few members"
  | "wrong type"
  | "not an integer"
  | "too short"
  | "too long"
  | "wrong pattern"
  | "wrong format"
  | "unknown word of a closed set"
  | "too small"
  | "too large"
  | "too many items"
  | "the same item twice";

/** Every way to spoil a valid sample in one place. */
export const mutationsOf = (schema: JsonSchema, sample: unknown): readonly Mutation[] =>
  [...spoil(schema, sample)].map(({ fault, path, value }) => ({
    fault,
    pointer: path.reduce<string>(pointerTo, ""),
    body: value,
  }));

/** A value in place of the sound one at the end of the path; what is above it is put together around it. */
interface Spoilt {
  readonly fault: Fault;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function* spoil(given: JsonSchema, sample: unknown): Generator<Spoilt> {
  const branches = branchesOf(given);
  const foreign = ofAnotherType(branches.flatMap(typesOf));
  if (foreign !== undefined) yield* here("wrong type", foreign);
  const schema = branches.find((branch) => typesOf(branch).some((type) => isOfType(sample, type)));
  if (schema === undefined) return;
  if (typeof sample === "string") yield* spoilString(schema, sample);
  if (typeof sample === "number") yield* spoilNumber(schema);
  if (Array.isArray(sample)) yield* spoilArray(schema, sample);
  else if (typeof sample === "object" && sample !== null) yield* spoilObject(schema, sample);
}

function* spoilString(schema: JsonSchema, sample: string): Generator<Spoilt> {
  const { minLength = 0, maxLength, pattern, format } = schema;
  if (schema.enum) {
    yield* here("unknown word of a closed set", "kitNoSuchWord");
    return;
  }
  if (minLength > 0) yield* here("too short", [...sample].slice(0, minLength - 1).join(""));
  if (maxLength !== undefined) yield* here("too long", sample.padEnd(sample.length + maxLength + 1, "a"));
  if (pattern !== undefined) yield* here("wrong pattern", "\u00a7".repeat(Math.max(minLength, 5)));
  if (format !== undefined) yield* here("wrong format", "kit no such format");
}

function* spoilNumber({ type, minimum, maximum }: JsonSchema): Generator<Spoilt> {
  if (minimum !== undefined) yield* here("too small", minimum - 1);
  if (maximum !== undefined) yield* here("too large", maximum + 1);
  if (type === "integer") yield* here("not an integer", (minimum ?? 0) + 0.5);
}

function* spoilArray(schema: JsonSchema, sample: readonly unknown[]): Generator<Spoilt> {
  const { items, maxItems, uniqueItems } = schema;
  const [first] = sample;
  if (first === undefined || items === undefined) return;
  if (maxItems !== undefined && !uniqueItems)
    yield* here(
      "too many items",
      Array.from({ length: maxItems + 1 }, () => first),
    );
  if (uniqueItems && (maxItems ?? 2) > 1) yield* here("the same item twice", [first, first]);
  for (const { fault, path, value } of spoil(items, first))
    yield { fault, path: [0, ...path], value: [value, ...sample.slice(1)] };
}

function* spoilObject(schema: JsonSchema, sample: object): Generator<Spoilt> {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const members = Object.entries(sample) as [string, unknown][];
  if (minProperties > 0) yield* here("too few members", {});
  for (const name of required)
    yield {
      fault: "required member left out",
      path: [name],
      value: Object.fromEntries(members.filter(([key]) => key !== name)),
    };
  if (additionalProperties === false)
    yield {
      fault: "unknown member",
      path: ["kitNoSuchMember"],
      value: { ...sample, kitNoSuchMember: "x" },
    };
  for (const [name, member] of members) {
    const ofMember = properties[name] ?? additionalProperties;
    if (typeof ofMember !== "object") continue;
    for (const { fault, path, value } of spoil(ofMember, member))
      yield { fault, path: [name, ...path], value: { ...sample, [name]: value } };
  }
}

const here = (fault: Fault, value: unknown): readonly Spoilt[] => [{ fault, path: [], value }];

/** The schemas of which a value must fit one, without references. */
function branchesOf(given: JsonSchema): JsonSchema[] {
  const schema = resolved(given);
  return schema.anyOf ? schema.anyOf.flatMap(branchesOf) : [schema];
}

function ofAnotherType(allowed: readonly JsonType[]): unknown {
  const samples: readonly unknown[] = [{ kit: true }, 42, "kit", [42], true, null];
  return samples.find((value) => !allowed.some((type) => isOfType(value, type)));
}

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
