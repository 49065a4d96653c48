/** The members of a payload as a hostile backend might fill them: anything, or nothing. */
export type Loose<Shape> = { readonly [Member in keyof Shape]?: unknown };

export function members<Shape>(value: unknown): Loose<Shape> {
  return typeof value === "object" && value !== null ? (value as Loose<Shape>) : {};
}

/** A text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A whole number of things; nothing sensible counts as none. */
export function countOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.trunc(value) : 0;
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; whatever else is in it is left out. */
export function textsOf(value: unknown): readonly string[] {
  return itemsOf(value).filter((item) => textOf(item) !== undefined) as string[];
}

/** Words of an attribute, each once: `"fault  complaint"`. Frameworks may set a list, or nothing at all. */
export function wordsOf(attribute: unknown): string[] {
  const words = String(attribute || "").split(/[\s,]+/);
  return [...new Set(words.filter(Boolean))];
}

/** A time that can be read, as it came. */
export function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
