import type { Change } from "@portico/contract";
import type { CrmClient } from "../client-context.js";
import type { CrmErrorLike } from "../errors.js";
import type { ChangeFilter } from "../resource-controller.js";

interface FollowOptions {
  readonly signal?: AbortSignal;
  readonly onStatus?: (status: string) => void;
}

export interface Call {
  /** Path on the client: `customers.get`. */
  readonly operation: string;
  readonly args: readonly unknown[];
  /** The signal among the options, if the caller passed one. */
  readonly signal: AbortSignal | undefined;
}

/** Answers one operation: a value, or a function of the call's arguments that returns or throws. */
export type Answer = unknown | ((...args: readonly never[]) => unknown);

/**
 * A client under the test's control, shaped as the SDK's: any `client.resource.method()` is answered by the answer of
 * that name. Faults, waiting and missing methods are injected; calls and subscriptions are on record.
 */
export class FakeBackend {
  readonly client: CrmClient = this.#resource("") as CrmClient;
  readonly calls: Call[] = [];
  /** While set, every call fails with it. */
  fault: unknown;
  /** A client of another make may go on after an abort, and answer late. */
  heedsAbort = true;

  readonly #answers = new Map<string, Answer>();
  readonly #missing = new Set<string>();
  readonly #followers = new Map<(change: Change) => void, ChangeFilter>();
  readonly #statusListeners = new Set<(status: string) => void>();
  readonly #authListeners = new Set<(state: string) => void>();
  #waiting: ((fault?: unknown) => void)[] | undefined;

  constructor(answers: Readonly<Record<string, Answer>> = {}) {
    for (const [operation, answer] of Object.entries(answers)) this.answer(operation, answer);
  }

  answer(operation: string, answer: Answer): void {
    this.#answers.set(operation, answer);
  }

  /** Takes a method away, as from a client of another make. */
  remove(operation: string): void {
    this.#missing.add(operation);
  }

  /** Lets every further call wait until `release`. */
  hold(): void {
    this.#waiting ??= [];
  }

  /** Answers the waiting calls, the latest first when `reversed`. */
  release({ reversed = false } = {}): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const go of reversed ? waiting.reverse() : waiting) go();
  }

  /** Answers one waiting call, of which there may be none, or lets it fail; the others go on waiting. */
  releaseOne(which: number, fault?: unknown): void {
    const waiting = this.#waiting ?? [];
    const [go] = waiting.splice(which % waiting.length, 1);
    go?.(fault);
  }

  /** How many subscriptions to the feed are open. */
  get followers(): number {
    return this.#followers.size;
  }

  /** Sends a change to every follower whose filter it meets. */
  emit(change: {
    readonly subject: string;
    readonly type?: string;
    readonly data?: Partial<Change["data"]>;
  }): void {
    const { subject, type = "portico.serviceRequest.updated", data } = change;
    const whole = {
      specversion: "1.0",
      id: "1",
      source: "test",
      type,
      subject,
      time: "2026-01-01T00:00:00Z",
      data: { resource: "serviceRequests", id: subject, ...data },
    } as Change;
    for (const [follow, filter] of this.#followers) {
      if (filter.subject && filter.subject !== subject) continue;
      if (filter.customerId && filter.customerId !== whole.data.customerId) continue;
      if (filter.resource && filter.resource !== whole.data.resource) continue;
      follow(whole);
    }
  }

  /** Tells every follower how the feed is. */
  tellFeed(status: "live" | "reconnecting"): void {
    for (const listen of this.#statusListeners) listen(status);
  }

  /** Tells the client's listeners of another principal, or of none. */
  tellAuth(state: "changed" | "signed-out" | "lost"): void {
    for (const listen of this.#authListeners) listen(state);
  }

  #onAuthChange(listen: (state: string) => void): () => void {
    this.#authListeners.add(listen);
    return () => void this.#authListeners.delete(listen);
  }

  #resource(path: string): unknown {
    return new Proxy(() => undefined, {
      get: (_target, key) => {
        // Promises look for `then`, Lit for its own marks: the client has neither.
        if (typeof key === "symbol" || key === "then" || key.startsWith("_")) return undefined;
        const operation = path ? `${path}.${key}` : key;
        return this.#missing.has(operation) ? undefined : this.#resource(operation);
      },
      apply: (_target, _self, args: unknown[]) => {
        if (path === "changes.subscribe") return this.#subscribe(args);
        if (path === "onAuthChange") return this.#onAuthChange(args[0] as (state: string) => void);
        if (path === "signOut") return this.tellAuth("signed-out");
        return this.#call(path, args);
      },
    });
  }

  #subscribe([filter, follow, options]: unknown[]): () => void {
    const key = follow as (change: Change) => void;
    const { signal, onStatus = () => undefined } = (options ?? {}) as FollowOptions;
    const stop = () => {
      this.#followers.delete(key);
      this.#statusListeners.delete(onStatus);
    };
    this.#followers.set(key, filter as ChangeFilter);
    this.#statusListeners.add(onStatus);
    signal?.addEventListener("abort", stop);
    return stop;
  }

  #call(operation: string, args: readonly unknown[]): Promise<unknown> {
    const last = args.at(-1) as { signal?: AbortSignal } | undefined;
    const signal = last?.signal instanceof AbortSignal ? last.signal : undefined;
    this.calls.push({ operation, args, signal });
    const answer = this.#reply(operation, args, signal);
    // Tests abandon calls on purpose.
    answer.catch(() => undefined);
    return operation.endsWith(".list") ? pagePromise(answer) : answer;
  }

  async #reply(
    operation: string,
    args: readonly unknown[],
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const waiting = this.#waiting;
    const fault = await (waiting && new Promise<unknown>((resolve) => waiting.push(resolve)));
    if (signal?.aborted && this.heedsAbort) throw failure("AbortedError", { code: "aborted" });
    if (fault ?? this.fault) throw fault ?? this.fault;
    if (operation === "supports") return true;
    if (!this.#answers.has(operation)) throw new Error(`The test gave no answer for ${operation}`);
    const answer = this.#answers.get(operation);
    const value = typeof answer === "function" ? await answer(...args) : answer;
    if (value instanceof Error) throw value;
    return operation.endsWith(".list")
      ? { nextCursor: null, next: async () => null, ...(value as object) }
      : value;
  }
}

function pagePromise(page: Promise<unknown>): Promise<unknown> {
  return Object.assign(page, {
    async *[Symbol.asyncIterator]() {
      yield* ((await page) as { data: unknown[] }).data;
    },
  });
}

function failure(name: string, members: Partial<CrmErrorLike>): Error & CrmErrorLike {
  return Object.assign(new Error(`${name} for a test`), { name, code: "unexpected", ...members });
}

/** What the SDK throws when the server answers with a problem. */
export function apiError(status: number, code: string): Error & CrmErrorLike {
  return failure("ApiError", { status, code, requestId: "req-test" });
}

/** What the SDK throws when no answer comes. */
export function connectionError(): Error & CrmErrorLike {
  return failure("ConnectionError", { code: "connection" });
}
