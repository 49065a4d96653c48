import type { Change } from "@portico/contract";
import { delay } from "../core/abort.js";
import type { Api } from "../core/api.js";
import {
  type ApiError,
  ConnectionError,
  ContractViolationError,
  type CrmError,
  isApiError,
  isCrmError,
} from "../core/errors.js";
import { path } from "../core/path.js";
import { readFeed } from "./feed-page.js";
import { type ServerSentEvent, SseParser } from "./sse-parser.js";

/** `stopped` is final until somebody else signs in: the backend refuses the feed or says that it is over. */
export type FeedStatus = "connecting" | "live" | "polling" | "reconnecting" | "stopped";

/** Where a connection puts what it learns. */
export interface FeedSink {
  change(change: Change): void;
  status(status: FeedStatus, error?: CrmError): void;
  /** All changes before the cursor have been given; an empty one means that the old one is no longer good. */
  position?(cursor: string): void;
  /** Something may have been missed for good. */
  resync(): void;
}

/** Whether another try is pointless. */
export const isRefusal = ({ status }: ApiError) => [401, 403, 404].includes(status);
/** No wait is longer, whatever a backend asks for: a timer that is set for weeks fires at once. */
const longestWaitMs = 3_600_000;
/** So long the feed is polled after a silent stream, before the stream gets another chance. */
const pollingMs = 300_000;

/** Follows the feed through every break until the signal fires or the backend ends it: from a cursor, else from now. */
export class Connection {
  #failures = 0;
  #backoff = 500;
  /** There is no cursor to go on from: the backend no longer knows it, or never gave one. Told once the feed is followed anew: a change between reading and following would be lost. */
  #expired = false;
  #streamFrom = "ReadableStream" in globalThis ? 0 : Number.POSITIVE_INFINITY;
  readonly #heartbeat: number;

  constructor(
    private readonly api: Api,
    private readonly sink: FeedSink,
    private readonly signal: AbortSignal,
    private cursor = "",
  ) {
    this.#heartbeat = api.transport.options.heartbeat ?? 20_000;
  }

  /** Resolves when the backend says that the feed is over; rejects when it refuses it, and when the signal fires. */
  async run(): Promise<void> {
    this.sink.status("connecting");
    for (;;) {
      const wait = await this.#step();
      if (wait === undefined) return;
      await delay(wait, this.signal);
    }
  }

  /** Milliseconds until the next step; undefined when the feed is over. */
  async #step(): Promise<number | undefined> {
    try {
      return await (Date.now() < this.#streamFrom ? this.#poll() : this.#stream());
    } catch (error) {
      if (this.signal.aborted || !isCrmError(error)) throw error;
      return this.#recover(error);
    }
  }

  #recover(error: CrmError): number {
    let wait = Math.random() * Math.min(30_000, this.#backoff * 2 ** this.#failures);
    if (isApiError(error)) {
      if (isRefusal(error)) throw error;
      if (error.status === 410 && this.#after) {
        this.#expired = true;
        return 0;
      }
      if (error.status === 501 || error.status === 405) {
        if (this.#streamFrom === Number.POSITIVE_INFINITY) throw error;
        this.#streamFrom = Number.POSITIVE_INFINITY;
        return 0;
      }
      wait = Math.min(Math.max(wait, error.retryAfterMs ?? 0), longestWaitMs);
    }
    this.#missed();
    this.#failures += 1;
    this.sink.status("reconnecting", error);
    return wait;
  }

  async #stream(): Promise<number | undefined> {
    const ending = new AbortController();
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heard = false;
    // Once its Request was collected as garbage, an open body no longer hears the signal: it is cancelled as well.
    const end = () => {
      ending.abort();
      reader?.cancel().catch(() => undefined);
    };
    const expectWithin = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(end, ms);
    };
    this.signal.addEventListener("abort", end);
    expectWithin(this.#heartbeat / 2);
    try {
      const response = await this.api.transport.open(
        {
          operation: "streamChanges",
          method: "GET",
          path: path`/v1/changes/stream`,
          headers: { accept: "text/event-stream", ...(this.#after && { "last-event-id": this.#after }) },
        },
        ending.signal,
      );
      if (response.status === 204) return undefined;
      reader = response.body?.getReader();
      if (!reader || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
        throw new ContractViolationError(
          "The change stream is not text/event-stream; a proxy may have answered.",
        );
      }
      const parser = new SseParser((event) => this.#event(event), this.cursor);
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) throw new Error("The stream ended.");
        heard = true;
        // Two heartbeats may be lost and one be late.
        expectWithin(this.#heartbeat * 2.25);
        parser.feed(decoder.decode(value, { stream: true }));
        this.#moveTo(parser.lastEventId);
        if (parser.retry) this.#backoff = Math.max(100, parser.retry);
      }
    } catch (error) {
      if (!this.signal.aborted && ending.signal.aborted && !heard) {
        this.#streamFrom = Date.now() + pollingMs;
        this.#missed();
        return 0;
      }
      throw isCrmError(error) ? error : new ConnectionError(error);
    } finally {
      clearTimeout(timer);
      this.signal.removeEventListener("abort", end);
      end();
    }
  }

  #event({ type, data }: ServerSentEvent): void {
    this.#reached("live");
    if (type === "change") this.#deliver(data);
  }

  #deliver(data: string): void {
    const change = changeOf(data);
    if (change) this.sink.change(change);
    else this.sink.resync();
  }

  async #poll(): Promise<number> {
    const { data, page } = await readFeed(this.api, this.#after, this.signal);
    this.#reached("polling");
    for (const change of data) this.sink.change(change);
    this.#moveTo(page.nextCursor);
    const interval = this.api.transport.options.pollInterval ?? 10_000;
    return page.hasMore ? 0 : interval * (0.75 + Math.random() / 2);
  }

  /** A feed that was not reached at the first try begins later: what happened meanwhile is before its now. */
  #missed(): void {
    this.#expired ||= !this.cursor;
  }

  #reached(status: FeedStatus): void {
    this.#failures = 0;
    this.sink.status(status);
    if (!this.#expired) return;
    this.#expired = false;
    this.sink.resync();
  }

  /** Where the feed is asked to go on; empty for now. */
  get #after(): string {
    return this.#expired ? "" : this.cursor;
  }

  #moveTo(cursor: string): void {
    this.cursor = cursor;
    this.sink.position?.(cursor);
  }
}

/** The change that an event carries; undefined when it is none. */
function changeOf(data: string): Change | undefined {
  try {
    const change: Change | null = JSON.parse(data);
    return typeof change?.id === "string" ? change : undefined;
  } catch {
    return undefined;
  }
}
