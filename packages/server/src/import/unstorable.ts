/** The longest text that the contract lets any member carry. */
const longestText = 4000;

export interface Fault {
  field: string;
  value: unknown;
  reason: string;
}

/** Texts anywhere in a value that could not be kept whole. */
export function unstorable(value: unknown, field = ""): Fault[] {
  if (typeof value === "string") {
    if (value.includes("\0")) return [{ field, value, reason: "holds the character U+0000" }];
    const { length } = [...value];
    return length > longestText
      ? [{ field, value, reason: `is ${length} characters long, ${longestText} at most` }]
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...(name.includes("\0") ? [{ field, value: name, reason: "has a name with the character U+0000" }] : []),
    ...unstorable(member, Array.isArray(value) ? `${field}[${name}]` : field ? `${field}.${name}` : name),
  ]);
}
