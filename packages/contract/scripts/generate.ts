/**
 * Writes everything that follows from `openapi/*.yaml`, `requirements.yaml` and `crosswalk.yaml`: the bundled
 * document, types, models, operations, schemas, known values, requirements and the crosswalk's page.
 * `--check` writes nothing and fails when a file on disk differs from what the sources say.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { bundleDocument } from "./bundle.ts";
import { emitCrosswalk } from "./emit-crosswalk.ts";
import { emitModels } from "./emit-models.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitRequirements } from "./emit-requirements.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitTypes } from "./emit-types.ts";
import { emitValues } from "./emit-values.ts";
import { lintDocument } from "./lint.ts";
import { readCrosswalk } from "./read-crosswalk.ts";
import { readRequirements } from "./read-requirements.ts";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const header = (sources: string): string =>
  `// Generated from ${sources} by scripts/generate.ts: change the sources, not this file.\n\n`;

interface Generation {
  /** The text of each file by its path in the package. */
  files: Record<string, string>;
  mistakes: string[];
}

async function generate(): Promise<Generation> {
  const document = await bundleDocument(at("openapi/portico.yaml"));
  const { requirements, mistakes } = readRequirements(
    await readFile(at("requirements.yaml"), "utf8"),
    document,
  );
  const crosswalk = readCrosswalk(parse(await readFile(at("crosswalk.yaml"), "utf8")), document);
  const sources = {
    types: await emitTypes(document),
    models: emitModels(document),
    operations: emitOperations(document),
    schemas: emitSchemas(document),
    values: emitValues(document),
  };
  const modules = Object.entries(sources).map(([name, text]) => [
    `src/generated/${name}.ts`,
    `${header("openapi/*.yaml")}${text.trimEnd()}\n`,
  ]);
  const files = {
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "src/generated/requirements.ts": `${header("requirements.yaml")}${emitRequirements(requirements)}\n`,
    ...(crosswalk.crosswalk ? { "CROSSWALK.md": `${emitCrosswalk(crosswalk.crosswalk)}\n` } : {}),
    ...Object.fromEntries(modules),
  };
  return { files, mistakes: [...mistakes, ...crosswalk.mistakes] };
}

async function stale(files: Record<string, string>): Promise<string[]> {
  const differs = async ([path, text]: [string, string]) =>
    (await readFile(at(path), "utf8").catch(() => undefined)) === text ? [] : [path];
  return (await Promise.all(Object.entries(files).map(differs))).flat();
}

function reportMistakes(mistakes: string[]): void {
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) process.exitCode = 1;
}

async function main(check: boolean): Promise<void> {
  reportMistakes(await lintDocument(at("openapi/portico.yaml")));
  const { files, mistakes } = await generate();
  reportMistakes(mistakes);
  const changed = await stale(files);
  if (!check) await Promise.all(changed.map((path) => writeFile(at(path), files[path] ?? "")));
  else if (changed.length > 0) process.exitCode = 1;
  for (const path of changed)
    console.log(check ? `${path} does not follow from its sources` : `wrote ${path}`);
}

await main(process.argv.includes("--check"));
