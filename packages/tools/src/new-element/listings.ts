import type { Names } from "./names.ts";

/** A list that bundlers and type checkers must find written down. */
interface Listing {
  readonly file: string;
  /** The file's text with the element in it; the formatter sorts imports and exports. */
  add(text: string, names: Names): string;
}

const src = "packages/elements/src";

export const listings: readonly Listing[] = [
  {
    file: `${src}/index.ts`,
    add: (text, { kebab, pascal }) => `${text}export { Crm${pascal} } from "./${kebab}/${kebab}.js";\n`,
  },
  {
    file: `${src}/all.ts`,
    add: (text, { kebab, pascal }) =>
      withImport(
        withEntry(text, "export const elements = {", kebab, `Crm${pascal}`),
        `import { Crm${pascal} } from "./${kebab}/${kebab}.js";`,
      ),
  },
  {
    file: `${src}/scripts/loader.ts`,
    add: (text, { kebab, pascal }) =>
      withEntry(
        text,
        "const classes: ",
        kebab,
        `async () => (await import("../${kebab}/${kebab}.js")).Crm${pascal}`,
      ),
  },
  {
    file: `${src}/catalogues/catalogues.ts`,
    add: (text, { kebab, camel }) =>
      withImport(
        withEntry(text, "export const catalogues = {", `crm-${kebab}`, `[commonStrings, ${camel}Strings]`),
        `import { ${camel}Strings } from "../${kebab}/${kebab}.strings.js";`,
      ),
  },
];

/**
 * Adds an entry to the object that begins on the line with `opening`, before the first key that is greater.
 *
 * @throws {Error} when there is no such object.
 */
function withEntry(text: string, opening: string, key: string, value: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(opening)) + 1;
  if (start === 0) throw new Error(`There is no "${opening}" to add ${key} to.`);
  const place = lines.findIndex((line, at) => {
    if (at < start) return false;
    const [, found] = /^ {2}"?([\w-]+)"?:/.exec(line) ?? [];
    return line.startsWith("}") || (found !== undefined && found > key);
  });
  return lines.toSpliced(place, 0, `  "${key}": ${value},`).join("\n");
}

/** Not before the first import: what stands above that is said of the file. */
function withImport(text: string, line: string): string {
  const last = text.lastIndexOf("\nimport ");
  return `${text.slice(0, last)}\n${line}${text.slice(last)}`;
}
