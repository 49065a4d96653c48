import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotli, sum } from "../bundle.ts";
import type { Measure } from "./measure.ts";
import { built } from "./sources.ts";

/** Budgets in KB; what the loader loads for one element lets pages without a bundler keep below everything at once. */
const budgets = { everything: 60, loader: 2, oneElement: 36 };

/** The files for pages without a bundler, as they are served. */
export function weighCdn(): Measure[] {
  const folder = built("elements/dist/cdn");
  const loader = join(folder, "loader.js");
  const chunks = new Map(
    Array.from(
      readFileSync(loader, "utf8").matchAll(/import\([`"](\.\/[^`"]+\/([\w-]+?)-[\w-]{8}\.js)[`"]\)/g),
      ([, path = "", name = ""]) => [name, path],
    ),
  );
  const loaded = ["core", "provider", "rating"].map((name) => join(folder, chunks.get(name) ?? name));
  return [
    {
      what: "portico.js: everything",
      bytes: weightOf([join(folder, "portico.js")]),
      budget: budgets.everything,
    },
    { what: "loader.js", bytes: weightOf([loader]), budget: budgets.loader },
    {
      what: "loader.js with what a provider and a rating load",
      bytes: weightOf([loader, ...loaded]),
      budget: budgets.oneElement,
    },
  ];
}

/** Files with all that they import statically. */
function weightOf(files: readonly string[]): number {
  const reached = new Set(files);
  for (const file of reached) {
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*["`](\.[^"`]+)["`]/g))
      reached.add(join(dirname(file), path));
  }
  return sum([...reached].map((file) => brotli(readFileSync(file, "utf8"))));
}
