import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import type { Subject } from "../../packages/elements/dist/internal/test/subject.js";
import { root } from "../../packages/tools/src/repo.ts";

const elements = join(root, "packages/elements");

/** What the shared suites know of every element that draws something, by its name: data to try it with. */
export async function subjects(): Promise<ReadonlyMap<string, Subject>> {
  const names = readdirSync(join(elements, "src/define")).map((file) => parse(file).name);
  const found = names
    .filter((name) => name !== "provider")
    .map(async (name): Promise<[string, Subject]> => {
      const { subject } = await import(join(elements, `dist/${name}/${name}.subject.js`));
      return [name, subject];
    });
  return new Map(await Promise.all(found));
}

/** Properties by which an element draws without a request. */
export function givenTo({ given }: Subject): Readonly<Record<string, unknown>> {
  return given ? { [given.property]: given.value } : {};
}

/** Attributes by which an element loads. */
export function attributesOf({ attributes, idAttribute }: Subject): Readonly<Record<string, string>> {
  return { ...attributes, ...(idAttribute ? { [idAttribute]: "id-1" } : {}) };
}
