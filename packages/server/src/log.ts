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

/** Writes JSON lines: requests to the standard output, failures with their stack to the standard error. */
export const consoleLog: Log = {
  request: (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line })),
  failure: (requestId, error) => console.error(requestId, error),
};
