import type { BodyOf, OperationId, QueryOf, ResultOf } from "@portico/contract";
import type { Query, RequestOptions } from "../types.js";
import { Call } from "./call.js";
import { PagePromise, type WirePage } from "./page.js";
import type { Path } from "./path.js";
import type { Plan, Transport } from "./transport.js";
import { type Change, change } from "./update.js";

/** A row of the pages an operation answers with. */
export type RowOf<Id extends OperationId> = ResultOf<Id> extends { data: (infer Row)[] } ? Row : never;

const json = (body: unknown, type = "application/json") => ({
  body: JSON.stringify(body),
  headers: { "content-type": type },
});

/** The verbs resources are written in, typed by operation id. */
export class Api {
  constructor(readonly transport: Transport) {}

  call<T>(plan: Plan, options?: RequestOptions): Call<T> {
    return new Call<T>(this.transport.call<T>(plan, options));
  }

  get<Id extends OperationId>(
    operation: Id,
    path: Path,
    options?: RequestOptions,
    query?: Query<QueryOf<Id>>,
  ) {
    return this.call<ResultOf<Id>>({ operation, method: "GET", path, query }, options);
  }

  list<Id extends OperationId>(
    operation: Id,
    path: Path,
    query: Query<QueryOf<Id>> = {},
    options?: RequestOptions,
  ) {
    const first = (query as { cursor?: string }).cursor;
    return new PagePromise<RowOf<Id>>(
      (cursor) =>
        this.transport.call<WirePage<RowOf<Id>>>(
          { operation, method: "GET", path, query: { ...query, cursor } },
          options,
        ),
      first,
    );
  }

  post<Id extends OperationId>(operation: Id, path: Path, body: BodyOf<Id>, options?: RequestOptions) {
    return this.call<ResultOf<Id>>({ operation, method: "POST", path, ...json(body) }, options);
  }

  /** Changes what `read` reads. See `change` for the two forms. */
  patch<Id extends OperationId>(
    read: OperationId,
    operation: Id,
    path: Path,
    patch: Change<ResultOf<Id>, BodyOf<Id>>,
    options?: RequestOptions,
  ) {
    return new Call<ResultOf<Id>>(
      change<ResultOf<Id>, BodyOf<Id>>(
        patch,
        (signal) => this.transport.call({ operation: read, method: "GET", path }, signal),
        (body, ifMatch) =>
          this.transport.call(
            { operation, method: "PATCH", path, ...json(body, "application/merge-patch+json") },
            { ...options, ifMatch },
          ),
        options,
      ),
    );
  }

  /** Removes what `read` reads; without `ifMatch`, whatever its present version is. */
  delete(read: OperationId, operation: OperationId, path: Path, options?: RequestOptions): Call<void> {
    return new Call<void>(
      change<void, object>(
        {},
        (signal) => this.transport.call({ operation: read, method: "GET", path }, signal),
        (_, ifMatch) => this.transport.call({ operation, method: "DELETE", path }, { ...options, ifMatch }),
        options,
      ),
    );
  }
}
