import {
  type BodyOf,
  type Me,
  type OperationId,
  operations,
  type QueryOf,
  type ResultOf,
} from "@portico/contract";
import { bodyMediaType, operationAt, pathOf } from "../document/operations.js";
import { NotTestable } from "../violation.js";
import { describeExchange, type Exchange } from "./exchange.js";
import type { Sender } from "./sender.js";

/** Who calls. A and B are two customers who know nothing of one another. */
export const callerNames = ["guest", "customerA", "customerB", "agent", "manager"] as const;

export type CallerName = (typeof callerNames)[number];

export interface CallOptions<Id extends OperationId> {
  /** Values of the path's parameters. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: QueryOf<Id>;
  /** A JSON value, or the bytes of a file. */
  readonly body?: BodyOf<Id> | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Idempotency key of a POST; a fresh one unless given, none when null. */
  readonly key?: string | null;
  readonly ifMatch?: string;
}

/** What is sent as it is, whatever the document says of it. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Another value of `Authorization` than the caller's own; none at all when null. */
  readonly authorization?: string | null;
}

/** An answer with the type its operation promises; whether it keeps that promise is for the observers to say. */
export interface Answer<Body = unknown> {
  /** 0 when no whole answer came. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly exchange: Exchange;
}

/** Calls the backend as one principal. */
export class Caller {
  readonly name: CallerName;
  readonly #token: string | undefined;
  readonly #sender: Sender;
  readonly #nextKey: () => string;
  #me: Me | undefined;

  constructor(name: CallerName, token: string | undefined, sender: Sender, nextKey: () => string) {
    this.name = name;
    this.#token = token;
    this.#sender = sender;
    this.#nextKey = nextKey;
  }

  /** The bearer token; undefined for the guest. For checks that tamper with it. */
  get token(): string | undefined {
    return this.#token;
  }

  /** Who the backend says this is, as found at the start of the run. */
  get me(): Me {
    if (this.#me === undefined) throw new Error(`${this.name} has not been introduced.`);
    return this.#me;
  }

  /** Whose records a customer's token opens. */
  get customerId(): string {
    const { customerId } = this.me;
    if (customerId === undefined) throw new NotTestable(`\`/v1/me\` tells ${this.name} no customerId`);
    return customerId;
  }

  introduce(me: Me): void {
    this.#me = me;
  }

  /** Calls an operation as the document describes it. */
  call<Id extends OperationId>(id: Id, options: CallOptions<Id> = {}): Promise<Answer<ResultOf<Id>>> {
    const { path, query, body, headers, key, ifMatch } = options;
    const { method, idempotent } = operations[id];
    const mediaType = bodyMediaType(id);
    return this.#send<ResultOf<Id>>(id, {
      method,
      target: pathOf(id, path) + toSearch(query ?? {}),
      headers: {
        ...(idempotent && key !== null ? { "Idempotency-Key": key ?? this.#nextKey() } : {}),
        ...(ifMatch === undefined ? {} : { "If-Match": ifMatch }),
        ...(body === undefined || mediaType === undefined ? {} : { "Content-Type": mediaType }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
  }

  /** Sends something as it is. */
  send<Body = unknown>(request: RawRequest): Promise<Answer<Body>> {
    return this.#send<Body>(operationAt(request.method, request.target), request);
  }

  /** Opens a stream or anything else that is read while it comes. */
  open(target: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    const sending = { caller: this.name, operation: operationAt("GET", target), body: undefined };
    return this.#sender.open(
      { ...sending, method: "GET", target, headers: { ...this.#authorization(), ...headers } },
      signal,
    );
  }

  async #send<Body>(operation: OperationId | undefined, request: RawRequest): Promise<Answer<Body>> {
    const { method, target, headers, body, authorization } = request;
    const exchange = await this.#sender.send({
      caller: this.name,
      operation,
      method,
      target,
      headers: { Accept: "application/json", ...this.#authorization(authorization), ...headers },
      body,
    });
    const { response } = exchange;
    return {
      status: response?.status ?? 0,
      headers: response?.headers ?? new Headers(),
      body: response?.json as Body,
      exchange,
    };
  }

  #authorization(given?: string | null): Record<string, string> {
    const own = this.#token === undefined ? null : `Bearer ${this.#token}`;
    const value = given === undefined ? own : given;
    return value === null ? {} : { Authorization: value };
  }
}

/** A query as the document writes it: lists with commas. */
export function toSearch(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, unknown][])
    if (value !== undefined) search.set(name, Array.isArray(value) ? value.join(",") : String(value));
  return search.size === 0 ? "" : `?${search}`;
}

export const describeAnswer = ({ exchange }: Answer): string => describeExchange(exchange);
