import { expect } from "vitest";
import { openStories, showStories } from "./hosts/stories/open.ts";
import { test } from "./hosts/test.ts";

const english = { locale: "en", theme: "light" };
const locales = ["en", "zh-Hans", "zh-Hant", "ar"];
const themes = ["light", "dark"];

test("no story breaks the strictest policy, in any language and theme", async ({ stories: site, visit }) => {
  const visitor = await visit(site);
  const page = await openStories(visitor, english);
  expect(await page.evaluate(() => document.querySelectorAll(".stage").length)).toBeGreaterThan(100);
  for (const locale of locales)
    for (const theme of themes)
      await showStories(page, { locale, theme, direction: locale === "ar" ? "rtl" : "ltr" });
  // The visitor leaves when the test ends, and tells of every violation.
});

test("on an Arabic page everything starts at the right and nothing sticks out", async ({
  stories: site,
  visit,
}) => {
  const visitor = await visit(site);
  const page = await openStories(visitor, { locale: "ar", theme: "light", direction: "rtl" });
  expect.soft(await page.evaluate(() => stories.overflows()), "sticks out").toEqual([]);
  expect.soft(await page.evaluate(() => stories.reversed()), "numbers drawn backwards").toEqual([]);
  const edges = await page.evaluate(() => stories.readingEdges());
  expect
    .soft(
      edges.filter(({ start, end }) => start > end + 1),
      "starts at the wrong side",
    )
    .toEqual([]);
  expect(await page.evaluate(() => stories.sidewaysScroll())).toBe(0);
});

test.for(themes)(
  "in the system's own %s colours every text, outline and drawing is seen",
  async (scheme, { stories: site, visit }) => {
    const visitor = await visit(site, { forcedColors: "active", colorScheme: scheme as "light" | "dark" });
    const page = await openStories(visitor, english);
    expect(await page.evaluate(() => stories.colours())).toEqual([]);
    expect(await page.evaluate(() => stories.focusRings())).toEqual([]);
  },
);

test.for([
  { what: "320 pixels wide", viewport: { width: 320, height: 640 } },
  {
    what: "1280 pixels wide at a zoom of 400 %",
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4,
  },
  { what: "on a touch screen", viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
])("$what, everything fits and can be hit", async ({ what: _, ...options }, { stories: site, visit }) => {
  const visitor = await visit(site, options);
  const page = await openStories(visitor, english);
  for (const locale of ["en", "zh-Hans"]) {
    await showStories(page, { locale, theme: "light" });
    expect.soft(await page.evaluate(() => stories.overflows()), `${locale} sticks out`).toEqual([]);
    expect.soft(await page.evaluate(() => stories.smallTargets()), `${locale} too small`).toEqual([]);
    expect.soft(await page.evaluate(() => stories.sidewaysScroll()), locale).toBe(0);
  }
});

test("with text twice as large everything fits", async ({ stories: site, visit }) => {
  const visitor = await visit(site);
  const page = await openStories(visitor, english, "/stories/?css=/stories/large-text.css");
  expect.soft(await page.evaluate(() => stories.overflows())).toEqual([]);
  expect(await page.evaluate(() => stories.sidewaysScroll())).toBe(0);
});
