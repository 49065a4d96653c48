import { setTimeout as sleep } from "node:timers/promises";
import type { Change } from "@portico/contract";
import type { ChangeFilter, CrmClient, FeedStatus } from "@portico/sdk";

/** One subscription, and all that it was given. */
export class Follower {
  readonly delivered: string[] = [];
  readonly statuses: Partial<Record<FeedStatus, number>> = {};
  resyncs = 0;
  readonly #stop: () => void;
  #status: FeedStatus = "stopped";
  readonly name: string;
  readonly filter: ChangeFilter;

  constructor(
    name: string,
    crm: CrmClient,
    filter: ChangeFilter,
    { onChange, onResync }: { onChange?(change: Change): void; onResync?(): void } = {},
  ) {
    this.name = name;
    this.filter = filter;
    this.#stop = crm.changes.subscribe(
      filter,
      (change) => {
        this.delivered.push(change.id);
        onChange?.(change);
      },
      {
        onStatus: (status) => {
          this.#status = status;
          this.statuses[status] = (this.statuses[status] ?? 0) + 1;
        },
        onResync: () => {
          this.resyncs += 1;
          onResync?.();
        },
      },
    );
  }

  /** Whether the feed is followed at this moment. */
  get following(): boolean {
    return this.#status === "live" || this.#status === "polling";
  }

  stop(): void {
    this.#stop();
  }

  /** Whether the subscription should be given a change. */
  wants({ subject, data }: Change): boolean {
    return (
      (this.filter.subject === undefined || this.filter.subject === subject) &&
      (this.filter.customerId === undefined || this.filter.customerId === data.customerId) &&
      (this.filter.resource === undefined || this.filter.resource === data.resource)
    );
  }
}

/** What an app shows of one customer's requests: read at first and at a resync, and one by one as changes come. */
export class Screen {
  /** When each request shown was last changed, by its id. */
  readonly shown = new Map<string, string>();
  #readAll = true;
  readonly #touched = new Set<string>();
  readonly #stopped = new AbortController();
  #busy = true;
  readonly #crm: CrmClient;
  readonly #customerId: string;

  constructor(crm: CrmClient, customerId: string) {
    this.#crm = crm;
    this.#customerId = customerId;
  }

  readonly onChange = ({ subject, data }: Change): void => {
    if (data.resource === "serviceRequests" || data.resource === "entries") this.#touched.add(subject);
  };

  readonly onResync = (): void => {
    this.#readAll = true;
  };

  get idle(): boolean {
    return !this.#busy && !this.#readAll && this.#touched.size === 0;
  }

  /** Keeps what is shown up to date, one read at a time; a read that fails is tried again. */
  async keepUp(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      this.#busy = true;
      await this.#readNext(signal).catch(() => sleep(200));
      this.#busy = false;
      await sleep(20);
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #readNext(signal: AbortSignal): Promise<void> {
    if (this.#readAll) {
      this.#readAll = false;
      try {
        const customerId = this.#customerId;
        for await (const { id, updatedAt } of this.#crm.serviceRequests.list(
          { customerId, limit: 100 },
          { signal },
        )) {
          this.#show(id, updatedAt);
        }
      } catch (error) {
        this.#readAll = true;
        throw error;
      }
    }
    const [id] = this.#touched;
    if (id === undefined) return;
    this.#touched.delete(id);
    try {
      this.#show(id, (await this.#crm.serviceRequests.get(id, { signal })).updatedAt);
    } catch (error) {
      this.#touched.add(id);
      throw error;
    }
  }

  #show(id: string, updatedAt: string): void {
    if (updatedAt > (this.shown.get(id) ?? "")) this.shown.set(id, updatedAt);
  }
}
