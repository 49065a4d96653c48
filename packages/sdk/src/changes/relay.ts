import type { Change } from "@portico/contract";
import type { CrmError } from "../core/errors.js";
import type { FeedSink, FeedStatus } from "./connection.js";

/** What the tab that holds the stream tells the others. Changes carry ids and nobody's data. */
export interface Told {
  readonly status: FeedStatus;
  /** Cursor before the changes: whoever stands elsewhere has missed something. */
  readonly after: string;
  /** Cursor behind the changes. */
  readonly cursor: string;
  readonly changes: readonly Change[];
  readonly resync: boolean;
}

/** Gives what the stream brings to this tab, and tells the others. */
export class Relay implements FeedSink {
  #status: FeedStatus = "connecting";
  #untold: Change[] = [];

  constructor(
    private readonly sink: FeedSink,
    private readonly post: (told: Told) => void,
    private cursor: string,
  ) {
    this.tell();
  }

  change(change: Change): void {
    this.#untold.push(change);
    this.sink.change(change);
  }

  /** Changes and the cursor behind them are told as one, so that a leader's end leaves nobody between the two. */
  position(cursor: string): void {
    const after = this.cursor;
    const changes = this.#untold;
    this.cursor = cursor;
    this.#untold = [];
    if (cursor !== after || changes.length > 0) this.tell({ after, changes });
  }

  /** What the backend's errors say stays here. */
  status(status: FeedStatus, error?: CrmError): void {
    const changed = status !== this.#status;
    this.#status = status;
    if (changed) this.tell();
    this.sink.status(status, error);
  }

  resync(): void {
    this.tell({ resync: true });
    this.sink.resync();
  }

  /** Says where the leader stands, with what is new. */
  tell(news: Partial<Told> = {}): void {
    const { cursor } = this;
    this.post({ status: this.#status, after: cursor, cursor, changes: [], resync: false, ...news });
  }
}
