import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openStories } from "./hosts/stories/open.ts";
import { test } from "./hosts/test.ts";

const english = { locale: "en", theme: "light" };

const strangers = {
  "Bootstrap 5": "/stories/?css=/bootstrap/bootstrap.min.css",
  "GOV.UK": "/stories/?css=/govuk/govuk-frontend.min.css&class=govuk-template",
  "an Ant-like reset": "/stories/?css=/resets/antd.css",
  "a Tailwind-like preflight": "/stories/?css=/resets/preflight.css",
  "everything reverted": "/stories/?css=/resets/revert.css",
  "everything inherited": "/stories/?css=/resets/inherited.css",
};

test("a page's own styles change nothing within an element", async ({ stories: site, visit }) => {
  const visitor = await visit(site);
  // GOV.UK's sheet asks for fonts, which the policy refuses it.
  visitor.excuse(/font-src/);
  const clean = await look(await openStories(visitor, english));
  for (const [name, address] of Object.entries(strangers)) {
    const dressed = await look(await openStories(visitor, english, address));
    expect.soft(differences(clean.inherited, dressed.inherited), `inherited from ${name}`).toEqual([]);
    expect.soft(moved(clean.boxes, dressed.boxes), `moved by ${name}`).toEqual([]);
  }
});

type Look = Awaited<ReturnType<typeof look>>;

const look = (page: Page) =>
  page.evaluate(() => ({ boxes: stories.boxes(), inherited: stories.inherited() }));

/** Computed properties that are not those of the clean page. */
function differences(clean: Look["inherited"], dressed: Look["inherited"]): string[] {
  return Object.entries(clean).flatMap(([story, properties]) =>
    Object.entries(properties)
      .filter(([name, value]) => dressed[story]?.[name] !== value)
      .map(([name, value]) => `${story} ${name}: ${dressed[story]?.[name]}, not ${value}`),
  );
}

/** Boxes and lines that are elsewhere, or larger or smaller, by more than a pixel. */
function moved(clean: Look["boxes"], dressed: Look["boxes"]): string[] {
  return Object.entries(clean).flatMap(([story, boxes]) => {
    const others = dressed[story] ?? [];
    const pairs = boxes.map((box, at) => [box, others[at]] as const);
    return pairs
      .filter(([box, other]) => box.some((part, at) => isOff(part, other?.[at])))
      .map(([box, other]) => `${story} ${box}, not ${other}`);
  });
}

const isOff = (part: string | number, other: string | number | undefined): boolean =>
  typeof part === "number" && typeof other === "number" ? Math.abs(part - other) > 1 : part !== other;

test.for([1280, 320])(
  "no layout of a page of %s pixels squeezes an element to nothing",
  async (width, { stories: site, visit }) => {
    const visitor = await visit(site, { viewport: { width, height: 800 } });
    const page = await visitor.open("/layout/");
    await page.locator("crm-rating >> [part=card]").nth(10).waitFor({ state: "attached" });
    const cards = page.locator("crm-rating >> [part=card]");
    const places = await cards.evaluateAll((all) =>
      all.map((card) => {
        const { host } = card.getRootNode() as ShadowRoot;
        return [host.parentElement?.className || "cell", card.getBoundingClientRect().width] as const;
      }),
    );
    expect(places).toHaveLength(11);
    expect(places.filter(([, size]) => size < 120)).toEqual([]);
  },
);
