import type { Capabilities, OperationId } from "@portico/contract";
import type { Answer, ClientOptions, RequestOptions } from "../types.js";
import { bodyOf, errorOfResponse, pipeline, type Send } from "./attempt.js";
import { Auth } from "./auth.js";
import { EtagCache, Flights } from "./cache.js";
import {
  AbortedError,
  ContractViolationError,
  CrmError,
  errorOfProblem,
  isCrmError,
  problemOf,
} from "./errors.js";
import { guarded } from "./guarded.js";
import { newIdempotencyKey } from "./idempotency.js";
import type { Path } from "./path.js";
import { persist, RetryBudget, within } from "./retry.js";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One call, before anything is sent. */
export interface Plan {
  readonly operation: OperationId | "raw";
  readonly method: Method;
  readonly path: Path;
  readonly query?: object | undefined;
  readonly body?: string | Blob | undefined;
  readonly headers?: Record<string, string>;
  /** What the body of the answer is read as; a stream is left to the caller. Default `json`. */
  readonly as?: "json" | "blob" | "stream";
  /** Replaces fetch. */
  readonly send?: Send | undefined;
}

/** How long a call may take where the host says nothing. */
const totalMs = 60_000;

/** What came back, read but not parsed. */
interface Exchange {
  readonly response: Response;
  readonly text: string;
  readonly blob: Blob | undefined;
  readonly attempts: number;
  /** Whom it was sent for. */
  readonly scope: string;
}

/** What is behind a client, for the other entries of the package. */
export const transports = new WeakMap<object, Transport>();

/** Sends calls: joins identical reads, revalidates, authenticates, retries, and turns every failure into a CrmError. */
export class Transport {
  readonly auth: Auth;
  /** Reads under way. */
  readonly flights = new Flights<Exchange>();
  /** What the backend said it can do, once it was asked. */
  capabilities: Capabilities | undefined;
  #cache = new EtagCache();
  #budget = new RetryBudget();

  constructor(readonly options: ClientOptions) {
    this.auth = new Auth(options.auth);
    this.auth.onChange((state) => {
      if (state === "lost") return;
      this.#cache.clear();
      this.flights.detach();
      this.capabilities = undefined;
    });
  }

  signOut(): void {
    this.flights.abort();
    this.auth.forget();
  }

  /** Whether the backend lists the operation; undefined while its capabilities are not known. */
  supports(operation: OperationId): boolean | undefined {
    // A proxy may have answered with any JSON: what says nothing forbids nothing.
    const resources = this.capabilities?.resources;
    return resources && Object.values(resources).some(({ operations }) => operations?.includes(operation));
  }

  /** Carries a call out and parses its answer. */
  async call<T>(plan: Plan, options: RequestOptions = {}): Promise<Answer<T>> {
    this.check(plan);
    const shared = plan.method === "GET" && !plan.as && !options.headers && options.timeout === undefined;
    const exchange = await (shared ? this.#read(plan, options.signal) : this.#send(plan, options));
    return this.#answer<T>(plan, exchange);
  }

  /** Opens a call whose answer is read by the caller, in one attempt that lasts until the signal fires. */
  async open(plan: Plan, signal: AbortSignal): Promise<Response> {
    this.check(plan);
    return (await this.#send({ ...plan, as: "stream" }, { signal })).response;
  }

  /** Throws when the call leads nowhere, before anything is sent. */
  check({ path, operation }: Plan): void {
    if (!path.valid) {
      throw new CrmError("invalid-argument", `An id of ${path.template} is empty or not a string.`);
    }
    if (operation === "raw" || operation === "getCapabilities" || this.supports(operation) !== false) return;
    throw errorOfProblem(
      problemOf(501, "unsupported", `This backend does not list ${operation} in its capabilities.`),
    );
  }

  async #read(plan: Plan, signal: AbortSignal | undefined): Promise<Exchange> {
    const token = await within(this.options.totalTimeout ?? totalMs, () => this.auth.token(), signal);
    // Going on would ask for a token anew, of a portal that may not know of the sign-out yet, and keep it for the next.
    if (this.auth.forgot(token)) throw new AbortedError("Somebody has signed out.");
    const keyFor = (scope: string) => JSON.stringify([scope, this.#locale(), this.#url(plan)]);
    const key = keyFor(this.auth.scope);
    const fly = async (shared: AbortSignal) => {
      const stored = this.#cache.get(key);
      const headers = stored && { headers: { "if-none-match": stored.etag } };
      const exchange = await this.#send({ ...plan, ...headers }, { signal: shared });
      if (exchange.response.status === 304) return { ...exchange, text: stored?.text ?? "" };
      const etag = exchange.response.headers.get("etag");
      if (etag) this.#cache.set(keyFor(exchange.scope), { etag, text: exchange.text });
      return exchange;
    };
    return this.flights.join(key, fly, signal);
  }

  async #send(plan: Plan, options: RequestOptions): Promise<Exchange> {
    const {
      timeout = 30_000,
      totalTimeout = totalMs,
      retry = {},
      fetch = (request) => globalThis.fetch(request),
    } = this.options;
    const { method } = plan;
    const startedAt = Date.now();
    const idempotencyKey = method === "POST" ? (options.idempotencyKey ?? newIdempotencyKey()) : undefined;
    let scope = "";
    const send = pipeline(this.options, this.auth, (request) => {
      // Now, and not when the answer is here: somebody else may have signed in by then.
      scope = this.auth.scope;
      return (plan.send ?? fetch)(request);
    });
    let attempts = 0;
    let status: number | undefined;
    let failure: CrmError | undefined;
    const attempt = async (signal: AbortSignal): Promise<Exchange> => {
      attempts += 1;
      status = undefined;
      const response = await send(this.#request(plan, options, idempotencyKey, signal));
      status = response.status;
      if (!response.ok && status !== 304) {
        throw errorOfResponse(response, await bodyOf(response.text(), signal));
      }
      const blob = plan.as === "blob" ? await bodyOf(response.blob(), signal) : undefined;
      const text = plan.as ? "" : await bodyOf(response.text(), signal);
      return { response, text, blob, attempts, scope };
    };
    try {
      if (plan.as === "stream" && options.signal) return await attempt(options.signal);
      return await persist(attempt, {
        repeatable: method === "GET" || method === "POST",
        timeout: options.timeout ?? timeout,
        totalTimeout: Math.max(totalTimeout, options.timeout ?? 0),
        retry,
        budget: this.#budget,
        signal: options.signal,
      });
    } catch (error) {
      failure = isCrmError(error) ? error : new CrmError("unexpected", String(error), { cause: error });
      failure.operation = `${method} ${plan.path.template}`;
      failure.attempts = attempts;
      failure.idempotencyKey = idempotencyKey;
      throw failure;
    } finally {
      if (method !== "GET") this.flights.detach();
      guarded(() =>
        this.options.onTelemetry?.({
          operation: plan.operation,
          method,
          path: plan.path.template,
          ...(status && { status }),
          ...(failure && { error: failure.code }),
          ms: Date.now() - startedAt,
          attempts,
        }),
      );
    }
  }

  #request(
    plan: Plan,
    options: RequestOptions,
    idempotencyKey: string | undefined,
    signal: AbortSignal,
  ): Request {
    const { method, body, as } = plan;
    const headers = new Headers({ accept: as ? "*/*" : "application/json, application/problem+json" });
    const set = (name: string, value: string | undefined) => value !== undefined && headers.set(name, value);
    set("accept-language", this.#locale());
    set("idempotency-key", idempotencyKey);
    set("if-match", options.ifMatch);
    for (const [name, value] of Object.entries({ ...plan.headers, ...options.headers })) set(name, value);
    // The browser's own cache knows nothing of principals: it would hand one person's answer to the next.
    return new Request(this.#url(plan), { method, headers, body: body ?? null, signal, cache: "no-store" });
  }

  #answer<T>(plan: Plan, { response, text, blob, attempts }: Exchange): Answer<T> {
    const { status, headers } = response;
    const requestId = headers.get("request-id") ?? undefined;
    let data: unknown = blob;
    const emptied = status === 204 && (plan.method === "DELETE" || plan.operation === "raw");
    if (!blob && !emptied) {
      data = parse(text, plan, response, requestId);
      this.options.validate?.(plan.operation, data, requestId);
    }
    const replayed = headers.get("idempotency-replayed") === "true";
    return {
      data: data as T,
      status,
      headers,
      requestId,
      etag: headers.get("etag") ?? undefined,
      attempts,
      replayed,
    };
  }

  #locale(): string | undefined {
    const { locale } = this.options;
    return typeof locale === "function" ? locale() : locale;
  }

  #url({ path, query }: Plan): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined && value !== null) search.append(name, String(value));
    }
    return `${this.options.baseUrl.replace(/\/+$/, "")}${path.url}${search.size ? `?${search}` : ""}`;
  }
}

function parse(
  text: string,
  { method, path }: Plan,
  { status, headers }: Response,
  requestId: string | undefined,
): unknown {
  const type = headers.get("content-type");
  const what = `${method} ${path.template} answered ${status} with`;
  // A 304 has no type; what was stored has been checked before.
  if (status !== 304 && !/[/+]json\b/.test(type ?? "")) {
    throw new ContractViolationError(
      `${what} ${type} instead of JSON. Does baseUrl lead to the backend, or did a proxy or a sign-in page answer?`,
      requestId,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContractViolationError(`${what} broken JSON.`, requestId, [], error);
  }
}
