import type { Change, ServiceRequest } from "@portico/contract";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CrmClient } from "../internal/client-context.js";
import { toCrmError, withdrawsValue } from "../internal/errors.js";

/** A burst of changes of one request costs one read. */
const gatherDelay = 100;

/** Beyond this many at once, reading the whole list again is cheaper. */
const mostAtOnce = 20;

export interface ChangedRowsOptions {
  readonly client: () => CrmClient | null | undefined;
  /** Whether a request is worth reading: it is in the list, or it is new. */
  readonly isWanted: (id: string, isNew: boolean) => boolean;
  /** Whether the list itself is being loaded: its rows must not change hands meanwhile. */
  readonly isBusy: () => boolean;
  readonly onRow: (request: ServiceRequest, isNew: boolean) => void;
  readonly onGone: (id: string) => void;
}

/** Reads again, one by one, the requests that the feed says have changed. */
export class ChangedRows implements ReactiveController {
  readonly #options: ChangedRowsOptions;
  /** Whether each of them is new, by id. */
  readonly #gathered = new Map<string, boolean>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = new AbortController();

  constructor(host: ReactiveControllerHost, options: ChangedRowsOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Takes a change of the feed over; `false` when the list had better be read again. */
  take({ type, data }: Change): boolean {
    const isNew = type.endsWith(".created") || this.#gathered.get(data.id) === true;
    if (!this.#options.isWanted(data.id, isNew)) return true;
    if (this.#gathered.size >= mostAtOnce) {
      this.forget();
      return false;
    }
    this.#gathered.set(data.id, isNew);
    this.#timer ??= setTimeout(this.#readAll, gatherDelay);
    return true;
  }

  /** Drops what was gathered and aborts what is being read: the list is another one now. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gathered.clear();
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  hostDisconnected(): void {
    this.forget();
  }

  readonly #readAll = (): void => {
    this.#timer = undefined;
    if (this.#options.isBusy()) {
      this.#timer = setTimeout(this.#readAll, gatherDelay);
      return;
    }
    const ids = [...this.#gathered];
    this.#gathered.clear();
    for (const [id, isNew] of ids) void this.#read(id, isNew);
  };

  async #read(id: string, isNew: boolean): Promise<void> {
    const { signal } = this.#reading;
    try {
      const request = await this.#options.client()?.serviceRequests.get(id, { signal });
      if (request && !signal.aborted) this.#options.onRow(request, isNew);
    } catch (thrown) {
      if (!signal.aborted && withdrawsValue(toCrmError(thrown))) this.#options.onGone(id);
    }
  }
}
