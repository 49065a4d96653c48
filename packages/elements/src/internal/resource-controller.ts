import type { Change } from "@portico/contract";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ContextConsumer, CrmClient } from "./client-context.js";
import { type CrmErrorLike, failureState, toCrmError, unsupported, withdrawsValue } from "./errors.js";

export const elementStates = [
  "initial",
  "loading",
  "ready",
  "empty",
  "partial",
  "stale",
  "unauthorized",
  "forbidden",
  "not-found",
  "offline",
  "error",
] as const;

/** The public state of every element. */
export type ElementState = (typeof elementStates)[number];

/** Which changes to follow: of one resource and, for a request, of its entries; of one customer; of one kind. */
export interface ChangeFilter {
  readonly subject?: string;
  readonly customerId?: string;
  readonly resource?: string;
}

export interface ResourceOptions<Value, Args extends readonly unknown[]> {
  /** What to load: plain values, compared by content. `undefined` while there is nothing to ask for. */
  readonly args: () => Args | undefined;
  /** The one place of an element that calls the client. */
  readonly load: (client: CrmClient, args: Args, signal: AbortSignal) => Promise<Value>;
  /** An object the host has set. While there is one, nothing goes over the network. */
  readonly given?: () => Value | null | undefined;
  /** True when there is a value but nothing in it to show. */
  readonly empty?: (value: Value) => boolean;
  /** True when a part of the value could not be had. */
  readonly partial?: (value: Value) => boolean;
  /** Which changes of the feed concern the value. */
  readonly watch?: (args: Args) => ChangeFilter;
  /** Takes a change over; return `false`, or leave it out, and the value is loaded again. */
  readonly onChange?: (change: Change) => boolean;
}

/** What an element may know of its resource: which arguments lead to the value is no concern of the view. */
export type Resource<Value> = Pick<
  ResourceController<Value>,
  "value" | "error" | "pending" | "wanted" | "state" | "retry"
>;

export type ResourceHost = ReactiveControllerHost & HTMLElement;

/** Several changes in a row cost one load. */
const reloadDelay = 100;

/**
 * Keeps one value of the backend for an element: loads it for the present arguments and client, aborts what is no
 * longer wanted, drops late answers, keeps the last good value over failures and follows the change feed.
 */
export class ResourceController<Value, Args extends readonly unknown[] = readonly unknown[]>
  implements ReactiveController
{
  /** Why the last load failed; cleared by the next good one. */
  error: CrmErrorLike | undefined;

  readonly #host: ResourceHost;
  readonly #context: ContextConsumer;
  readonly #options: ResourceOptions<Value, Args>;
  #value: Value | undefined;
  #client: CrmClient | null | undefined;
  #session: number | undefined;
  #key: string | undefined;
  #suspended = false;
  #running: AbortController | undefined;
  #feed: AbortController | undefined;
  #reloadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ResourceHost, context: ContextConsumer, options: ResourceOptions<Value, Args>) {
    this.#host = host;
    this.#context = context;
    this.#options = options;
    host.addController(this);
  }

  /** The object given by the host, or the last good answer. */
  get value(): Value | undefined {
    return this.#given ?? this.#value;
  }

  /** True while a request runs, also behind a value that is shown. */
  get pending(): boolean {
    return this.#running !== undefined;
  }

  /** True when there is something to load, even if no client is there yet. */
  get wanted(): boolean {
    return this.#given === undefined && this.#options.args() !== undefined;
  }

  get state(): ElementState {
    const { value, error } = this;
    if (value !== undefined) {
      if (error && this.#given === undefined) return "stale";
      if (this.#options.empty?.(value)) return "empty";
      return this.#options.partial?.(value) ? "partial" : "ready";
    }
    if (error) return failureState(error);
    if (this.wanted && this.#context.value?.client === null) return "unauthorized";
    return this.pending ? "loading" : "initial";
  }

  /** Loads again, keeping what is shown. Resolves when the answer, good or bad, is in. */
  async retry(): Promise<void> {
    if (this.#client && this.#key !== undefined) await this.#load();
  }

  /** Replaces the value in place, for an element that knows the outcome of its own write or of a change. */
  patch(value: Value): void {
    this.#abort();
    this.#value = value;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("pageshow", this.#onPageShow);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // A move within the page disconnects and reconnects in one task: it must not cost a request.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#suspend();
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { client, session } = this.#context.value ?? {};
    const args = this.#given === undefined ? this.#options.args() : undefined;
    const key = args && JSON.stringify(args);
    const same = client === this.#client && session === this.#session && key === this.#key;
    if (same && !this.#suspended) return;
    this.#stop();
    if (!same) {
      this.#value = undefined;
      this.error = undefined;
    }
    this.#suspended = false;
    this.#client = client;
    this.#session = session;
    this.#key = key;
    if (client && args) this.#start(client, args);
  }

  get #given(): Value | undefined {
    // A template may leave `false` or `""` where it has no object.
    return this.#options.given?.() || undefined;
  }

  /** The feed first: a change between the answer and the subscription would be lost. */
  #start(client: CrmClient, args: Args): void {
    const filter = this.#options.watch?.(args);
    if (filter && typeof client.changes?.subscribe === "function") {
      this.#feed = new AbortController();
      client.changes.subscribe(filter, this.#onChange, {
        signal: this.#feed.signal,
        onResync: () => this.#reloadSoon(),
        // A backend that was away: the browser, whose network was there all the time, tells nothing of it.
        onStatus: (status) => {
          if (status === "live") this.#onOnline();
        },
      });
    }
    void this.#load();
  }

  async #load(): Promise<void> {
    const client = this.#client;
    const args = this.#options.args();
    if (!client || !args) return;
    this.#abort();
    const running = new AbortController();
    this.#running = running;
    this.#host.requestUpdate();
    try {
      const value = await this.#call(client, args, running.signal);
      if (this.#running !== running) return;
      this.#value = value;
      this.error = undefined;
    } catch (thrown) {
      if (this.#running !== running) return;
      this.error = toCrmError(thrown);
      if (withdrawsValue(this.error)) this.#value = undefined;
    }
    this.#running = undefined;
    this.#host.requestUpdate();
  }

  /** A client is an object from outside: it may lack the method, which throws before any promise is made. */
  #call(client: CrmClient, args: Args, signal: AbortSignal): Promise<Value> {
    try {
      return this.#options.load(client, args, signal);
    } catch (thrown) {
      return Promise.reject(thrown instanceof TypeError ? unsupported(thrown) : thrown);
    }
  }

  #abort(): void {
    clearTimeout(this.#reloadTimer);
    this.#reloadTimer = undefined;
    this.#running?.abort();
    this.#running = undefined;
  }

  #stop(): void {
    this.#abort();
    this.#feed?.abort();
    this.#feed = undefined;
  }

  /** Off the page: no traffic, no listeners. What was loaded is kept and checked again on return. */
  #suspend(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("pageshow", this.#onPageShow);
    this.#stop();
    this.#suspended = true;
  }

  /** A burst of changes must not abort load after load, or the value would never come. */
  #reloadSoon(): void {
    clearTimeout(this.#reloadTimer);
    this.#reloadTimer = setTimeout(() => {
      if (this.pending) this.#reloadSoon();
      else void this.#load();
    }, reloadDelay);
  }

  readonly #onChange = (change: Change): void => {
    if (!this.#options.onChange?.(change)) this.#reloadSoon();
  };

  readonly #onOnline = (): void => {
    if (this.error && failureState(this.error) === "offline") void this.retry();
  };

  /** A page from the back-forward cache has missed every change since it was left. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.retry();
  };
}
