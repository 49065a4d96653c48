import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type Report, toHtml, toJUnit } from "@portico/conformance";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { test as base, describe, expect } from "vitest";
import {
  reportOf,
  requirementLike,
  resultOf,
  violationOf,
} from "../packages/conformance/src/testing/samples.ts";
import { KitProcess } from "./support/kit.ts";
import { launchBrowser } from "./support/visitor.ts";

const must = requirementLike({});
const hostile = `</style><img src=x onerror="document.title='hit'"> ' & ]]> <!-- \u0000\u001f 王芳`;
const passing = reportOf([resultOf(must), { ...resultOf(must, "warn"), id: "sample/warn" }]);
const failing = reportOf([
  resultOf(must),
  ...(["warn", "not-testable", "not-supported", "error"] as const).map((outcome) => ({
    ...resultOf(must, outcome),
    id: `sample/${outcome}`,
    reason: hostile,
  })),
  {
    ...resultOf(must, "fail"),
    id: "sample/fail",
    title: hostile,
    violations: [violationOf(must, { message: `${hostile} ${"x".repeat(300)}` })],
  },
]);

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("kit", async ({}, { onCleanup }) => {
    const kit = await KitProcess.prepare();
    onCleanup(() => kit.dispose());
    return kit;
  })
  .extend("open", async ({ browser, kit }, { onCleanup }) => {
    const pages: Page[] = [];
    onCleanup(() => Promise.all(pages.map((page) => page.context().close())).then(() => undefined));
    return async (text: string, options: BrowserContextOptions = {}) => {
      const file = `${kit.folder}/page.html`;
      await writeFile(file, text);
      const page = await (await browser.newContext(options)).newPage();
      pages.push(page);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      return { page, asked };
    };
  });

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the page of a report", () => {
  const sizes = [360, 1440].flatMap((width) =>
    (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
  );
  const reports: readonly [string, Report][] = [
    ["passing", passing],
    ["failing", failing],
  ];

  for (const [name, report] of reports)
    test.for(sizes)(
      `that is ${name} can be read by everybody at $width pixels, $scheme`,
      async (size, { open }) => {
        const { page, asked } = await open(toHtml(report), {
          viewport: { width: size.width, height: 900 },
          colorScheme: size.scheme,
          bypassCSP: true,
        });
        expect(asked).toHaveLength(1);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        );
        await page.evaluate(axe);
        const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      },
    );

  test("shows what a backend said as text, whatever it said", async ({ open }) => {
    const { page } = await open(toHtml(failing));
    expect(await page.title()).toBe("Sample: It is broken.");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.getByRole("heading", { level: 3 }).last().textContent()).toContain("</style><img");
  });
});

test("a parser of XML takes the JUnit file, whatever a backend said", async ({ open }) => {
  const { page } = await open("<title>A parser</title>");
  const read = (xml: string) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    return {
      error: parsed.querySelector("parsererror")?.textContent,
      cases: [...parsed.querySelectorAll("testcase")].map((each) => each.getAttribute("name")),
      failure: parsed.querySelector("failure")?.getAttribute("message"),
    };
  };
  const { error, cases, failure } = await page.evaluate(read, toJUnit(failing));
  expect(error).toBeUndefined();
  expect(cases).toEqual(failing.checks.map(({ id }) => id));
  expect(failure).toContain(`</style><img src=x onerror="document.title='hit'"> ' & ]]> <!--`);
});
