/**
 * Compares the bundled document with the newest one of `releases/`, prints every change and fails on a breaking
 * one, unless the version of the document says that it may break.
 */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Change, compareDocuments, compareVersions, mayBreak } from "@portico/contract/compare";
import type { OpenApiDocument } from "../src/openapi.ts";

const folder = new URL("../", import.meta.url);

async function read(path: string): Promise<OpenApiDocument> {
  return JSON.parse(await readFile(new URL(path, folder), "utf8"));
}

function newestRelease(): string | undefined {
  const versions = readdirSync(new URL("releases/", folder)).map((name) => name.replace(/\.json$/, ""));
  return versions.sort(compareVersions).at(-1);
}

const describe = ({ impact, pointer, text }: Change): string =>
  `${impact.padEnd(10)}  ${pointer}\n            ${text}`;

async function main(): Promise<void> {
  const release = newestRelease();
  if (release === undefined) return;
  const current = await read("openapi.json");
  const changes = compareDocuments(await read(`releases/${release}.json`), current);
  for (const change of changes) console.log(describe(change));
  const breaking = changes.filter(({ impact }) => impact === "breaking").length;
  const { version } = current.info;
  console.log(
    `${version} against the release ${release}: ${breaking} of ${changes.length} changes are breaking.`,
  );
  if (breaking === 0 || mayBreak(release, version)) return;
  console.error(`Take back what breaks, or give the document a version that may break with ${release}.`);
  process.exitCode = 1;
}

await main();
