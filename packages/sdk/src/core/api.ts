import type { BodyOf, OperationId, QueryOf, ResultOf } from "@portico/contract";
import type { Query, RequestOptions } from "../types.js";
import { Call } from "./call.js";
import { AbortedError } from "./errors.js";
import { loaded } from "./load.js";
import { PagePromise, type WirePage } from "./page.js";
import type { Path } from "./path.js";
import type { Method, Plan, Transport } from "./transport.js";
import type { Change } from "./update.js";

/** A row of the pages an operation answers with. */
export type RowOf<Id extends OperationId> = ResultOf<Id> extends { data: (infer Row)[] } ? Row : never;

export const json = (body: unknown, method?: Method) => ({
  body: JSON.stringify(body),
  headers: { "content-type": `application/${method === "PATCH" ? "merge-patch+" : ""}json` },
});

const reading = (operation: OperationId, path: Path): Plan => ({ operation, method: "GET", path });

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
    const write = (body: BodyOf<Id>): Plan => ({
      operation,
      method: "PATCH",
      path,
      ...json(body, "PATCH"),
    });
    return this.#change<ResultOf<Id>, BodyOf<Id>>(reading(read, path), patch, write, options);
  }

  /** Removes what `read` reads; without `ifMatch`, whatever its present version is. */
  delete(read: OperationId, operation: OperationId, path: Path, options?: RequestOptions): Call<void> {
    const write = (): Plan => ({ operation, method: "DELETE", path });
    return this.#change<void, object>(reading(read, path), {}, write, options, "remove");
  }

  /** Awaits code that a call needs. What one person began is never sent in the name of the next. */
  async load<Module>(module: Promise<Module>, signal?: AbortSignal): Promise<Module> {
    const { auth } = this.transport;
    const owner = auth.session;
    const code = await loaded(module, signal);
    if (owner !== auth.session) throw new AbortedError("Somebody else has signed in.");
    return code;
  }

  #change<T, P>(
    read: Plan,
    patch: Change<T, P>,
    write: (patch: P) => Plan,
    options: RequestOptions = {},
    how: "change" | "remove" = "change",
  ): Call<T> {
    const answer = async () => {
      this.transport.check(write({} as P));
      const { [how]: carryOut } = await this.load(import("./update.js"), options.signal);
      return carryOut<T, P>(
        patch,
        (signal) => this.transport.call<T>(read, signal),
        (body, ifMatch) => this.transport.call(write(body), { ...options, ifMatch }),
        options,
      );
    };
    return new Call<T>(answer());
  }
}
