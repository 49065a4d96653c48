export type { FeedStatus } from "./changes/connection.js";
export type { ChangeFilter, SubscribeOptions } from "./changes/subscription.js";
export { type CrmClient, createClient } from "./client.js";
export type { Call } from "./core/call.js";
export {
  AbortedError,
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  type ContractIssue,
  ContractViolationError,
  CrmError,
  type ErrorByCode,
  IdempotencyError,
  isApiError,
  isCrmError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  RateLimitedError,
  ServerError,
  TimeoutError,
  UnsupportedError,
  ValidationError,
} from "./core/errors.js";
export { newIdempotencyKey } from "./core/idempotency.js";
export type { Page, PagePromise, RowIterator } from "./core/page.js";
export type { Change as Update } from "./core/update.js";
export type { RawOptions } from "./essentials.js";
export type {
  Answer,
  AuthProvider,
  AuthReason,
  AuthState,
  ClientOptions,
  Middleware,
  Query,
  RequestOptions,
  RetryOptions,
  TelemetryRecord,
  Validate,
} from "./types.js";
export type { UploadOptions, UploadProgress } from "./upload.js";
