import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./prepare-process.js", import.meta.url));

/**
 * Makes an embedded database, with the demo or empty, in a process of its own: making one takes far more memory than
 * serving it, and that is given back when the process ends. The folder is there once all of it is there: a start that
 * was cut short leaves nothing behind that looks like a database.
 */
export async function prepareDatabase(folder: string, demo: boolean): Promise<void> {
  removeUnfinished(folder);
  // Its own name: a process left over from a start that was killed may still write for a moment.
  const unfinished = `${folder}.unfinished-${process.pid}`;
  const [code] = await once(fork(program, [unfinished, demo ? "demo" : "empty"]), "exit");
  if (code !== 0) throw new Error("a new database could not be made");
  renameSync(unfinished, folder);
}

function removeUnfinished(folder: string): void {
  const names = readdirSync(dirname(folder)).filter((name) =>
    name.startsWith(`${basename(folder)}.unfinished-`),
  );
  for (const name of names)
    rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}
