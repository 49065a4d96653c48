import { fileURLToPath } from "node:url";
import type { Page, Request } from "playwright-core";
import { expect } from "vitest";
import { bundle } from "../../support/bundle.ts";
import type { Visitor } from "../../support/visitor.ts";
import type { Globals, StoriesPage } from "./stories.ts";

declare global {
  var stories: StoriesPage;
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The page's own script. It takes the elements from where any page would: `portico.js`. */
export async function storiesScripts(): Promise<ReadonlyMap<string, string>> {
  const scripts = await bundle(here("stories.ts"), "stories", {
    alias: { "storybook/actions": here("action.ts") },
    elsewhere: [/^@portico\/elements\/define\//, "/portico/portico.js"],
  });
  return new Map([...scripts].map(([name, code]) => [`/stories/${name}`, code]));
}

/** Opens the page of all stories, in the clothes its address names. */
export async function openStories(visitor: Visitor, globals: Globals, address = "/stories/"): Promise<Page> {
  const page = await visitor.open(address);
  await page.waitForFunction(() => "stories" in globalThis);
  await showStories(page, globals);
  return page;
}

/** Draws every story anew, and waits until the texts of its language have come. */
export async function showStories(page: Page, globals: Globals): Promise<void> {
  const open = new Set<Request>();
  const began = (request: Request) => open.add(request);
  const ended = (request: Request) => open.delete(request);
  page.on("request", began).on("requestfinished", ended).on("requestfailed", ended);
  await page.evaluate((given) => stories.show(given), globals);
  await expect.poll(() => open.size, { interval: 100 }).toBe(0);
  page.off("request", began).off("requestfinished", ended).off("requestfailed", ended);
}
