import { globSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { root } from "./repo.ts";
import { globalsUsed, importsOf } from "./source-text.ts";

/** Who may import whom. Packages stand under their folder's name, the rest under its top-level folder. */
const mayImport: Record<string, readonly string[]> = {
  contract: [],
  sdk: ["contract"],
  elements: ["contract", "sdk"],
  react: ["contract", "sdk", "elements"],
  analytics: [],
  server: ["contract", "analytics"],
  adapters: ["contract", "server"],
  conformance: ["contract"],
  tools: [],
  stories: ["contract", "sdk", "elements"],
  examples: ["contract", "sdk", "elements", "react"],
};

const topLevel = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "README.md",
  "LICENSE",
  "packages",
  "stories",
  "examples",
  "test",
];
const madeHere = ["node_modules", "storybook-static", "coverage", "visual"];

/** Folders of packages/elements/src that stand on the elements: entries, and what is said of all of them. */
const aboveElements = ["catalogues", "define", "pseudo-locale", "scripts", "texts"];

export interface Violation {
  /** `folder/file.ts:12`, from the repository's root. */
  where: string;
  why: string;
}

/** Everything in the tree under `base` that breaks the layout or the import arrows of the house. */
export function findViolations(base: string): Violation[] {
  const files = globSync("{packages,stories,examples}/**/*.{ts,tsx,js,mjs}", {
    cwd: base,
    exclude: ["**/node_modules", "**/dist"],
  });
  return [
    ...checkTopLevel(base),
    ...files
      .sort()
      .flatMap((file) => checkFile(file.split(sep).join("/"), readFileSync(join(base, file), "utf8"))),
  ];
}

function checkTopLevel(base: string): Violation[] {
  return readdirSync(base)
    .filter((name) => !name.startsWith(".") && !topLevel.includes(name) && !madeHere.includes(name))
    .map((name) => ({ where: name, why: "the top level holds nothing but what the README's map names" }));
}

function checkFile(file: string, source: string): Violation[] {
  const violations = importsOf(source).flatMap(({ text, line }) => {
    const why = whyForbidden(file, text);
    return why ? [{ where: `${file}:${line}`, why }] : [];
  });
  if (!file.startsWith("packages/sdk/src/")) return violations;
  const touched = globalsUsed(source, ["document", "window"]).map(({ text, line }) => ({
    where: `${file}:${line}`,
    why: `the SDK also runs in Node and workers, so it never touches \`${text}\``,
  }));
  return [...violations, ...touched];
}

function whyForbidden(file: string, specifier: string): string | undefined {
  const from = houseOf(file);
  const target = specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : specifier;
  const to = specifier.startsWith("@portico/") ? specifier.split("/")[1] : houseOf(target);

  if (to && to !== from) {
    // Configuration, scripts and benchmarks beside a package's sources may use the tools.
    if (to === "tools" && !file.includes("/src/")) return undefined;
    const allowed = mayImport[from ?? ""] ?? [];
    if (!allowed.includes(to))
      return `${from} must not import ${to}; it may import ${allowed.join(", ") || "no other package"}`;
    if (specifier.startsWith(".")) return `other packages are imported by name, as @portico/${to}`;
  }
  return whyForbiddenBetweenElements(file, target);
}

/** Elements share through internal/, never with each other; only tests may define the elements they try. */
function whyForbiddenBetweenElements(file: string, target: string): string | undefined {
  const own = elementFolder(file);
  const other = elementFolder(target);
  if (!own || !other || own === other || other === "internal") return undefined;
  if (aboveElements.includes(own)) return undefined;
  if (isTest(file) && other === "define") return undefined;
  return own === "internal"
    ? `${own}/ is below the elements and must not import ${other}/`
    : `elements never import each other: what ${own} and ${other} share belongs in internal/`;
}

function isTest(file: string): boolean {
  return file.endsWith(".test.ts") || file.startsWith("packages/elements/src/internal/test/");
}

function houseOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1] ?? /^(stories|examples|test)\//.exec(path)?.[1];
}

function elementFolder(path: string): string | undefined {
  return /^packages\/elements\/src\/([^/]+)\//.exec(path)?.[1];
}

/** `node packages/tools/run.js check-directions`: prints every violation and fails when there is one. */
export function main(): number {
  const violations = findViolations(root);
  for (const { where, why } of violations) console.error(`${where}  ${why}`);
  console.log(
    violations.length === 0 ? "All imports keep their direction." : `${violations.length} broken directions.`,
  );
  return violations.length === 0 ? 0 : 1;
}
