import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repo.ts";
import type { Measure } from "./measure.ts";

/** What was weighed on a day of a release or of a larger change. */
interface Row {
  /** `2026-11-22`. */
  readonly date: string;
  readonly version: string;
  /** Initial bytes by the name of the measure. */
  readonly bytes: Readonly<Record<string, number>>;
}

const elements = join(root, "packages/elements");
const file = join(elements, "sizes.json");

/** The rows that are kept, the oldest first. */
export function history(): Row[] {
  return JSON.parse(readFileSync(file, "utf8")) as Row[];
}

/** Keeps what was weighed today; a second time on a day it takes the place of the first. */
export function record(measures: readonly Measure[]): void {
  const { version } = JSON.parse(readFileSync(join(elements, "package.json"), "utf8")) as { version: string };
  const date = new Date().toISOString().slice(0, "2026-11-22".length);
  const bytes = Object.fromEntries(measures.map(({ what, bytes }) => [what, bytes]));
  const rows = [...history().filter((row) => row.date !== date), { date, version, bytes }];
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}
