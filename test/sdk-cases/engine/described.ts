import { isCrmError } from "@portico/sdk";

const members = [
  "code",
  "status",
  "requestId",
  "retryAfterMs",
  "attempts",
  "operation",
  "idempotencyKey",
  "errors",
  "problem",
  "current",
  "currentETag",
  "issues",
] as const;

/** A value as data that a page can hand over: errors with their members, files with their size and text. */
export async function described(value: unknown): Promise<unknown> {
  if (value instanceof Error) return describedError(value);
  if (value instanceof Blob) {
    return { size: value.size, type: value.type, text: (await value.text()).slice(0, 1000) };
  }
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** `crm` tells whether it is one of the client's family, as everything thrown must be. */
export function describedError(error: Error): Record<string, unknown> {
  const known = error as Error & Record<(typeof members)[number], unknown>;
  const pairs = members
    .filter((member) => known[member] !== undefined)
    .map((member) => [member, known[member]]);
  return JSON.parse(
    JSON.stringify({
      ...Object.fromEntries(pairs),
      name: error.name,
      message: error.message,
      crm: isCrmError(error),
      cause: error.cause === undefined ? undefined : String(error.cause),
    }),
  );
}
