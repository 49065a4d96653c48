import type { QueryOf } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { createParser } from "eventsource-parser";
import { pathOf } from "../document/operations.js";
import { Violation } from "../violation.js";
import { type Caller, toSearch } from "./caller.js";
import type { Exchange } from "./exchange.js";

export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

export interface StreamOptions {
  readonly query?: QueryOf<"streamChanges">;
  readonly lastEventId?: string;
  /** What a stream that cannot be opened breaks. */
  readonly requirement: RequirementId;
  /** Longest wait for the head of the answer, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A stream of changes as it comes. Close it with `await using`. */
export class EventStream implements AsyncDisposable {
  readonly response: Response;
  /** Every event so far, in order. */
  readonly events: StreamEvent[] = [];
  /** When anything came last, comments included, in milliseconds of `performance.now()`. */
  lastSign = performance.now();
  /** Set once the backend has ended the stream. */
  ended = false;
  readonly #abort: AbortController;
  readonly #exchange: Exchange;
  readonly #done: Promise<void>;
  #wake: () => void = () => undefined;
  #paused: Promise<void> | undefined;

  private constructor(response: Response, abort: AbortController, exchange: Exchange) {
    this.response = response;
    this.#abort = abort;
    this.#exchange = exchange;
    this.#done = this.#read();
  }

  /** Opens the caller's stream; anything but 200 breaks the requirement. */
  static async open(caller: Caller, options: StreamOptions): Promise<EventStream> {
    const { query = {}, lastEventId, requirement, timeoutMs = 10_000 } = options;
    const target = pathOf("streamChanges") + toSearch(query);
    const headers = {
      Accept: "text/event-stream",
      ...(lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId }),
    };
    const abort = new AbortController();
    const startedAt = new Date();
    const late = setTimeout(() => abort.abort(), timeoutMs);
    const request = { method: "GET", target, headers, body: undefined };
    const exchange = {
      caller: caller.name,
      operation: "streamChanges",
      request,
      startedAt,
      milliseconds: 0,
    } as const;
    const fail = (failure: string) =>
      new Violation(requirement, `the stream was not opened: ${failure}`, [
        { ...exchange, response: undefined, failure },
      ]);
    try {
      const response = await caller.open(target, headers, abort.signal);
      if (response.status !== 200) throw fail(`status ${response.status}`);
      const received = {
        status: 200,
        headers: response.headers,
        text: "",
        bytes: new Uint8Array(),
        json: undefined,
      };
      return new EventStream(response, abort, { ...exchange, response: received, failure: undefined });
    } catch (error) {
      abort.abort();
      if (!(error instanceof TypeError || (error as Error).name === "AbortError")) throw error;
      throw fail(abort.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : (error as Error).message);
    } finally {
      clearTimeout(late);
    }
  }

  /** The exchange that opened it, as evidence. */
  get exchange(): Exchange {
    return { ...this.#exchange, request: { ...this.#exchange.request } };
  }

  /** The changes among the events, parsed. */
  get changes(): { id: string | undefined; data: unknown }[] {
    return this.events
      .filter(({ event }) => event === "change")
      .map(({ id, data }) => ({ id, data: JSON.parse(data) }));
  }

  /** Waits until the events so far satisfy `enough`; false when the time is up or the stream has ended before. */
  async until(enough: (events: readonly StreamEvent[]) => boolean, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!enough(this.events)) {
      const left = deadline - performance.now();
      if (left <= 0 || this.ended) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return true;
  }

  /** Stops reading for a while, as a slow reader does. */
  pause(milliseconds: number): void {
    this.#paused = new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#abort.abort();
    await this.#done;
  }

  async #read(): Promise<void> {
    const parser = createParser({
      onEvent: ({ event, id, data }) => this.events.push({ event: event ?? "message", id, data }),
    });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) {
        this.lastSign = performance.now();
        parser.feed(decoder.decode(chunk, { stream: true }));
        this.#wake();
        await this.#paused;
      }
    } catch {
      // Closed by us, or cut off: either way nothing more comes.
    }
    this.ended = true;
    this.#wake();
  }
}
