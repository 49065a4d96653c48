import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listings } from "./new-element/listings.ts";
import { type Names, namesOf, whyRefused } from "./new-element/names.ts";
import { root, run } from "./repo.ts";

const templates = join(import.meta.dirname, "../templates");

/** `npm run new-element NAME`: lays down an element that passes every check, for a developer to start from. */
export async function main(args: string[]): Promise<number> {
  const refusal = whyRefused(args) ?? whyTaken(args[0] ?? "");
  if (refusal) {
    console.error(refusal);
    return 2;
  }
  const names = namesOf(args[0] ?? "");
  const written = writeFiles(names);
  const changed = addToLists(names);
  console.log(`Wrote ${written.join("\n      ")}\nListed it in ${changed.join(", ")}`);

  for (const [command, ...options] of [
    // Where a line breaks and what is imported first depends on the name.
    ["biome", "check", "--write", "--linter-enabled=false", ...written, ...changed],
    ["node", "packages/tools/run.js", "generate"],
  ] as const) {
    const { code, output } = await run(command, options);
    if (code !== 0) {
      console.error(output);
      return code;
    }
  }
  console.log(nextSteps(names));
  return 0;
}

/** The templates lie as the repository does; what they call `new-element` gets the name. */
function writeFiles(names: Names): string[] {
  const files = globSync("**/*.template", { cwd: templates }).sort();
  return files.map((file) => {
    const path = names.insert(file.replace(/\.template$/, ""));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), names.insert(readFileSync(join(templates, file), "utf8")));
    return path;
  });
}

function addToLists(names: Names): string[] {
  return listings.map(({ file, add }) => {
    const path = join(root, file);
    writeFileSync(path, add(readFileSync(path, "utf8"), names));
    return file;
  });
}

/** A folder, a class or a catalogue of that name would be two things at once. */
function whyTaken(name: string): string | undefined {
  const { kebab, pascal, camel } = namesOf(name);
  const folder = `packages/elements/src/${kebab}`;
  if (existsSync(join(root, folder))) return `"${kebab}" is taken: there is ${folder}/.`;
  const declared = new RegExp(`\\b(Crm${pascal}|${camel}Strings)\\b`);
  for (const file of globSync("packages/elements/src/**/*.ts", { cwd: root }).sort()) {
    const [found] = declared.exec(readFileSync(join(root, file), "utf8")) ?? [];
    if (found) return `"${kebab}" is taken: ${file} has a ${found}.`;
  }
  return undefined;
}

function nextSteps({ kebab }: Names): string {
  const folder = `packages/elements/src/${kebab}`;
  return `
<crm-${kebab}> stands and passes every check. From here:
1. ${folder}/${kebab}.model.ts: what of which payload it shows; ${kebab}.ts: how it loads and draws that
2. ${kebab}.subject.ts: what a good, an empty and a partial answer are to it; the shared suites do the rest
3. npm run storybook, then npm run visual -- ${kebab}: look at it in every state, language and theme
4. npm run generate after each change of its doc comment, and npm test in the end
5. packages/elements/src/internal/README.md tells all that holds for every element`;
}
