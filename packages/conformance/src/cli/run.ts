import { Command, InvalidArgumentError } from "commander";
import { isKnown } from "../catalogue.js";
import { reportFile } from "../report/write.js";
import { knownProfiles } from "../run.js";
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
import { runAndReport } from "./run-and-report.js";
import { printReport } from "./terminal.js";

interface Options extends TokenOptions {
  readonly url: string;
  readonly mode: Mode;
  readonly level?: Level;
  readonly profile?: string[];
  readonly seed?: number;
  readonly only?: string[];
  readonly timeout: number;
  readonly maxRequests: number;
  readonly maxMinutes: number;
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
      parseProfiles,
    )
    .option("--seed <number>", "decides every sample (default: drawn, and told)", parseWhole(1, greatestSeed))
    .option("--only <ids>", "checks or requirements to limit the run to, with commas", parseKnown)
    .option("--timeout <seconds>", "longest wait for an answer", parseWhole(1, 600), 10)
    .option("--max-requests <number>", "most requests of the run", parseWhole(1, 10_000_000), 20_000)
    .option("--max-minutes <number>", "longest run", parseWhole(1, 1440), 15)
    .option("--keep", "leave what the run made")
    .action(async (options: Options) => {
      const { url, mode, level, profile, seed, only, timeout, maxRequests, maxMinutes, keep, out } = options;
      const report = await runAndReport(
        {
          url,
          tokens: tokensOf(options),
          mode,
          timeoutMs: timeout * 1000,
          maxRequests,
          maxDurationMs: maxMinutes * 60_000,
          ...(level ? { level } : {}),
          ...(profile ? { profiles: profile } : {}),
          ...(seed ? { seed } : {}),
          ...(only ? { only } : {}),
          ...(keep ? { keep } : {}),
        },
        out,
      );
      printReport(report, { file: reportFile(out), folder: out });
      process.exitCode = exitCodeOf(report);
    });
}

function parseKnown(text: string): string[] {
  const ids = parseList(text);
  const unknown = ids.filter((id) => !isKnown(id));
  if (unknown.length === 0) return ids;
  throw new InvalidArgumentError(`There is no ${unknown.join(", ")}; \`list\` prints what there is.`);
}

function parseProfiles(text: string): string[] {
  const ids = parseList(text);
  const unknown = ids.filter((id) => !knownProfiles.includes(id));
  if (unknown.length === 0) return ids;
  throw new InvalidArgumentError(`There is no ${unknown.join(", ")}; there are ${knownProfiles.join(", ")}.`);
}
