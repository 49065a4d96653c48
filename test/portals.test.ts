import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./support/settled.ts";
import { test } from "./support/test.ts";

const pages = [
  "/",
  "/bank/",
  "/bank/customer.html",
  "/bank/manager.html",
  "/utility/",
  "/utility/report.html",
  "/utility/report.html?about=other",
  "/utility/requests.html?id=demo-utility-wang-outage",
  "/utility/staff.html?id=demo-utility-wang-outage",
  "/expo/?phase=before",
  "/expo/?phase=during",
  "/expo/?phase=after",
];
const languages = ["en", "zh-Hans", "zh-Hant"];
const themes = ["light", "dark"];
const widths = [1440, 375, 320];

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
];

test.for(pages)(
  "%s lives under the strict policy and fits every screen, language and theme",
  async (path, { visit }) => {
    const visitor = await visit();
    const page = await visitor.context.newPage();
    for (const language of languages) {
      const response = await page.goto(withChoices(path, { lang: language }));
      expect(response?.status()).toBe(200);
      expect(response?.headers()["content-security-policy"]?.split("; ")).toEqual(
        expect.arrayContaining(policy),
      );
      await settled(page);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.getByRole("main").isVisible()).toBe(true);
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);

      for (const theme of themes) {
        await switchTo(page, theme);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect(await widest(page), `${theme} ${language} at ${width} px scrolls sideways`).toEqual([]);
        }
      }
    }
  },
);

test.for(pages)("%s has no serious barrier of WCAG 2.2 AA", async (path, { browser, portico }) => {
  // The tool that looks for barriers is a script of its own: the policy that would keep it out is lifted for it alone.
  const context = await browser.newContext({ baseURL: portico.url, locale: "en", bypassCSP: true });
  await context.addInitScript({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const page = await context.newPage();
  for (const [theme, width] of [
    ["light", 1440],
    ["dark", 375],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(withChoices(path, { theme }));
    await settled(page);
    expect(await barriers(page), `${theme} at ${width} px`).toEqual([]);
  }
  await context.close();
});

test("scripts below a version are kept for ever, and what leads to the newest is asked for anew", async ({
  portico,
}) => {
  const kept = async (path: string) => {
    const { status, headers } = await fetch(`${portico.url}/portico/${path}`);
    return [status, headers.get("Cache-Control"), headers.get("Access-Control-Allow-Origin")];
  };
  const forever = "public, max-age=31536000, immutable";
  expect(await kept("portico.js")).toEqual([200, "no-cache", "*"]);
  expect(await kept("loader.js")).toEqual([200, "no-cache", "*"]);
  expect(await kept("0.1.0/loader.js")).toEqual([200, forever, "*"]);
  expect(await kept("0.1.0/chunks/nothing.js")).toEqual([404, "no-cache", "*"]);
});

function withChoices(path: string, choices: Record<string, string>): string {
  const url = new URL(path, "http://localhost");
  for (const [name, value] of Object.entries(choices)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}

/** Presses the page's own switch if the page is not dressed so already. */
async function switchTo(page: Page, theme: string): Promise<void> {
  const html = page.locator("html");
  if ((await html.getAttribute("data-theme")) !== theme) await page.locator("[data-theme-switch]").click();
  expect(await html.getAttribute("data-theme")).toBe(theme);
}

/** What sticks out when the page scrolls sideways; nothing when it does not. */
function widest(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(({ localName, className }) => `${localName}.${className}`);
  });
}

/** Serious and critical findings, as sentences with the place. */
function barriers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await axe.run({ runOnly: tags });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
      );
  });
}
