import { type FieldError, type ProblemCode, problems, problemType } from "@portico/contract";

/** A refusal, thrown by whatever finds the reason. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly options: {
      readonly status?: number;
      readonly errors?: readonly FieldError[];
      readonly headers?: Record<string, string>;
    } = {},
  ) {
    super(code);
  }
}

/** One member of the body is wrong. */
export const invalid = (pointer: string, code: string, message = "It is not taken here."): Refusal =>
  new Refusal("validation-failed", { errors: [{ pointer, code, message }] });

export function problemAnswer({ code, options }: Refusal, requestId: string): Response {
  const { title, status, retryable } = Object.hasOwn(problems, code)
    ? problems[code as ProblemCode]
    : { title: "Something failed", status: 500, retryable: false };
  const body = {
    type: problemType(code as ProblemCode),
    title,
    status: options.status ?? status,
    code,
    ...(options.errors && { errors: options.errors }),
    requestId,
    retryable,
  };
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(body.status === 401 && { "www-authenticate": "Bearer" }),
      ...options.headers,
    },
  });
}
