import type { FieldError, Problem } from "@portico/contract";

/** The same symbol in every copy of the package, so that a guard recognises the errors of another bundle. */
const brand: unique symbol = Symbol.for("portico.error") as never;

/** Everything the client throws. `code` is the problem's code, or one of its own such as `connection`. */
export class CrmError extends Error {
  readonly [brand] = true;
  override name = "CrmError";
  operation: string | undefined;
  attempts: number | undefined;
  idempotencyKey: string | undefined;

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Nothing came back: offline, DNS, TLS, CORS, or a connection that broke. */
export class ConnectionError extends CrmError {
  override name = "ConnectionError";
  constructor(cause: unknown) {
    super("connection", "The backend could not be reached, or the connection broke.", { cause });
  }
}

/** The answer took longer than `timeout`, or the call longer than `totalTimeout`. */
export class TimeoutError extends CrmError {
  override name = "TimeoutError";
  constructor() {
    super("timeout", "The backend did not answer in time.");
  }
}

/** The caller aborted, or signed out. */
export class AbortedError extends CrmError {
  override name = "AbortedError";
  constructor(cause: unknown) {
    super("aborted", "The call was aborted.", { cause });
  }
}

export interface ContractIssue {
  /** JSON Pointer into the payload. */
  pointer: string;
  message: string;
}

/** The answer is not what the contract says: a proxy's page, broken JSON, or, in strict mode, a wrong type. */
export class ContractViolationError extends CrmError {
  override name = "ContractViolationError";
  constructor(
    message: string,
    readonly requestId?: string,
    readonly issues: readonly ContractIssue[] = [],
    cause?: unknown,
  ) {
    super("contract-violation", message, { cause });
  }
}

/** The backend answered with a problem. */
export class ApiError extends CrmError {
  override name = "ApiError";
  readonly status: number;
  readonly requestId: string;
  /** Milliseconds the backend wants to be left alone, where it says so. */
  retryAfterMs: number | undefined;

  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.code, problem.detail ?? problem.title, options);
    this.status = problem.status;
    this.requestId = problem.requestId;
  }
}

/** 400, 413, 415, 422: the input breaks a rule. `errors` says which member. */
export class ValidationError extends ApiError {
  override name = "ValidationError";
  get errors(): readonly FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** 401: nobody is signed in, or the token is not good any more. */
export class AuthenticationError extends ApiError {
  override name = "AuthenticationError";
}

/** 403. */
export class PermissionError extends ApiError {
  override name = "PermissionError";
}

/** 404: not there, or not for this caller. */
export class NotFoundError extends ApiError {
  override name = "NotFoundError";
}

/** 409: the request does not fit what is stored. */
export class ConflictError extends ApiError {
  override name = "ConflictError";
}

/**
 * 412, 428: somebody else was faster. `current` is what is stored now, where it could be read; `patch` is the change that
 * was not taken and `base` what it was made on, where the client read that itself.
 */
export class PreconditionFailedError extends ApiError {
  override name = "PreconditionFailedError";
  declare base: unknown;
  declare patch: unknown;
  current: unknown;
  currentETag: string | undefined;
}

/** The key is missing, was used for something else, or its first request still runs. */
export class IdempotencyError extends ApiError {
  override name = "IdempotencyError";
}

/** 429, when `retryAfterMs` is too long to wait or the retries are used up. */
export class RateLimitedError extends ApiError {
  override name = "RateLimitedError";
}

/** 501, or refused by the client because the capabilities do not list the operation. */
export class UnsupportedError extends ApiError {
  override name = "UnsupportedError";
}

/** 5xx, or a failure that did not come as a problem. */
export class ServerError extends ApiError {
  override name = "ServerError";
}

type ValidationCode =
  | "malformed-body"
  | "invalid-parameter"
  | "invalid-cursor"
  | "payload-too-large"
  | "unsupported-media-type"
  | "validation-failed";

/** The class behind a code. A `timeout` may be the client's or the backend's, so it is not among them. */
export type ErrorByCode = Record<ValidationCode, ValidationError> &
  Record<"unauthenticated" | "token-expired", AuthenticationError> &
  Record<"forbidden", PermissionError> &
  Record<"not-found" | "route-not-found", NotFoundError> &
  Record<"conflict" | "transition-not-allowed" | "action-not-allowed", ConflictError> &
  Record<"precondition-failed" | "precondition-required", PreconditionFailedError> &
  Record<`idempotency-${"key-missing" | "in-progress" | "mismatch"}`, IdempotencyError> &
  Record<"rate-limited", RateLimitedError> &
  Record<"unsupported", UnsupportedError> &
  Record<"internal" | "unavailable", ServerError> &
  Record<"method-not-allowed" | "cursor-expired", ApiError> &
  Record<"connection", ConnectionError> &
  Record<"aborted", AbortedError> &
  Record<"contract-violation", ContractViolationError>;

/** Whether a value is an error of this family, from whichever copy of the package; with `code`, whether it is that one. */
export function isCrmError<Code extends string = string>(
  value: unknown,
  code?: Code,
): value is Code extends keyof ErrorByCode ? ErrorByCode[Code] : CrmError {
  if (typeof value !== "object" || value === null || !(brand in value)) return false;
  return code === undefined || (value as CrmError).code === code;
}

/** Whether the backend answered with a problem, so that `status`, `problem` and `requestId` are there. */
export const isApiError = (value: unknown): value is ApiError => isCrmError(value) && "problem" in value;

const classes: Record<number, new (problem: Problem) => ApiError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  428: PreconditionFailedError,
  429: RateLimitedError,
  501: UnsupportedError,
};

export function errorOfProblem(problem: Problem): ApiError {
  if (problem.code.startsWith("idempotency-")) return new IdempotencyError(problem);
  return new (classes[problem.status] ?? (problem.status < 500 ? ApiError : ServerError))(problem);
}

/** A problem the client states itself, in the words of the catalogue. */
export function problemOf(
  status: number,
  code: string,
  title: string,
  requestId = "",
  retryable = false,
): Problem {
  return { type: `urn:portico:problem:${code}`, title, status, code, requestId, retryable };
}
