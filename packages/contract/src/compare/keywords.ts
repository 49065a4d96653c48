/** What a change does to the set of allowed values. `replaced`: some are taken out and others put in. */
export type Effect = "narrowed" | "widened" | "replaced";

const aboutAll = ["not", "if", "then", "else"];
const aboutTypes: Record<string, readonly string[]> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "format"],
  array: ["minItems", "maxItems", "uniqueItems", "contains", "prefixItems", "unevaluatedItems"],
  object: [
    "minProperties",
    "maxProperties",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
  ],
};

/** Values that say no more than leaving the keyword out. */
const neutral = new Map<string, unknown>([
  ["minLength", 0],
  ["minItems", 0],
  ["minProperties", 0],
  ["uniqueItems", false],
]);

/** The keywords that restrict values of a type. Types, members, items and sets of values are compared apart. */
export function keywordsAbout(type: string | undefined): readonly string[] {
  if (type === undefined) return [...aboutAll, ...Object.values(aboutTypes).flat()];
  return [...aboutAll, ...(aboutTypes[type === "integer" ? "number" : type] ?? [])];
}

export const saysNothing = (keyword: string, value: unknown): boolean =>
  value === undefined || (neutral.has(keyword) && neutral.get(keyword) === value);

/** Of a keyword whose value changed. `undefined` stands for one that is not there. */
export function effectOf(keyword: string, before: unknown, after: unknown): Effect {
  if (before === undefined) return "narrowed";
  if (after === undefined) return "widened";
  if (/^(min|exclusiveMin)/.test(keyword)) return Number(after) > Number(before) ? "narrowed" : "widened";
  if (/^(max|exclusiveMax)/.test(keyword)) return Number(after) < Number(before) ? "narrowed" : "widened";
  return "replaced";
}
