import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));

/** The cluster that another version lays out may not fit this one, so that the name tells them apart. */
export const templateFile = (): string => join(dist, `empty-database-${pgliteVersion()}.tar.gz`);

/** An empty database, made at build time: unpacking it takes a second, making one takes many. */
export async function readTemplate(): Promise<Blob | undefined> {
  const file = templateFile();
  return existsSync(file) ? new Blob([new Uint8Array(await readFile(file))]) : undefined;
}

/** Makes the empty database that new folders begin with. */
export async function writeTemplate(): Promise<void> {
  const client = await PGlite.create();
  const dump = await client.dumpDataDir("gzip");
  await client.close();
  const part = `${templateFile()}.part`;
  await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
  await rename(part, templateFile());
}

function pgliteVersion(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@electric-sql/pglite");
  const manifest = require(join(entry.slice(0, entry.lastIndexOf("dist")), "package.json")) as {
    version: string;
  };
  return manifest.version;
}
