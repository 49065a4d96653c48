import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { describe, expect } from "vitest";
import { root, run } from "../packages/tools/src/repo.ts";
import { test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

interface Host {
  readonly name: string;
  /** The file whose types are tried. */
  readonly view: string;
  /** What is written there, and what would be wrong: a type checker must see it. */
  readonly right: string;
  readonly wrong: string;
}

const hosts: readonly Host[] = [
  { name: "react", view: "requests.tsx", right: "pageSize={5}", wrong: 'pageSize="five"' },
  { name: "vue", view: "MyRequests.vue", right: ':page-size="5"', wrong: ':page-size="{}"' },
  { name: "svelte", view: "MyRequests.svelte", right: "page-size={5}", wrong: 'page-size={"five"}' },
  {
    name: "angular",
    view: "requests.ts",
    right: "$event.detail.request.id",
    wrong: "$event.detail.request.ident",
  },
];

describe.for(hosts)("A portal in $name", ({ name, view, right, wrong }) => {
  const folder = join(root, "examples", name);

  test("builds with types on, and works", async ({ portico, browser }) => {
    const built = await run("npm", ["run", "--silent", "build"], {
      cwd: folder,
      env: { NODE_ENV: "production" },
    });
    expect(built.code, built.output).toBe(0);
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: "error",
      build: { outDir: "dist/site" },
      preview: { host: "127.0.0.1", port: 0, proxy: { "/v1": portico.url, "/demo": portico.url } },
    });
    const visitor = await Visitor.arrive(browser, server.resolvedUrls?.local[0] ?? "");
    try {
      await work(await visitor.open("/"));
      await visitor.leave();
    } finally {
      await server.close();
    }
  });

  test("does not build with a wrong value for a tag", async ({ onTestFinished }) => {
    const copy = await mkdtemp(`${folder}-wrong-`);
    onTestFinished(() => rm(copy, { recursive: true }));
    await cp(folder, copy, { recursive: true, filter: (path) => !/\/(dist|\.svelte-kit)$/.test(path) });
    const source = await readFile(join(copy, "src", view), "utf8");
    expect(source).toContain(right);
    await writeFile(join(copy, "src", view), source.replace(right, wrong));
    const { code, output } = await run("npm", ["run", "--silent", "check"], { cwd: copy });
    expect(code).not.toBe(0);
    expect(output).toContain(view);
  });
});

/** Properties reach the elements, events reach the framework, slots hold its content, and its form hears the rating. */
async function work(page: Page): Promise<void> {
  await page.getByText("Choose a request to see where it stands.").waitFor();
  const row = page.locator("crm-request-list").getByRole("listitem").first();
  const title = (await row.getByRole("button").first().textContent())?.trim() ?? "";
  expect(await page.locator("crm-request-list").getByRole("listitem").count()).toBeLessThanOrEqual(5);
  await row.getByRole("button").first().click();
  await page.locator("crm-request-tracker").getByRole("heading", { name: title }).first().waitFor();

  await page.getByRole("button", { name: "Tell us" }).click();
  expect(await page.getByText(/Thank you/).count()).toBe(0);
  await page.locator("crm-rating").getByRole("radio", { name: /^6/ }).check({ force: true });
  await page.getByRole("button", { name: "Tell us" }).click();
  await page.getByText("Thank you for your 6.").waitFor();
}
