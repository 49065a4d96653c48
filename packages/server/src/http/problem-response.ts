import { type Problem, type ProblemCode, problems, problemType } from "@portico/contract";
import { ProblemError } from "../problem.js";
import { StoreConflictError, StoreUnavailableError } from "../store.js";

/** The answer to a failure, whatever was thrown. Nothing of an unforeseen error leaves the server. */
export function problemResponse(error: unknown, requestId: string): Response {
  const { code, details } = asProblem(error);
  const { title, status, retryable } = problems[code];
  const { detail, errors, headers, retryAfterMs } = details;
  const body: Problem = {
    type: problemType(code),
    title,
    status,
    code,
    requestId,
    retryable,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const retryAfter =
    retryAfterMs === undefined ? {} : { "Retry-After": String(Math.ceil(retryAfterMs / 1000)) };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...retryAfter,
      ...headers,
    },
  });
}

/** What the log calls a failure. */
export const problemCode = (error: unknown): ProblemCode => asProblem(error).code;

function asProblem(error: unknown): Pick<ProblemError, "code" | "details"> {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreConflictError)
    return { code: "conflict", details: { detail: "Something with the same identifier is stored already." } };
  if (error instanceof StoreUnavailableError) return { code: "unavailable", details: { retryAfterMs: 1000 } };
  return { code: "internal", details: {} };
}
