/**
 * What every failure looks like to a host: the part of the SDK's `CrmError` family that elements read.
 * It is a shape, not a class, so an error made by another copy of the SDK is understood too.
 */
export interface CrmErrorLike {
  /** Stable machine word: a problem code of the contract, or `connection`, `timeout`, `unsupported`, `unexpected`. */
  readonly code: string;
  readonly message: string;
  /** HTTP status, when a server answered. */
  readonly status?: number;
  /** Quote it to the backend's operator. */
  readonly requestId?: string;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

export type FailureState = "unauthorized" | "forbidden" | "not-found" | "offline" | "error";

const unreachable = new Set(["ConnectionError", "TimeoutError"]);

/** The public state a failure leads to. */
export function failureState(error: CrmErrorLike): FailureState {
  switch (error.status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
    case 410:
      return "not-found";
    case undefined:
      return unreachable.has((error as Partial<Error>).name ?? "") || error.code === "connection"
        ? "offline"
        : "error";
    default:
      return "error";
  }
}

/** An answer of the server about this very resource: what was shown before may no longer be shown. */
export function withdrawsValue(error: CrmErrorLike): boolean {
  const state = failureState(error);
  return state !== "offline" && state !== "error";
}

/** Gives anything thrown the shape of a `CrmErrorLike`. */
export function toCrmError(thrown: unknown): CrmErrorLike {
  if (typeof thrown === "object" && thrown !== null && typeof (thrown as CrmErrorLike).code === "string") {
    return thrown as CrmErrorLike;
  }
  return failureOf("unexpected", "Unexpected failure", thrown);
}

/** The failure of a client that lacks the method an element needs. */
export function unsupported(cause: unknown): CrmErrorLike {
  return failureOf("unsupported", "The client does not support this operation", cause);
}

/** A failure that no client has told. */
export function failureOf(code: string, message: string, cause: unknown): Error & CrmErrorLike {
  return Object.assign(new Error(message, { cause }), { code });
}
