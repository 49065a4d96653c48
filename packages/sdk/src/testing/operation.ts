import type { OperationId } from "@portico/contract";
import type { Pages, Query } from "./lists.js";
import type { Rule } from "./rules.js";
import type { Caller, Store } from "./store.js";

/** One well-formed call by somebody who may make it. */
export interface FakeRequest {
  readonly store: Store;
  readonly pages: Pages;
  readonly caller: Caller;
  readonly path: string;
  /** The parameter of the path. */
  readonly id: string;
  readonly query: Query;
  readonly body: unknown;
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

export interface Reply {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: BodyInit;
  readonly headers?: Record<string, string>;
}

/** What the backend does for one operation; what its table holds is what it declares. */
export interface Operation {
  /** Rules of the query; none are taken unless said. */
  readonly query?: Readonly<Record<string, Rule>>;
  /** Rule of a JSON body. Absent for a file. */
  readonly body?: Rule;
  /** What the list declares in the capabilities. */
  readonly filters?: readonly string[];
  readonly sorts?: readonly string[];
  /** What `If-Match` must hold the validator of. */
  current?(request: FakeRequest): unknown;
  run(request: FakeRequest): Reply;
}

export type Operations = Partial<Record<OperationId, Operation>>;
