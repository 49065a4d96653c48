import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { history, record } from "./size/history.ts";
import { isWithinBudget, kilobyte, type Measure } from "./size/measure.ts";
import { measureAll } from "./size/measures.ts";
import { built } from "./size/sources.ts";

interface Weighed extends Measure {
  /** Against the last row of the history, in bytes; nothing for what is new since. */
  readonly change?: number;
}

const needed = ["sdk/dist/index.js", "elements/dist/cdn/loader.js", "react/dist/index.js"];

/**
 * `npm run size`: weighs what pages load, compressed, against budgets and the last record, and fails when something is
 * over its budget. `--json` is for machines, `--record` adds a row to the history.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: "boolean", default: false }, record: { type: "boolean", default: false } },
  });
  const missing = needed.filter((path) => !existsSync(built(path)));
  if (missing.length > 0) {
    console.error(`Not built: ${missing.join(", ")}. Run \`npm run build\` first.`);
    return 1;
  }
  const last = history().at(-1);
  const measures = await measureAll();
  const weighed = measures.map((measure): Weighed => {
    const before = last?.bytes[measure.what];
    return before === undefined ? measure : { ...measure, change: measure.bytes - before };
  });
  const since = last ? `since ${last.date}, version ${last.version}` : "no history yet";
  console.log(values.json ? JSON.stringify(weighed, null, 2) : table(weighed, since));
  if (values.record) record(measures);
  return measures.every(isWithinBudget) ? 0 : 1;
}

function table(weighed: readonly Weighed[], since: string): string {
  const width = Math.max(...weighed.map(({ what }) => what.length));
  const kilobytes = (bytes: number | undefined) => (bytes === undefined ? "" : (bytes / kilobyte).toFixed(1));
  const line = (what: string, ...columns: string[]) =>
    `${what.padEnd(width)}${columns.map((column) => column.padStart(8)).join("")}`;
  return [
    line("KB (1000 bytes), brotli 11", "initial", "change", "lazy", "budget"),
    ...weighed.map((one) => {
      const { what, bytes, change, lazy, budget } = one;
      const row = line(what, kilobytes(bytes), signed(change), kilobytes(lazy), kilobytes(budget * kilobyte));
      return isWithinBudget(one) ? row : `${row}  over budget`;
    }),
    `change: ${since}`,
  ].join("\n");
}

/** `+0.12`, or nothing where nothing changed: a change is smaller than what is weighed, and has a decimal more. */
function signed(change: number | undefined): string {
  if (!change) return change === undefined ? "new" : "";
  return `${change > 0 ? "+" : ""}${(change / kilobyte).toFixed(2)}`;
}
