import { type FieldError, type ProblemCode, problems } from "@portico/contract";

interface ProblemDetails {
  /** What went wrong here and what to do about it. */
  detail?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  retryAfterMs?: number;
}

/** A failure of the catalogue. Whoever throws it has changed nothing, or its transaction is undone. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? problems[code].title);
  }
}

/** The input breaks a rule that only the data tells. */
export const invalid = (...errors: FieldError[]): ProblemError =>
  new ProblemError("validation-failed", { errors });

export const notFound = (): ProblemError => new ProblemError("not-found");

/** What was asked for, or the same answer for what is not there and what the caller may not see. */
export function found<T>(row: T | null): T {
  if (row === null) throw notFound();
  return row;
}
