import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache, type RunResult, root, run } from "./repo.ts";

/** Two words, the first of them one that others begin with: every form of a name is tried, and every order. */
const element = "request-brief";

/** Below the repository, where Node finds the libraries of the repository. */
const copy = join(cache, "new-element");

const steps = ["generate", "types", "biome", "directions", "drift", "knip", "elements", "size"];

/** What is said of every element in a browser or of all their entries; the others name the elements they try. */
const tests = [
  "catalogues",
  "element-entries",
  "server-drawn",
  "storybook",
  "hosts-stories",
  "accessibility/aria",
  "accessibility/keyboard",
];

/** Lays down an element in a copy of the repository, and holds it against every check that a new one could fail. */
export async function main(): Promise<number> {
  copyRepository(await sources());
  const rounds = [
    [() => tool("new-element", element)],
    [() => tool("test", "build")],
    [() => tool("test", ...steps), endToEnd],
  ];
  for (const round of rounds) {
    const results = await Promise.all(round.map((start) => start()));
    const failures = results.filter(({ code }) => code !== 0);
    for (const { output } of failures) console.error(output);
    if (failures.length > 0) {
      console.error(`The element and its repository stand in ${copy}.`);
      return 1;
    }
  }
  rmSync(copy, { recursive: true });
  return 0;
}

/** Every file that git knows or would take. */
async function sources(): Promise<string[]> {
  const { output } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  return output.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
}

/** Copies files, and leads `@portico/…` to the copies of our packages. */
function copyRepository(files: readonly string[]): void {
  rmSync(copy, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  mkdirSync(join(copy, "node_modules/@portico"), { recursive: true });
  for (const manifest of files.filter((file) => /^(packages|examples)\/[^/]+\/package\.json$/.test(file))) {
    const folder = dirname(manifest);
    const { name } = JSON.parse(readFileSync(join(root, manifest), "utf8")) as { name: string };
    if (name.startsWith("@portico/")) symlinkSync(join(copy, folder), join(copy, "node_modules", name));
    const libraries = join(root, folder, "node_modules");
    if (existsSync(libraries)) symlinkSync(libraries, join(copy, folder, "node_modules"));
  }
}

function tool(name: string, ...args: string[]): Promise<RunResult> {
  return inCopy("node", ["packages/tools/run.js", name, ...args]);
}

function endToEnd(): Promise<RunResult> {
  return inCopy("vitest", ["run", "--project=end-to-end", ...tests.map((name) => `test/${name}.test.ts`)]);
}

/** Chromium alone: what differs between browsers is the library's, not a new element's. */
function inCopy(command: string, args: string[]): Promise<RunResult> {
  return run(command, args, { cwd: copy, env: { ELEMENT: element, BROWSERS: "Chromium" } });
}
