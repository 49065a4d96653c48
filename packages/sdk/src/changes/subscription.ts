import type { Change } from "@portico/contract";
import type { Api } from "../core/api.js";
import { type CrmError, isCrmError } from "../core/errors.js";
import { guarded } from "../core/guarded.js";
import { Connection, type FeedSink, type FeedStatus } from "./connection.js";
import { groupOf } from "./group.js";
import { SharedConnection } from "./shared-connection.js";

export interface ChangeFilter {
  /** Id of a resource; for a request, its entries too. */
  subject?: string | undefined;
  customerId?: string | undefined;
  /** Kind of resource, such as `serviceRequests`. */
  resource?: string | undefined;
}

export interface SubscribeOptions {
  onStatus?: ((status: FeedStatus, error?: CrmError) => void) | undefined;
  /** Changes may have been missed for good: read everything shown again. */
  onResync?: (() => void) | undefined;
  signal?: AbortSignal | undefined;
}

interface Subscriber extends SubscribeOptions {
  readonly filter: ChangeFilter;
  readonly onChange: (change: Change) => void;
}

/** So many ids are remembered to drop what is delivered twice. */
const remembered = 1000;

/** One connection for all subscriptions of a client, shared with other tabs where that can be. Opens with the first, closes with the last, filters here. */
export class Feed implements FeedSink {
  #subscribers = new Set<Subscriber>();
  #seen = new Set<string>();
  #status: FeedStatus = "stopped";
  #connection: AbortController | undefined;

  constructor(private readonly api: Api) {
    // Another principal sees another feed, from now on; and one that was lost may have missed some of it.
    api.transport.auth.onChange((state) => {
      if (state === "lost" || this.#subscribers.size === 0) return;
      this.#close();
      this.resync();
      // Not at once: who stops on hearing of a sign-out shall not have the last person's token asked for again.
      setTimeout(() => {
        if (this.#subscribers.size > 0 && !this.#connection) this.#open();
      });
    });
  }

  subscribe(
    filter: ChangeFilter,
    onChange: (change: Change) => void,
    options: SubscribeOptions = {},
  ): () => void {
    const subscriber: Subscriber = { ...options, filter, onChange };
    const stop = () => {
      options.signal?.removeEventListener("abort", stop);
      if (this.#subscribers.delete(subscriber) && this.#subscribers.size === 0) this.#close();
    };
    if (options.signal?.aborted) return stop;
    options.signal?.addEventListener("abort", stop, { once: true });
    this.#subscribers.add(subscriber);
    if (this.#connection) guarded(() => options.onStatus?.(this.#status));
    else this.#open();
    return stop;
  }

  change(change: Change): void {
    if (this.#seen.has(change.id)) return;
    this.#seen.add(change.id);
    if (this.#seen.size > remembered) this.#seen.delete(this.#seen.values().next().value ?? "");
    // A read that began before the change may not show it: those who read now get a new one.
    this.api.transport.flights.detach();
    for (const { filter, onChange } of [...this.#subscribers]) {
      if (matches(filter, change)) guarded(() => onChange(change));
    }
  }

  status(status: FeedStatus, error?: CrmError): void {
    if (status === this.#status && !error) return;
    this.#status = status;
    for (const { onStatus } of [...this.#subscribers]) guarded(() => onStatus?.(status, error));
  }

  resync(): void {
    this.api.transport.flights.detach();
    for (const { onResync } of [...this.#subscribers]) guarded(() => onResync?.());
  }

  #open(): void {
    const controller = new AbortController();
    this.#connection = controller;
    const ended = (error?: unknown) => {
      if (controller.signal.aborted) return;
      this.status("stopped", isCrmError(error) ? error : undefined);
      this.#close();
    };
    this.#follow(controller.signal).then(() => ended(), ended);
  }

  /** With the other tabs of the same person where there is a way, else alone. */
  async #follow(signal: AbortSignal): Promise<void> {
    this.status("connecting");
    const group = await groupOf(this.api, signal);
    signal.throwIfAborted();
    const connection = group
      ? new SharedConnection(this.api, this, group, signal)
      : new Connection(this.api, this, signal);
    return connection.run();
  }

  #close(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#status = "stopped";
    this.#seen.clear();
  }
}

function matches({ subject, customerId, resource }: ChangeFilter, change: Change): boolean {
  return (
    (subject === undefined || subject === change.subject) &&
    (customerId === undefined || customerId === change.data?.customerId) &&
    (resource === undefined || resource === change.data?.resource)
  );
}
