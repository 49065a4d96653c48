import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type RunResult, root } from "../repo.ts";
import { vscodeCss, vscodeHtml, webTypes } from "./editor-data.ts";
import { elementPage, pageOf } from "./element-page.ts";
import { llmsText } from "./llms.ts";
import { readElements } from "./manifest.ts";
import { readOperations } from "./operations.ts";
import { withOverview } from "./overview.ts";
import { privilegesPage } from "./privileges-page.ts";
import { reactModules } from "./react.ts";
import { tagsModule } from "./tags.ts";

/** Where nothing but made files stand: what is not made any more goes. */
const madeAlone = ["packages/react/src/components/*", "packages/elements/docs/elements/*"];

const readme = "packages/elements/README.md";

/** Writes all that is made from the manifest, or with `check` tells what differs from what it would write. */
export async function fromManifest(check: boolean): Promise<RunResult> {
  const made = outputs();
  const stale = globSync(madeAlone, { cwd: root }).filter((file) => !made.has(file));
  const changed = [...made].filter(([file, text]) => textOf(file) !== text);
  if (check) {
    const faults = [...stale, ...changed.map(([file]) => file)].map((file) => `${file} is out of date.\n`);
    return { code: faults.length === 0 ? 0 : 1, output: faults.join("") };
  }
  for (const file of stale) rmSync(join(root, file));
  for (const [file, text] of changed) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { code: 0, output: "" };
}

/** Every file by its path from the repository's root. */
function outputs(): ReadonlyMap<string, string> {
  const elements = readElements();
  const operations = readOperations();
  const { version } = JSON.parse(textOf("packages/elements/package.json") ?? "{}") as { version: string };
  return new Map([
    ["packages/elements/src/tags.ts", tagsModule(elements)],
    ["packages/elements/vscode.html-custom-data.json", vscodeHtml(elements)],
    ["packages/elements/vscode.css-custom-data.json", vscodeCss(elements)],
    ["packages/elements/web-types.json", webTypes(elements, version)],
    ["packages/elements/llms.txt", llmsText(elements)],
    [readme, withOverview(textOf(readme) ?? "", elements)],
    ["packages/elements/docs/privileges.md", privilegesPage(elements, operations)],
    ...elements.map((element): [string, string] => [pageOf(element), elementPage(element, operations)]),
    ...[...reactModules(elements)].map(([file, text]): [string, string] => [
      `packages/react/src/${file}`,
      text,
    ]),
  ]);
}

function textOf(file: string): string | undefined {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;
}
