import { mkdirSync, rmSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { isKnown } from "../catalogue.js";
import { Journal } from "../journal.js";
import type { Report } from "../report/report.js";
import { reportFile, writeReports } from "../report/write.js";
import { type RunOptions, runConformance } from "../run.js";
import type { Level, Mode } from "../session.js";
import { exitCodeOf } from "./exit-codes.js";
import {
  levelOption,
  modeOption,
  outOption,
  parseAddress,
  parseList,
  parseWhole,
  type TokenOptions,
  tokenOptions,
  tokensOf,
  urlOption,
} from "./options.js";
import { stopOnInterrupt } from "./stop.js";
import { printReport, progressLine } from "./terminal.js";

interface Options extends TokenOptions {
  readonly url: string;
  readonly mode: Mode;
  readonly level?: Level;
  readonly profile?: string[];
  readonly seed?: number;
  readonly only?: string[];
  readonly timeout: number;
  readonly maxRequests: number;
  readonly keep?: boolean;
  readonly out: string;
}

const greatestSeed = 0x7fff_fffe;

/** `portico-conformance run`: tries a backend, prints and writes what was found. */
export function runCommand(): Command {
  const command = new Command("run")
    .description("Try a backend and report what it breaks.")
    .addOption(urlOption().argParser(parseAddress).makeOptionMandatory());
  for (const option of [...tokenOptions(), levelOption(), modeOption(), outOption()])
    command.addOption(option);
  return command
    .option(
      "--profile <ids>",
      "profiles to try beside the core, with commas (default: those declared)",
      parseList,
    )
    .option("--seed <number>", "decides every sample (default: drawn, and told)", parseWhole(1, greatestSeed))
    .option("--only <ids>", "checks or requirements to limit the run to, with commas", parseKnown)
    .option("--timeout <seconds>", "longest wait for an answer", parseWhole(1, 600), 10)
    .option("--max-requests <number>", "most requests of the run", parseWhole(1, 10_000_000), 20_000)
    .option("--keep", "leave what the run made")
    .action(async (options: Options) => {
      const { url, mode, level, profile, seed, only, timeout, maxRequests, keep, out } = options;
      const report = await runAndReport(
        {
          url,
          tokens: tokensOf(options),
          mode,
          timeoutMs: timeout * 1000,
          maxRequests,
          ...(level ? { level } : {}),
          ...(profile ? { profiles: profile } : {}),
          ...(seed ? { seed } : {}),
          ...(only ? { only } : {}),
          ...(keep ? { keep } : {}),
        },
        out,
      );
      process.exitCode = exitCodeOf(report);
    });
}

/** Runs with progress on the terminal and a journal in the folder; leaves the reports there. */
export async function runAndReport(options: RunOptions, folder: string): Promise<Report> {
  mkdirSync(folder, { recursive: true });
  const stop = stopOnInterrupt();
  try {
    const report = await runConformance({
      ...options,
      ...(options.mode === "observe" ? {} : { journalFolder: folder }),
      signal: stop.signal,
      onProgress: progressLine(),
    });
    await writeReports(report, folder);
    if (!options.keep && report.leftovers.every(({ final }) => final))
      rmSync(Journal.fileOf(folder, report.run.id), { force: true });
    printReport(report, (check, path) => {
      const from = path === null ? "" : ` --path ${path}`;
      return `npx portico-conformance replay ${reportFile(folder)} --case ${check}${from}`;
    });
    return report;
  } finally {
    stop.end();
  }
}

function parseKnown(text: string): string[] {
  const ids = parseList(text);
  const unknown = ids.filter((id) => !isKnown(id));
  if (unknown.length === 0) return ids;
  throw new InvalidArgumentError(`There is no ${unknown.join(", ")}; \`list\` prints what there is.`);
}
