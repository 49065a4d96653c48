import { StoreConflictError, StoreUnavailableError } from "../../store.js";

const uniqueViolation = "23505";
/** Serialization failure, deadlock, statement timeout, too many connections, starting up or shutting down. */
const passing = ["40001", "40P01", "57014", "53300", "57P01", "57P03", "ECONNREFUSED", "ECONNRESET"];

/** A failure of the database in the words of the port; what it has no word for stays as it is. */
export function asStoreError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === uniqueViolation) return new StoreConflictError("Stored already", { cause: error });
  if (code !== undefined && passing.includes(code))
    return new StoreUnavailableError("Try again", { cause: error });
  return error;
}

/** PostgreSQL's code, which the driver's error carries somewhere down the chain of causes. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
