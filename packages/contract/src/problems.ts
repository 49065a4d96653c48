/** What a caller must know about one kind of failure. `remedy` says what a client does about it. */
export interface ProblemKind {
  readonly title: string;
  readonly status: number;
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean;
  readonly remedy: string;
}

/** Every failure the contract knows, by the code that ends its RFC 9457 `type`. */
export const problems = {
  "malformed-body": kind(
    400,
    "The body is not well-formed",
    "Send well-formed JSON in the declared media type.",
  ),
  "invalid-parameter": kind(400, "A parameter is not valid", "Correct the parameter named in `errors`."),
  "invalid-cursor": kind(
    400,
    "The cursor is not valid",
    "Use a cursor with the filter and sort it came from, or start at the first page.",
  ),
  "idempotency-key-missing": kind(
    400,
    "The Idempotency-Key header is missing",
    "Send one key for one intended effect and repeat it on every retry.",
  ),
  unauthenticated: kind(401, "Nobody is signed in", "Send a valid bearer token."),
  "token-expired": kind(401, "The token has expired", "Fetch a fresh token and send the request once more."),
  forbidden: kind(403, "The caller may not do this", "Ask somebody who may, or ask for the missing scope."),
  "not-found": kind(
    404,
    "There is nothing here for the caller",
    "Check the identifier: what the caller may not see is not told apart from what does not exist.",
  ),
  "route-not-found": kind(
    404,
    "There is no such address",
    "Check the path and the version against the document.",
  ),
  "method-not-allowed": kind(
    405,
    "The address does not take this method",
    "Use one of the methods in the Allow header.",
  ),
  conflict: kind(
    409,
    "The request conflicts with what is stored",
    "Read the current state and decide again.",
  ),
  "transition-not-allowed": kind(
    409,
    "The request cannot move to this state now",
    "Offer only what `allowedTransitions` lists.",
  ),
  "action-not-allowed": kind(
    409,
    "This cannot be done with the resource now",
    "Offer only what `allowedActions` lists.",
  ),
  "idempotency-in-progress": kind(
    409,
    "The first request with this key is still running",
    "Wait, then repeat with the same key.",
    true,
  ),
  "cursor-expired": kind(
    410,
    "The cursor is older than what is kept",
    "Read the current state anew, then follow changes from now.",
  ),
  "precondition-failed": kind(
    412,
    "The resource has changed since it was read",
    "Read it again, apply the change to the new state and send its ETag.",
  ),
  "payload-too-large": kind(413, "The body is too large", "Stay below the limit told in `/v1/capabilities`."),
  "unsupported-media-type": kind(
    415,
    "The media type is not taken here",
    "Use the media type the document declares, or another type of file.",
  ),
  "validation-failed": kind(422, "The input breaks a rule", "Correct the members named in `errors`."),
  "idempotency-mismatch": kind(422, "The key was used with another body", "Use a new key for a new effect."),
  "precondition-required": kind(
    428,
    "The If-Match header is missing",
    "Send the ETag of the state the change was made on.",
  ),
  "rate-limited": kind(429, "Too many requests", "Wait as long as Retry-After says.", true),
  internal: kind(
    500,
    "The server failed",
    "Repeat later; quote the request id to the operator if it persists.",
    true,
  ),
  unsupported: kind(501, "This backend cannot do this", "Look into `/v1/capabilities` before asking."),
  unavailable: kind(503, "The service is not available now", "Wait as long as Retry-After says.", true),
  timeout: kind(504, "The server did not finish in time", "Repeat with the same key.", true),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

/** The `type` member: `urn:portico:problem:not-found`. */
export const problemType = <Code extends ProblemCode>(code: Code): `urn:portico:problem:${Code}` =>
  `urn:portico:problem:${code}`;

/** Narrows a code from a response, which may be newer than this catalogue. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** What can be wrong with one member of the input: the `code` of an item of `errors`. */
export const fieldErrorCodes = [
  "required",
  "unknown-member",
  "type",
  "enum",
  "format",
  "too-short",
  "too-long",
  "too-small",
  "too-large",
  "pattern",
  "too-many",
  "too-few",
  "unknown-reference",
  "not-allowed",
  "in-the-future",
] as const;

export type FieldErrorCode = (typeof fieldErrorCodes)[number];

function kind(status: number, title: string, remedy: string, retryable = false): ProblemKind {
  return { title, status, retryable, remedy };
}
