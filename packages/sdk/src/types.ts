import type { OperationId } from "@portico/contract";
import type { CrmError } from "./core/errors.js";

/** Why the client asks for a token: none yet, the old one runs out, or the backend refused it. */
export type AuthReason = "initial" | "expired" | "rejected";

/**
 * Returns the bearer token of whoever uses the portal now, or null for a guest or a session that is over. Throws when it
 * could not find out. Tokens stay in memory.
 */
export type AuthProvider = (request: { reason: AuthReason }) => string | null | Promise<string | null>;

/**
 * `changed`: another principal. `signed-out`: the host called `signOut()`. `lost`: the token was refused and there is no
 * other. `recovered`: after that, a token of the same person was taken.
 */
export type AuthState = "changed" | "signed-out" | "lost" | "recovered";

/** Wraps every attempt, resends included. It never sees the token, which is added behind it. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response>;

/** Checks a payload of an operation. Made by `@portico/sdk/validation`. */
export type Validate = (operation: string, payload: unknown, requestId: string | undefined) => void;

export interface RetryOptions {
  /** How often a call is sent again after the first attempt. Default 3. */
  limit?: number;
  /** Upper bound of the first wait in milliseconds; it doubles each time and the wait is random below it. Default 500. */
  baseDelay?: number;
  /** Longest `Retry-After` that is waited for, in milliseconds. Default 30 000. */
  maxRetryAfter?: number;
}

/** What happened to one call. Free of ids, tokens, bodies and query values. */
export interface TelemetryRecord {
  operation: OperationId | "raw";
  method: string;
  /** Template of the path, such as `/v1/customers/{id}`. */
  path: string;
  /** Status of the last answer, 304 when a stored copy was still good; absent when there was none. */
  status?: number;
  /** Code of the error the caller got. */
  error?: string;
  /** Milliseconds from the call to its outcome. */
  ms: number;
  attempts: number;
}

export interface ClientOptions {
  /** Where `/v1` lives, such as `https://crm.example.com`. Relative or empty works in a browser. */
  baseUrl: string;
  auth?: AuthProvider | undefined;
  /** Called once when the backend refuses the token and the provider has no better one. */
  onAuthLost?: ((error: CrmError) => void) | undefined;
  /** Another fetch, such as a test's or a framework's. Looked up on every attempt when absent. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** BCP 47 tag sent as `Accept-Language`. A function is asked before every call. */
  locale?: string | (() => string | undefined) | undefined;
  retry?: RetryOptions | undefined;
  /** Milliseconds one attempt may take, body included. Default 30 000. */
  timeout?: number | undefined;
  /** Milliseconds a call may take with all its retries. Default 60 000. */
  totalTimeout?: number | undefined;
  /** Milliseconds between two heartbeats of the change stream. Silence of more than two reconnects. Default 20 000. */
  heartbeat?: number | undefined;
  /** Milliseconds between two reads of the change feed where it cannot be streamed. Default 10 000. */
  pollInterval?: number | undefined;
  validate?: Validate | undefined;
  onTelemetry?: ((record: TelemetryRecord) => void) | undefined;
  middleware?: readonly Middleware[] | undefined;
}

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Key of a POST. One key means one effect: keep it until the call has succeeded. Made by the client when absent. */
  idempotencyKey?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** Milliseconds one attempt may take. */
  timeout?: number | undefined;
  /** ETag the change is based on, for `update` and `delete`. */
  ifMatch?: string | undefined;
}

/** Query parameters; an absent or undefined one is not sent. */
export type Query<T> = { [Name in keyof T]?: T[Name] | undefined };

/** What `withResponse()` adds to the data. */
export interface Answer<T> {
  data: T;
  status: number;
  headers: Headers;
  requestId: string | undefined;
  /** Validator of the representation, for `ifMatch`. */
  etag: string | undefined;
  attempts: number;
  /** Whether the backend answered with the stored result of an earlier request with the same key. */
  replayed: boolean;
}
