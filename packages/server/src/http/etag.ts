import { createHash } from "node:crypto";
import { ProblemError } from "../problem.js";

/** The strong validator of a representation: a hash of its bytes. */
export const etagOf = (representation: string): string =>
  `"${createHash("sha256").update(representation).digest("base64url").slice(0, 27)}"`;

/** Whether a list of validators, as `If-None-Match` and `If-Match` carry it, names this one. */
export const matches = (header: string, etag: string, weak: boolean): boolean =>
  header.split(",").some((given) => {
    const value = given.trim();
    return value === "*" || value === etag || (weak && value === `W/${etag}`);
  });

/** Refuses a change that was made on another state than the one stored. */
export function requireMatch(ifMatch: string, current: unknown): void {
  if (!matches(ifMatch, etagOf(JSON.stringify(current)), false))
    throw new ProblemError("precondition-failed");
}
