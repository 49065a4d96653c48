import { existsSync, rmSync } from "node:fs";
import { Command } from "commander";
import { cleanUp } from "../clean-up.js";
import { Sender } from "../http/sender.js";
import { Journal } from "../journal.js";
import { CannotRun, reach } from "../reach.js";
import { exitCodes } from "./exit-codes.js";
import { outOption, parseAddress, type TokenOptions, tokenOptions, tokensOf, urlOption } from "./options.js";

interface Options extends TokenOptions {
  readonly url: string;
  readonly run: string;
  readonly out: string;
}

const wait = {
  timeoutMs: 10_000,
  requestCap: 100_000,
  readOnly: false,
  signal: new AbortController().signal,
};

/** `portico-conformance clean`: removes what a run left that was ended before it could. */
export function cleanCommand(): Command {
  const command = new Command("clean")
    .description("Remove what a run left that was ended before it could.")
    .requiredOption("--run <id>", "id of the run; things it made are marked kit:<id>")
    .addOption(urlOption().argParser(parseAddress).makeOptionMandatory());
  for (const option of [...tokenOptions(), outOption()]) command.addOption(option);
  return command.action(async (options: Options) => {
    const file = Journal.fileOf(options.out, options.run);
    if (!/^[a-z0-9]+$/.test(options.run) || !existsSync(file))
      throw new CannotRun(`There is no journal ${file}. Give the folder of the run with --out.`);
    const tokens = tokensOf(options);
    const sender = new Sender({ url: options.url.replace(/\/+$/, ""), ...wait });
    await reach(sender, tokens, options.run);
    const made = Journal.read(file);
    const leftovers = await cleanUp(made, sender, tokens);
    for (const { what, id, why } of leftovers) console.log(`${what}/${id} stays: ${why}`);
    console.log(`${made.length - leftovers.length} of ${made.length} things are gone.`);
    const again = leftovers.some(({ final }) => !final);
    if (!again) rmSync(file);
    process.exitCode = again ? exitCodes.broken : exitCodes.conforms;
  });
}
