/**
 * Writes everything that follows from `openapi/*.yaml`: the bundled document, types, models, operations,
 * schemas and known values.
 * `--check` writes nothing and fails when a file on disk differs from what the sources say.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleDocument } from "./bundle.ts";
import { emitModels } from "./emit-models.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitTypes } from "./emit-types.ts";
import { emitValues } from "./emit-values.ts";
import { lintDocument } from "./lint.ts";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const header =
  "// Generated from openapi/*.yaml by scripts/generate.ts: change the sources, not this file.\n\n";

async function generate(): Promise<Record<string, string>> {
  const document = await bundleDocument(at("openapi/portico.yaml"));
  const sources = {
    types: await emitTypes(document),
    models: emitModels(document),
    operations: emitOperations(document),
    schemas: emitSchemas(document),
    values: emitValues(document),
  };
  const modules = Object.entries(sources).map(([name, text]) => [
    `src/generated/${name}.ts`,
    `${header}${text.trimEnd()}\n`,
  ]);
  return { "openapi.json": `${JSON.stringify(document, null, 2)}\n`, ...Object.fromEntries(modules) };
}

async function stale(files: Record<string, string>): Promise<string[]> {
  const differs = async ([path, text]: [string, string]) =>
    (await readFile(at(path), "utf8").catch(() => undefined)) === text ? [] : [path];
  return (await Promise.all(Object.entries(files).map(differs))).flat();
}

async function main(check: boolean): Promise<void> {
  const mistakes = await lintDocument(at("openapi/portico.yaml"));
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) process.exitCode = 1;

  const files = await generate();
  const changed = await stale(files);
  if (!check) await Promise.all(changed.map((path) => writeFile(at(path), files[path] ?? "")));
  else if (changed.length > 0) process.exitCode = 1;
  for (const path of changed)
    console.log(check ? `${path} does not follow from openapi/*.yaml` : `wrote ${path}`);
}

await main(process.argv.includes("--check"));
