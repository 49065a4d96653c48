import { Command, CommanderError } from "commander";
import { reasonOf } from "./environment.js";
import { importCommand } from "./import.js";
import { serveCommand } from "./serve.js";
import { tokenCommand } from "./token.js";

/** Runs `portico …`; returns the exit code, which a command sets as `process.exitCode` when it failed in part. */
export async function main(argv: string[]): Promise<number> {
  const program = new Command("portico")
    .description("The reference backend of the Portico contract.")
    .exitOverride();
  for (const command of [serveCommand(), tokenCommand(), importCommand()])
    program.addCommand(command.exitOverride());
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has said what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode;
    console.error(error instanceof Error && error.message ? error.message : reasonOf(error));
    return 1;
  }
}
