import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { generateAccessibilityReport } from "./accessibility-report.ts";
import { generateTokens } from "./generate-tokens.ts";
import { manifestFile } from "./manifest/manifest.ts";
import { fromManifest } from "./manifest/outputs.ts";
import { cache, type RunResult, root, run, seconds } from "./repo.ts";

interface Generator {
  /** What it makes, for people. */
  makes: string;
  /** Writes its files, or with `check` fails when they differ from what it would write. */
  generate(check: boolean): Promise<RunResult>;
}

const generators: Generator[] = [
  { makes: "contract bundle, types and schemas", generate: contract },
  { makes: "custom-elements manifest", generate: customElementsManifest },
  { makes: "tokens: stylesheet and tables", generate: generateTokens },
  { makes: "accessibility report", generate: generateAccessibilityReport },
  { makes: "types, wrappers, editor data and pages of the elements", generate: fromManifest },
];

/** `npm run generate`: makes every generated file again. With `--check` it changes nothing and fails on drift. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { check: { type: "boolean", default: false } } });
  let drifted = false;
  for (const { makes, generate } of generators) {
    const start = performance.now();
    const { code, output } = await generate(values.check);
    console.log(`${code === 0 ? "ok    " : "failed"}  ${makes} (${seconds(start)})`);
    if (code === 0) continue;
    drifted = true;
    console.error(output);
  }
  if (drifted && values.check) console.error("Run `npm run generate` and commit what it changes.");
  return drifted ? 1 : 0;
}

function contract(check: boolean): Promise<RunResult> {
  return run("node", ["packages/contract/scripts/generate.ts", ...(check ? ["--check"] : [])]);
}

async function customElementsManifest(check: boolean): Promise<RunResult> {
  const elements = join(root, "packages/elements");
  const outdir = join(cache, "manifest");
  const analysis = await run("cem", ["analyze", "--quiet", "--outdir", relative(elements, outdir)], {
    cwd: elements,
  });
  if (analysis.code !== 0) return analysis;

  const made = readFileSync(join(outdir, "custom-elements.json"), "utf8");
  if (!check) writeFileSync(manifestFile, made);
  else if (!existsSync(manifestFile) || readFileSync(manifestFile, "utf8") !== made) {
    return { code: 1, output: `${relative(root, manifestFile)} differs from what the sources say.\n` };
  }
  return { code: 0, output: analysis.output };
}
