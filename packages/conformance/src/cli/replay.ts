import { readFileSync } from "node:fs";
import { Command } from "commander";
import { isKnown } from "../catalogue.js";
import { CannotRun } from "../reach.js";
import type { Report } from "../report/report.js";
import { runConformance } from "../run.js";
import { exitCodeOf } from "./exit-codes.js";
import { parseAddress, type TokenOptions, tokenOptions, tokensOf, urlOption } from "./options.js";
import { stopOnInterrupt } from "./stop.js";
import { printReport, progressLine } from "./terminal.js";

interface Options extends TokenOptions {
  readonly case: string;
  readonly path?: string;
  readonly url?: string;
}

/** `portico-conformance replay`: tries one case of a report again, with its seed, mode and level. */
export function replayCommand(): Command {
  const command = new Command("replay")
    .description("Try one case of a report again, with the same seed.")
    .argument("<report>", "report.json of the run")
    .requiredOption("--case <id>", "check to try again")
    .option("--path <path>", "where its samples begin, as the report says")
    .addOption(urlOption().argParser(parseAddress));
  for (const option of tokenOptions()) command.addOption(option);
  return command.action(async (file: string, options: Options) => {
    const { run, backend, checks } = readReport(file);
    const found = checks.find(({ id }) => id === options.case);
    if (!found || !isKnown(options.case))
      throw new CannotRun(`${file} has no case ${options.case}. It has ${failedIn(checks)}.`);
    const stop = stopOnInterrupt();
    try {
      const report = await runConformance({
        url: options.url ?? backend.url,
        tokens: tokensOf(options),
        mode: run.mode,
        level: run.level,
        seed: run.seed,
        only: [options.case],
        ...(run.profiles ? { profiles: run.profiles } : {}),
        ...(options.path ? { replayPath: options.path } : {}),
        signal: stop.signal,
        onProgress: progressLine(),
      });
      printReport(report, (check) => `npx portico-conformance replay ${file} --case ${check}`);
      process.exitCode = exitCodeOf(report);
    } finally {
      stop.end();
    }
  });
}

function readReport(file: string): Report {
  let report: Partial<Report>;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Partial<Report>;
  } catch (error) {
    throw new CannotRun(`${file} cannot be read as a report: ${(error as Error).message}`);
  }
  if (report.format !== "portico-conformance/1") throw new CannotRun(`${file} is no report of this kit.`);
  return report as Report;
}

const failedIn = (checks: Report["checks"]): string =>
  checks
    .filter(({ violations }) => violations.length > 0)
    .map(({ id }) => id)
    .join(", ") || "none that failed";
