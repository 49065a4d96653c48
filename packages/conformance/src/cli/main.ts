import { Command, CommanderError } from "commander";
import { CannotRun } from "../reach.js";
import { kitVersion } from "../version.js";
import { Interrupted } from "../violation.js";
import { cleanCommand } from "./clean.js";
import { exitCodes } from "./exit-codes.js";
import { listCommand } from "./list.js";
import { replayCommand } from "./replay.js";
import { runCommand } from "./run.js";

/** Runs `portico-conformance …`; returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const program = new Command("portico-conformance")
    .description("Tries whether a backend keeps the Portico contract.")
    .version(kitVersion)
    .exitOverride();
  program.addCommand(runCommand().exitOverride(), { isDefault: true });
  for (const command of [replayCommand(), cleanCommand(), listCommand()])
    program.addCommand(command.exitOverride());
  try {
    await program.parseAsync(argv, { from: "user" });
    return Number(process.exitCode ?? exitCodes.conforms);
  } catch (error) {
    // Commander has said what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.notRun;
    if (error instanceof CannotRun) {
      console.error(error.message);
      return exitCodes.notRun;
    }
    if (error instanceof Interrupted) {
      console.error("Stopped before anything was tried.");
      return exitCodes.notRun;
    }
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return exitCodes.kitFailed;
  }
}
