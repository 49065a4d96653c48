import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PorticoServer, root } from "./server.ts";

const cache = join(root, ".cache/demo-data");

/**
 * A server on a fresh copy of the demo: filling a database takes seconds, copying it does not.
 *
 * @param settings of the environment, besides the data folder.
 */
export async function startDemo(settings: NodeJS.ProcessEnv = {}): Promise<PorticoServer> {
  const filled = await filledFolder();
  const server = await PorticoServer.prepare();
  server.settings = settings;
  await cp(filled, server.folder, { recursive: true });
  await server.start("--demo");
  return server;
}

/** A data folder with the demo as of today, made once for all suites on one day and one build. */
async function filledFolder(): Promise<string> {
  const folder = join(cache, buildAndDay());
  if (existsSync(folder)) return folder;
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });

  const server = await PorticoServer.prepare();
  await server.start("--demo");
  await server.stop();
  // Renamed when it is whole: a run that was interrupted must leave nothing that the next one would take.
  const unfinished = `${folder}.unfinished`;
  await cp(server.folder, unfinished, { recursive: true });
  await rename(unfinished, folder);
  await server.dispose();
  return folder;
}

function buildAndDay(): string {
  const hash = createHash("sha256").update(new Date().toISOString().slice(0, 10));
  const build = globSync("packages/{contract,analytics,server}/{dist,migrations}/**/*.{js,sql}", {
    cwd: root,
    exclude: ["**/*.test.js"],
  });
  for (const file of build.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
