import { createHash } from "node:crypto";
import { ProblemError } from "../problem.js";
import type { Position } from "../store.js";

/** Puts a place into an opaque cursor that is good for this list, filter and sort alone. */
export function encodeCursor(position: Position, boundTo: unknown): string {
  const place = [position.key, position.id];
  return Buffer.from(JSON.stringify([...place, seal(place, boundTo)])).toString("base64url");
}

/** The place in a cursor. One that was changed, or comes from another list, filter, sort or caller, is refused. */
export function decodeCursor(cursor: string, sort: string, boundTo: unknown): Position {
  const [key, id, given] = parse(cursor);
  if (typeof key !== "string" || typeof id !== "string" || given !== seal([key, id], boundTo))
    throw invalidCursor();
  // The seal can be forged: what the database could not even compare ends here.
  if (![key, id].every(isStorable) || (sort.endsWith("At") && !isInstant(key))) throw invalidCursor();
  return { key, id };
}

export const invalidCursor = (parameter = "cursor"): ProblemError =>
  new ProblemError("invalid-cursor", {
    errors: [{ parameter, code: "format", message: "It does not belong to this list, filter and sort." }],
  });

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

const isInstant = (key: string): boolean => new Date(key).toJSON() === key && /^(?!0000)\d{4}-/.test(key);

// No secret: a place gives nothing away, the store filters what may be seen. It catches mistakes, not attacks.
const seal = (place: unknown[], boundTo: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([place, boundTo]))
    .digest("base64url")
    .slice(0, 16);
