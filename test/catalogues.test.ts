import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/server.ts";

/** A text or a function that makes one; or a group or list of these. */
type Text = Wording | { readonly [key: string]: Text };
type Wording = string | ((...values: unknown[]) => string);

interface Catalogue {
  load(locale: string): Promise<unknown>;
  read(locale: string): unknown;
}

const languages = ["zh-hans", "zh-hant", "ar"];
const elements = join(root, "packages/elements");

/** Names and examples that no language translates. */
const untranslatable = /WeChat|name@example\.com/g;

/** Counts of all six plural categories of Arabic; the wordings of the first three may say the number in a word. */
const counts = { worded: [0, 1, 2], numbered: [3, 11, 100] };

const modules = globSync("src/**/*.strings.ts", { cwd: elements }).map((path) =>
  path.replace(/^src/, "dist").replace(/\.ts$/, ""),
);

async function read(path: string): Promise<Record<string, unknown>> {
  return import(join(elements, `${path}.js`));
}

/** Every text by the path of its keys, as in `failed.offline`. */
function texts(text: Text, path = ""): [path: string, text: Wording][] {
  if (typeof text !== "object") return [[path, text]];
  return Object.entries(text).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}

const shape = (text: Text) =>
  Object.fromEntries(
    texts(text).map(([path, one]) => [
      path,
      typeof one === "function" ? `function of ${one.length}` : "text",
    ]),
  );

/** Stands for a value, and its members for theirs: what a text makes of it shows where it went. */
const placeholder = (name: string): unknown =>
  new Proxy(
    {},
    {
      get: (_, key) =>
        key === Symbol.toPrimitive || key === "toString"
          ? () => `{${name}}`
          : typeof key === "string" && placeholder(`${name}.${key}`),
    },
  );

/** `(count, number) => …` takes `count` to choose a wording, and `number` to print. */
const parameters = (text: (...values: unknown[]) => string): string[] =>
  (/^\(?([^)=]*)/.exec(String(text))?.[1] ?? "").split(",").map((name) => name.trim());

const written = (text: Text, english: Text, count: number): string =>
  typeof text === "function" && typeof english === "function"
    ? text(
        ...parameters(english).map((name, index) => (name === "count" ? count : placeholder(String(index)))),
      )
    : String(text);

const placeholders = (text: string): string[] => [...new Set(text.match(/\{[^}]*\}/g))].sort();

describe.each(modules)("%s", async (path) => {
  const { english, ...exported } = (await read(path)) as Record<string, Text>;
  if (!english) throw new Error(`${path} exports no English`);
  const [catalogue] = Object.values(exported) as unknown as [Catalogue];
  const originals = new Map(texts(english));

  it.each(languages)("says everything in %s", async (language) => {
    const translation = (await read(`${path}.${language}`)).default as Text;
    expect(shape(translation)).toEqual(shape(english));

    for (const [key, text] of texts(translation)) {
      const original = originals.get(key) ?? "";
      for (const count of [...counts.worded, ...counts.numbered]) {
        const words = written(text, original, count);
        const source = written(original, original, count);
        expect(words === "", `${key} is empty`).toBe(source === "");
        expect(words.replace(/\{[^}]*\}/g, "").replace(untranslatable, ""), key).not.toMatch(/[a-z]{2}/i);
        if (counts.numbered.includes(count)) expect(placeholders(words), key).toEqual(placeholders(source));
      }
    }
  });

  it("loads each language from its own file", async () => {
    const tags = { "zh-hans": "zh-Hans", "zh-hant": "zh-Hant", ar: "ar" };
    for (const [file, tag] of Object.entries(tags)) {
      const { default: translation } = await read(`${path}.${file}`);
      await catalogue.load(tag);
      expect(catalogue.read(tag), `${basename(path)} in ${tag}`).toBe(translation);
    }
  });
});

describe("What hosts override", async () => {
  const { catalogues } = (await read("dist/catalogues/catalogues")) as {
    catalogues: Record<string, readonly { english: Record<string, Text> }[]>;
  };

  it("is every catalogue there is", async () => {
    const found = await Promise.all(modules.map(async (path) => (await read(path)).english));
    const named = Object.values(catalogues).flatMap((some) => some.map(({ english }) => english));
    expect(new Set(named)).toEqual(new Set(found));
    expect(found.length).toBeGreaterThan(10);
  });

  it.each(Object.entries(catalogues))("has one meaning for each key of %s", (_, read) => {
    const known = new Map<string, Text>();
    for (const [key, text] of read.flatMap(({ english }) => Object.entries(english))) {
      if (known.has(key)) expect(text, key).toEqual(known.get(key));
      known.set(key, text);
    }
  });
});
