import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { test as base, expect } from "vitest";
import { Storybook, showStory } from "../packages/tools/src/storybook.ts";
import { declaredStates } from "./support/storybook.ts";
import { launchBrowser, Visitor } from "./support/visitor.ts";

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("storybook", { scope: "file" }, async ({}, { onCleanup }) => {
    const storybook = await Storybook.build();
    onCleanup(() => storybook.dispose());
    return storybook;
  })
  .extend("visitor", async ({ storybook }, { onCleanup }) => {
    const browser = await launchBrowser();
    const visitor = await Visitor.arrive(browser, storybook.url, { reducedMotion: "reduce" });
    onCleanup(async () => {
      await visitor.leave();
      await browser.close();
    });
    return visitor;
  });

test("Every element has a story for each state it declares", async ({ storybook }) => {
  const wanted = [...(await declaredStates())].flatMap(([tag, states]) =>
    states.map((name) => `${tag} ${name}`),
  );
  expect(storybook.stories.map(({ tag, name }) => `${tag} ${name}`)).toEqual(expect.arrayContaining(wanted));
});

test("Every story renders in its state, without a complaint or a barrier", async ({ storybook, visitor }) => {
  const states = await declaredStates();
  visitor.excuse(/favicon/);
  const page = await visitor.context.newPage();
  await page.addInitScript({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const last = storybook.stories.at(-1);
  if (!last) throw new Error("There is no story.");
  await page.goto(storybook.address(last));
  await page.locator(".stage").waitFor();
  const barriers: Record<string, unknown> = {};
  for (const story of storybook.stories) {
    await showStory(
      page,
      story,
      states.get(story.tag)?.find((state) => state === story.name),
    );
    const found = await barriersOf(page);
    if (found.length > 0) barriers[story.id] = found;
  }
  expect(barriers).toEqual({});
});

async function barriersOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    // A story is a part of a page: best practices about landmarks and headings are for whole pages.
    const { violations } = await axe.run("#storybook-root", {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  });
}
