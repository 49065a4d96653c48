export type WriteKind = "interaction" | "request" | "entry" | "edit";

/** One write, and what the app was told of it. */
export interface Write {
  /** Part of the text of the record, so that it can be found again. */
  readonly mark: string;
  readonly kind: WriteKind;
  /** `failed`: the line was bad and the app gave up for good. `refused`: by an answer that no repetition would change. */
  told: "nothing" | "done" | "failed" | "refused";
  /** Id of the record that was written to, as the answer had it. */
  recordId?: string;
  /** Codes of the errors that the app met on the way. */
  readonly errors: string[];
}

/** All writes of a run, as the app knows them. */
export class Ledger {
  readonly writes: Write[] = [];

  begin(kind: WriteKind): Write {
    // Of one length, so that no mark is part of another.
    const mark = `w${String(this.writes.length + 1).padStart(7, "0")}`;
    const write: Write = { mark, kind, told: "nothing", errors: [] };
    this.writes.push(write);
    return write;
  }

  count(told: Write["told"]): number {
    return this.writes.filter((write) => write.told === told).length;
  }
}
