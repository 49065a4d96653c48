import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle } from "./bundle.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
  const noise = Array.from({ length: 400 }, (_, index) => (index * 7919) % 10007).join("-");
  writeFileSync(join(folder, "small.js"), 'export const small = "small";');
  writeFileSync(join(folder, "large.js"), `export const large = "${noise}";`);
});

afterAll(() => rmSync(folder, { recursive: true }));

const importing = (file: string) => JSON.stringify(join(folder, file));

it("counts static imports as initial and weighs lazy chunks apart", async () => {
  const lazy = await bundle(`import { small } from ${importing("small.js")};
    globalThis.load = () => import(${importing("large.js")}); console.log(small);`);
  const eager = await bundle(`import { large } from ${importing("large.js")}; console.log(large);`);

  expect(lazy.initial.brotli).toBeLessThan(300);
  expect(lazy.lazy.map(({ name }) => name)).toEqual(["large"]);
  expect(lazy.lazy[0]?.modules).toEqual([join(folder, "large.js")]);
  expect(lazy.lazy[0]?.brotli).toBeGreaterThan(800);
  expect(eager.initial.brotli).toBeGreaterThan(800);
  expect(eager.lazy).toEqual([]);
});

it("fails when an import does not resolve", async () => {
  await expect(bundle('import "./nowhere.js";')).rejects.toThrow(/nowhere/);
});
