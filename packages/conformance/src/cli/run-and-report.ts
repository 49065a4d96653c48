import { mkdirSync, rmdirSync, rmSync } from "node:fs";
import { Journal } from "../journal.js";
import { CannotRun } from "../reach.js";
import type { Report } from "../report/report.js";
import { writeReports } from "../report/write.js";
import { type RunOptions, runConformance } from "../run.js";
import { Interrupted } from "../violation.js";
import { Stop } from "./stop.js";
import { progressLine } from "./terminal.js";

/** Runs with progress on the terminal, a journal in the folder, and a Ctrl-C that still cleans up. */
export async function runInTerminal(options: RunOptions, folder: string): Promise<Report> {
  using stop = new Stop();
  const show = progressLine();
  const report = await runConformance({
    ...options,
    journalFolder: folder,
    signal: stop.signal,
    onProgress: (progress) => {
      if (progress.kind === "begun") stop.runIs(progress.runId);
      show(progress);
    },
  });
  if (!options.keep && report.leftovers.every(({ final }) => final))
    rmSync(Journal.fileOf(folder, report.run.id), { force: true });
  return report;
}

/** Runs and leaves the reports in the folder. A run that does not take place leaves nothing. */
export async function runAndReport(options: RunOptions, folder: string): Promise<Report> {
  const made = makeFolder(folder);
  try {
    const report = await runInTerminal(options, folder);
    await writeReports(report, folder);
    return report;
  } catch (error) {
    if (made && (error instanceof CannotRun || error instanceof Interrupted)) rmdirSync(folder);
    throw error;
  }
}

/** Whether it was not there before. Made before the run, so that no result is lost for want of a place. */
function makeFolder(folder: string): boolean {
  try {
    return mkdirSync(folder, { recursive: true }) !== undefined;
  } catch (error) {
    throw new CannotRun(`The folder ${folder} cannot be made: ${(error as Error).message}.`);
  }
}
