import { globSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Bench, BenchReport, BenchRow } from "./bench-report.ts";
import { root, run, seconds } from "./repo.ts";

interface Results {
  file: string;
  tables: { title: string; rows: BenchRow[] }[];
  notes: string[];
}

/** `npm run bench [NAME …]`: runs the benchmarks whose path holds a name, with a record of the machine they ran on. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const files = globSync(["packages/*/bench/*.bench.ts", "test/bench/*.bench.ts"], { cwd: root }).sort();
  const chosen = files.filter(
    (file) => positionals.length === 0 || positionals.some((name) => file.includes(name)),
  );
  if (chosen.length === 0) {
    console.error(`No benchmark matches. There are: ${files.join(", ") || "none"}.`);
    return 1;
  }

  const environment = await describeEnvironment();
  if (!values.json) printTable("environment", [environment]);

  const all: Results[] = [];
  for (const file of chosen) {
    const start = performance.now();
    const results = await runBench(file, values.json);
    all.push(results);
    if (!values.json) console.log(`${file} took ${seconds(start)}`);
  }
  if (values.json) console.log(JSON.stringify({ environment, results: all }, null, 2));
  return 0;
}

async function runBench(file: string, quiet: boolean): Promise<Results> {
  const results: Results = { file, tables: [], notes: [] };
  const report: BenchReport = {
    table(title, rows) {
      results.tables.push({ title, rows });
      if (!quiet) printTable(title, rows);
    },
    note(text) {
      results.notes.push(text);
      if (!quiet) console.log(text);
    },
  };
  const { default: bench } = (await import(pathToFileURL(join(root, file)).href)) as { default: Bench };
  await bench(report);
  return results;
}

async function describeEnvironment(): Promise<BenchRow> {
  const commit = await run("git", ["describe", "--always", "--dirty"]);
  return {
    node: process.versions.node,
    v8: process.versions.v8,
    os: `${type()} ${release()} ${process.arch}`,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    "memory GB": Math.round(totalmem() / 1e9),
    commit: commit.code === 0 ? commit.output.trim() : "unknown",
  };
}

function printTable(title: string, rows: BenchRow[]): void {
  console.log(`\n${title}`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  for (const line of lines) {
    console.log(`  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd());
  }
}
