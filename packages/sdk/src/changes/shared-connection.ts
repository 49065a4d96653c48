import type { Api } from "../core/api.js";
import { isApiError, isCrmError } from "../core/errors.js";
import { Connection, type FeedSink, isRefusal } from "./connection.js";
import { readFeed } from "./feed-page.js";
import { back, onAway } from "./presence.js";
import { Relay, type Told } from "./relay.js";

/** Asks the leader where it stands. */
const question = "where";

/** Why a tab leaves its group for a moment: its page was put aside, or the leader does not answer. */
type Interruption = "away" | "silence";

/**
 * Follows the feed together with the other tabs of a group. Whoever holds the lock leads: it has the one stream and tells
 * the others. The lock passes on when the leader's page ends or is put aside, and is taken from a leader that is silent.
 */
export class SharedConnection {
  /** Everything before it was delivered here. */
  #cursor = "";

  constructor(
    private readonly api: Api,
    private readonly sink: FeedSink,
    private readonly group: string,
    private readonly signal: AbortSignal,
  ) {}

  /** As a connection of one's own does: resolves when the feed is over, rejects when it is refused or the signal fires. */
  async run(): Promise<void> {
    this.sink.status("connecting");
    let steal = false;
    for (;;) {
      const turn = new AbortController();
      const stayed = onAway(() => turn.abort("away" satisfies Interruption));
      try {
        return await this.#takePart(turn, steal);
      } catch (error) {
        if (this.signal.aborted) throw error;
        const { aborted, reason } = turn.signal;
        if (isCrmError(reason)) throw reason;
        const robbed = error instanceof DOMException && error.name === "AbortError";
        if (!aborted && !robbed) throw error;
        steal = reason === ("silence" satisfies Interruption);
        if (reason === ("away" satisfies Interruption)) await back(this.signal);
      } finally {
        stayed();
        turn.abort();
      }
    }
  }

  /** Follows until the lock is free, then leads until the turn ends. */
  async #takePart(turn: AbortController, steal: boolean): Promise<void> {
    const signal = AbortSignal.any([this.signal, turn.signal]);
    signal.throwIfAborted();
    const channel = new BroadcastChannel(this.group);
    const heartbeat = this.api.transport.options.heartbeat ?? 20_000;
    let leads = false;
    let relay: Relay | undefined;
    let delivered = Promise.resolve();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const post = (message: Told | typeof question) => {
      if (!signal.aborted) channel.postMessage(message);
    };
    const tell = (told: Told) => {
      this.#cursor = told.cursor;
      post(told);
    };
    const ask = () => {
      post(question);
      // Not all at once: the one who is first leads the others.
      timer = setTimeout(
        () => turn.abort("silence" satisfies Interruption),
        (heartbeat / 4) * (1 + Math.random()),
      );
    };
    const leave = () => {
      clearTimeout(timer);
      channel.close();
    };
    channel.onmessage = ({ data }: MessageEvent<Told | typeof question>) => {
      if (signal.aborted) return;
      if (data === question) relay?.tell();
      else if (!leads) {
        clearTimeout(timer);
        timer = setTimeout(ask, heartbeat);
        delivered = delivered.then(() => this.#follow(data, signal)).catch((error) => turn.abort(error));
      }
    };
    const lead = async () => {
      leads = true;
      clearTimeout(timer);
      await delivered;
      signal.throwIfAborted();
      relay = new Relay(this.sink, tell, this.#cursor);
      await new Connection(this.api, relay, signal, this.#cursor).run();
    };

    signal.addEventListener("abort", leave);
    try {
      ask();
      await navigator.locks.request(this.group, steal ? { steal } : { signal }, lead);
    } finally {
      leave();
    }
  }

  async #follow({ status, after, cursor, changes, resync }: Told, signal: AbortSignal): Promise<void> {
    if (resync) this.sink.resync();
    else if (this.#cursor && this.#cursor !== after && cursor) await this.#catchUp(signal);
    for (const change of changes) {
      if (!signal.aborted) this.sink.change(change);
    }
    if (signal.aborted) return;
    // A leader that knows no cursor yet has nothing to go on from.
    if (cursor || after || resync) this.#cursor = cursor;
    this.sink.status(status);
  }

  /** Reads what was told while this tab did not listen. The leader's cursor is not ahead of the end of the feed. */
  async #catchUp(signal: AbortSignal): Promise<void> {
    try {
      for (let cursor = this.#cursor, more = true; more; ) {
        const { data, page } = await readFeed(this.api, cursor, signal);
        for (const change of data) {
          if (!signal.aborted) this.sink.change(change);
        }
        cursor = page.nextCursor;
        more = page.hasMore;
      }
    } catch (error) {
      if (signal.aborted || (isApiError(error) && isRefusal(error))) throw error;
      this.sink.resync();
    }
  }
}
