import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { isKnown } from "../catalogue.js";
import { CannotRun } from "../reach.js";
import type { CheckResult, Report } from "../report/report.js";
import { kitVersion } from "../version.js";
import { exitCodeOf } from "./exit-codes.js";
import { parseAddress, type TokenOptions, tokenOptions, tokensOf, urlOption } from "./options.js";
import { runInTerminal } from "./run-and-report.js";
import { printReport } from "./terminal.js";

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
    const only = casesOf(options.case, checks, file);
    const folder = dirname(file);
    const report = await runInTerminal(
      {
        url: options.url ?? backend.url,
        tokens: tokensOf(options),
        mode: run.mode,
        level: run.level,
        seed: run.seed,
        only,
        ...(run.profiles ? { profiles: run.profiles } : {}),
        ...(options.path ? { replayPath: options.path } : {}),
      },
      folder,
    );
    printReport(report, { file, folder });
    process.exitCode = exitCodeOf(report);
  });
}

/** The case itself, and the checks that sent what it found wrong. */
function casesOf(id: string, checks: readonly CheckResult[], file: string): string[] {
  const found = checks.find((check) => check.id === id);
  if (!found || !isKnown(id)) {
    const failed = checks.filter(({ violations }) => violations.length > 0).map((check) => check.id);
    throw new CannotRun(
      `${file} has no case ${id}. ${failed.length > 0 ? `It has ${failed.join(", ")}.` : "Nothing failed in it."}`,
    );
  }
  const senders = found.violations.flatMap(({ sentBy }) => sentBy ?? []);
  return [...new Set([id, ...senders])];
}

function readReport(file: string): Report {
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Partial<Report> | null;
  } catch (error) {
    throw new CannotRun(`${file} cannot be read as a report: ${(error as Error).message}`);
  }
  if (report?.format !== "portico-conformance/1") throw new CannotRun(`${file} is no report of this kit.`);
  const by = report.kit?.version;
  if (by !== kitVersion)
    throw new CannotRun(
      `${file} is by version ${by}, which draws other samples than this one, ${kitVersion}.`,
    );
  return report as Report;
}
