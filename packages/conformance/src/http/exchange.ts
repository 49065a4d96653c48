import type { OperationId } from "@portico/contract";
import type { CallerName } from "./caller.js";

/** One request and what became of it. */
export interface Exchange {
  readonly caller: CallerName;
  /** The operation it calls, unless it is meant to be none of the contract's. */
  readonly operation: OperationId | undefined;
  readonly request: SentRequest;
  /** Missing when no whole answer came. */
  readonly response: ReceivedResponse | undefined;
  /** Why there is no answer. */
  readonly failure: string | undefined;
  readonly startedAt: Date;
  readonly milliseconds: number;
}

export interface SentRequest {
  readonly method: string;
  /** Path and query, below the backend's address. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text; empty for a stream. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The body parsed, where it is JSON; otherwise undefined. */
  readonly json: unknown;
}

/** The media type of an answer, without parameters. */
export const mediaTypeOf = ({ headers }: ReceivedResponse): string =>
  (headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** An exchange in a line: `POST /v1/customers as agent → 201`. */
export function describeExchange({ caller, request, response, failure }: Exchange): string {
  return `${request.method} ${request.target} as ${caller} → ${response ? response.status : failure}`;
}
