/** What a benchmark file hands its results to; `bench.ts` prints them, or gives them to machines with `--json`. */
export interface BenchReport {
  /** A table of results. Name the unit in the column's name: `p95 ms`. */
  table(title: string, rows: BenchRow[]): void;
  /** A sentence on how a result came about or what it means. */
  note(text: string): void;
}

export type BenchRow = Record<string, string | number>;

/** The default export of every `*.bench.ts`. */
export type Bench = (report: BenchReport) => Promise<void>;
