/** One line for one request. It holds no personal data, no token and no query. */
export interface RequestLine {
  requestId: string;
  method: string;
  /** The operation's id, or `none`. */
  operation: string;
  principal: string;
  status: number;
  milliseconds: number;
  problem?: string;
}

export interface Log {
  request(line: RequestLine): void;
  /** An unforeseen failure, for the operator alone. */
  failure(requestId: string, error: unknown): void;
}

export const silentLog: Log = { request: () => undefined, failure: () => undefined };

/**
 * Writes JSON lines: requests to the standard output, failures with their stack to the standard error. Of a failed
 * statement only the database's own words are written: the statement's values are personal data.
 */
export const consoleLog: Log = {
  request: (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line })),
  failure: (requestId, error) => console.error(requestId, stackOf(error)),
};

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? stackOf(error.cause) : (error.stack ?? error.message);
}
