import { isDeepStrictEqual } from "node:util";

/** A list that a faulty backend may have left out: that it is missing is for the checks of the schema to tell. */
export const listOf = <Item>(list: readonly Item[] | null | undefined): readonly Item[] =>
  Array.isArray(list) ? list : [];

/** Names of the members in which two records differ. */
export function changedMembers(before: object, after: object): string[] {
  const [old, now] = [members(before), members(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => !isDeepStrictEqual(old.get(name), now.get(name)));
}

/** Every string in a JSON value, at any depth. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** An instant in milliseconds; NaN where there is none. */
export const instantOf = (timestamp: string | null | undefined): number => Date.parse(timestamp ?? "");

/** Whether no value is greater than the one before. */
export const isFalling = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value <= (values[at - 1] ?? value));

const members = (record: object): Map<string, unknown> => new Map(Object.entries(record ?? {}));
