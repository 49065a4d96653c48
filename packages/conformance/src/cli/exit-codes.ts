import type { Report } from "../report/report.js";

/** What the exit code says to a script. */
export const exitCodes = {
  /** The backend conforms, as far as it was tried. */
  conforms: 0,
  /** It does not. */
  broken: 1,
  /** The run did not take place, or not to its end: wrong arguments, no backend, no such report, stopped. */
  notRun: 2,
  /** The kit itself failed. */
  kitFailed: 3,
} as const;

export function exitCodeOf({ verdict, run, counts }: Report): number {
  if (run.interrupted) return exitCodes.notRun;
  if (counts.error > 0) return exitCodes.kitFailed;
  return verdict.conforms ? exitCodes.conforms : exitCodes.broken;
}
