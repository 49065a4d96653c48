import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repo.ts";

/** What a host would write: the client, and with elements the provider that hands it to them. */
export function hostSource({ elements = [], core = false }: { elements?: string[]; core?: boolean }): string {
  const define = elements.length > 0 || core ? ["provider", ...elements] : [];
  const shared = core ? sharedModules() : [];
  return [
    `import { createClient, isCrmError } from "@portico/sdk";`,
    ...define.map((name) => `import "@portico/elements/define/${name}";`),
    ...shared.map((path, index) => `import * as shared${index} from ${JSON.stringify(path)};`),
    `globalThis.portico = [createClient, isCrmError, ${shared.map((_, index) => `shared${index}`).join(", ")}];`,
  ].join("\n");
}

/** A host that takes everything these modules export. */
export function takingAll(...specifiers: string[]): string {
  return [
    ...specifiers.map((specifier, index) => `import * as taken${index} from "${specifier}";`),
    `globalThis.taken = [${specifiers.map((_, index) => `taken${index}`).join(", ")}];`,
  ].join("\n");
}

/** Every element that has a tag, the provider apart. */
export function definedElements(): string[] {
  return modulesIn("elements/dist/define").filter((name) => name !== "provider");
}

/** Entries of the elements' package that add something to elements, such as `hydrate`. */
export function elementExtras(): string[] {
  const folders = readdirSync(built("elements/dist")).filter((name) =>
    existsSync(built(`elements/dist/${name}/${name}.js`)),
  );
  const others = ["provider", ...definedElements(), "ssr"];
  return folders.filter((name) => !others.includes(name));
}

/** Entries of the client's package, without the dot. */
export function sdkEntries(): string[] {
  const { exports } = JSON.parse(readFileSync(built("sdk/package.json"), "utf8")) as { exports: object };
  return Object.keys(exports)
    .filter((entry) => entry !== ".")
    .map((entry) => entry.slice("./".length));
}

export function built(path: string): string {
  return join(root, "packages", path);
}

/** The shared core is what elements keep in `internal/`; what one adds to it is its own folder. */
function sharedModules(): string[] {
  const modules = globSync("elements/dist/internal/**/*.js", {
    cwd: join(root, "packages"),
    exclude: ["**/test/**", "**/*.test.js", "**/*.{strings,words}.*.js"],
  });
  return modules.map(built);
}

function modulesIn(folder: string): string[] {
  return readdirSync(built(folder)).flatMap((file) => /^([^.]+)\.js$/.exec(file)?.[1] ?? []);
}
