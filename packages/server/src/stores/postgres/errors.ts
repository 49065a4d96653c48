import { StoreConflictError, StoreUnavailableError } from "../../store.js";

const uniqueViolation = "23505";
/** Serialization failure, deadlock, statement timeout, too many connections, starting up, shutting down, no connection. */
const passing = [
  ...["40001", "40P01", "57014", "53300", "57P01", "57P02", "57P03", "08000", "08001", "08003", "08006"],
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"],
];
/** What the driver says, without a code, of a connection that broke or could not be had in time. */
const noConnection = /^Connection terminated|^timeout exceeded when trying to connect/;

/** A failure of the database in the words of the port; what it has no word for stays as it is. */
export function asStoreError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === uniqueViolation) return new StoreConflictError("Stored already", { cause: error });
  if ((code !== undefined && passing.includes(code)) || says(error, noConnection))
    return new StoreUnavailableError("Try again", { cause: error });
  return error;
}

const says = (error: unknown, pattern: RegExp): boolean =>
  error instanceof Error && (pattern.test(error.message) || says(error.cause, pattern));

/** PostgreSQL's code, which the driver's error carries somewhere down the chain of causes. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
