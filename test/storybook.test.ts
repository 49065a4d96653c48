import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Globals, type Story, setGlobals } from "../packages/tools/src/storybook.ts";
import { Audit, prepareAxe, type Theme } from "./accessibility/axe.ts";
import { declarations, isTried, StoryPage, test } from "./support/storybook.ts";

interface Setting extends Theme {
  readonly globals: Globals;
}

/** A theme that comes after another need not be asked for what cannot differ. */
const settings: readonly Setting[] = [
  { name: "light", globals: {}, forcedColors: "none", rules: "all" },
  { name: "dark", globals: { theme: "dark" }, forcedColors: "none", rules: "colour" },
  { name: "forced colours", globals: {}, forcedColors: "active", rules: "colour" },
  {
    name: "Arabic from right to left",
    globals: { locale: "ar", direction: "rtl" },
    forcedColors: "none",
    rules: "all",
  },
];
const plain: Globals = { theme: "light", locale: "en", direction: "ltr" };

test("Every element has a story for each state it declares", async ({ storybook }) => {
  const wanted = [...(await declarations())].flatMap(([tag, { states }]) =>
    states.map((name) => `${tag} ${name}`),
  );
  expect(storybook.stories.map(({ tag, name }) => `${tag} ${name}`)).toEqual(expect.arrayContaining(wanted));
});

/** Five hundred looks: seconds on a machine that has nothing else to do, minutes on one that has. */
const patience = 360_000;

test("Every story renders in its state, without a complaint, and axe finds no barrier in any theme", {
  timeout: patience,
}, async ({ storybook, arrive }) => {
  const barriers = new Map<string, string[]>();
  const examine = async (stories: readonly Story[]): Promise<void> => {
    const shown = await StoryPage.open(await arrive(), storybook, prepareAxe);
    const audit = new Audit(shown.page);
    for (const story of stories) {
      await shown.show(story);
      for (const setting of settings) {
        await apply(shown.page, setting);
        for (const barrier of await audit.barriers(setting))
          barriers.set(barrier, [...(barriers.get(barrier) ?? []), `${story.id}, ${setting.name}`]);
      }
    }
  };
  const tried = storybook.stories.filter(({ tag }) => isTried(tag));
  const half = Math.ceil(tried.length / 2);
  await Promise.all([examine(tried.slice(0, half)), examine(tried.slice(half))]);
  expect(Object.fromEntries(barriers), "barriers, and where they are").toEqual({});
});

/** The story stays where it is while the world around it changes. */
async function apply(page: Page, { forcedColors, globals }: Setting): Promise<void> {
  await page.emulateMedia({ forcedColors });
  await setGlobals(page, { ...plain, ...globals });
  if (globals.locale) await haveWords(page);
}

/** Another language's words come a little later: waits until nothing has been said anew for a moment. */
async function haveWords(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const said = () =>
      [...document.querySelectorAll("#storybook-root *")]
        .map(({ shadowRoot }) => shadowRoot?.textContent)
        .join();
    const before = said();
    await new Promise((resolve) => setTimeout(resolve, 60));
    return said() === before;
  });
}
