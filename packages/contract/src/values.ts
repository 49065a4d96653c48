export * from "./generated/values.js";

/**
 * Whether a value of an open set is one this version knows. What is not known is kept as it came and shown as it
 * is written.
 */
export function isKnown<Value extends string>(known: readonly Value[], value: string): value is Value {
  return (known as readonly string[]).includes(value);
}
