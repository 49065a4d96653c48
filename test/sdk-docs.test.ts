import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { root } from "./support/server.ts";

/** What the samples take for granted. */
const given = `
  declare const baseUrl: string;
  declare const crm: import("@portico/sdk").CrmClient;
  declare const file: File;
  declare const id: string;
  declare const session: { token: string; refresh(reason: import("@portico/sdk").AuthReason): Promise<string | null> };
  declare const stored: { cursor: string | undefined };
  declare function show(text: string): void;
`;

const folder = join(root, "packages/sdk");
const pages = ["README.md", ...globSync("docs/*.md", { cwd: folder })].map((file) =>
  file.replaceAll("\\", "/"),
);
const textOf = (page: string) => readFileSync(join(folder, page), "utf8");

test("every sample of the client's pages compiles", async () => {
  await mkdir(join(root, ".cache"), { recursive: true });
  const samples = await mkdtemp(join(root, ".cache/samples-"));
  onTestFinished(() => rm(samples, { recursive: true, force: true }));
  await writeFile(join(samples, "given.d.ts"), given);
  const files: string[] = [];
  for (const page of pages) {
    for (const [index, [, code = ""]] of [...textOf(page).matchAll(/^```ts\n(.*?)^```$/gms)].entries()) {
      const file = `${page.replace("/", "-")}-${index + 1}.ts`;
      files.push(file);
      await writeFile(join(samples, file), `${code}\nexport {};\n`);
    }
  }
  expect(files.length).toBeGreaterThan(15);
  const settings = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "ES2022",
    "--types",
    "",
  ];
  const modules = [
    "--module",
    "ESNext",
    "--moduleResolution",
    "Bundler",
    "--lib",
    "ES2023,DOM,DOM.AsyncIterable",
  ];
  const tsc = join(root, "node_modules/.bin/tsc");
  const compiled = promisify(execFile)(tsc, ["given.d.ts", ...files, ...settings, ...modules], {
    cwd: samples,
  });
  const { stdout } = (await compiled.catch((error: unknown) => error)) as { stdout: string };
  expect(stdout).toBe("");
});

test("links of the client's pages lead to pages", () => {
  for (const page of pages) {
    for (const [, target = ""] of textOf(page).matchAll(/\]\(([^)#:]+)\)/g)) expect(pages).toContain(target);
  }
});
