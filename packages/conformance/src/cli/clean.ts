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
      throw new CannotRun(
        `There is no journal ${file}: nothing is left of that run, or it had another --out.`,
      );
    const tokens = tokensOf(options);
    const sender = new Sender({
      url: options.url.replace(/\/+$/, ""),
      timeoutMs: 10_000,
      requestCap: Infinity,
      readOnly: false,
      signal: new AbortController().signal,
    });
    await reach(sender, tokens, options.run);
    const leftovers = await cleanUp(Journal.read(file), sender, tokens);
    for (const { collection, id, why } of leftovers) console.log(`${collection}/${id} stays: ${why}`);
    const again = leftovers.filter(({ final }) => !final).length;
    if (again === 0) rmSync(file);
    console.log(
      again === 0
        ? `Nothing of run ${options.run} is left that can be removed.`
        : `${again} things could not be removed; try again.`,
    );
    process.exitCode = again === 0 ? exitCodes.conforms : exitCodes.broken;
  });
}
