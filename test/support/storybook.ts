import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test as base } from "vitest";
import { root } from "../../packages/tools/src/repo.ts";
import { openStories, type Story, Storybook, showStory } from "../../packages/tools/src/storybook.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssStates?: readonly { readonly name: string }[];
      readonly keyboard?: readonly string[];
    }[];
  }[];
}

/** What the elements declare, by tag, from the manifest the package publishes. */
export async function declarations() {
  const file = join(root, "packages/elements/custom-elements.json");
  const { modules } = JSON.parse(await readFile(file, "utf8")) as Manifest;
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  return new Map(
    elements.flatMap(({ tagName, cssStates = [], keyboard = [] }) =>
      tagName ? [[tagName, { states: cssStates.map(({ name }) => name), keyboard }] as const] : [],
    ),
  );
}

/** Whether an element is to be tried in its stories: every one, or `ELEMENT=rating` alone. */
export function isTried(tag: string): boolean {
  const { ELEMENT: only } = process.env;
  return !only || tag === `crm-${only}`;
}

export type Declarations = Awaited<ReturnType<typeof declarations>>;

/** A page of Storybook, to which one story after the other comes. */
export class StoryPage {
  readonly page: Page;
  readonly #declarations: Declarations;
  readonly #storybook: Storybook;

  private constructor(page: Page, storybook: Storybook, declared: Declarations) {
    this.page = page;
    this.#storybook = storybook;
    this.#declarations = declared;
  }

  /** @param prepare what the page needs before the first story, such as a script. */
  static async open(
    visitor: Visitor,
    storybook: Storybook,
    prepare: (page: Page) => Promise<unknown> = async () => undefined,
  ): Promise<StoryPage> {
    visitor.excuse(/favicon/);
    const page = await visitor.context.newPage();
    await prepare(page);
    await openStories(page, storybook);
    return new StoryPage(page, storybook, await declarations());
  }

  /** Shows a story, one of a state in that state. */
  async show(story: Story): Promise<void> {
    const { states = [] } = this.#declarations.get(story.tag) ?? {};
    await showStory(this.page, story, states.includes(story.name) ? story.name : undefined);
  }

  /** Shows a story as nobody has used it yet, by its element and its own name, such as `crm-rating`, `in-a-form`. */
  async renew(tag: string, name: string): Promise<void> {
    const { stories } = this.#storybook;
    const story = stories.find((one) => one.tag === tag && one.name === name);
    const between = stories.find((one) => one !== story && one.name === "initial");
    if (!story || !between) throw new Error(`There is no story ${name} of <${tag}>.`);
    await this.show(between);
    await this.page.evaluate(() => localStorage.clear());
    await this.show(story);
  }
}

/** Storybook waits for animations after each story unless a test runner says who it is. */
const testRunner = "Mozilla/5.0 (X11; Linux x86_64) Chrome StorybookTestRunner";

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("storybook", { scope: "file" }, async ({}, { onCleanup }) => {
    const storybook = await Storybook.build();
    onCleanup(() => storybook.dispose());
    return storybook;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("arrive", async ({ storybook, browser }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    onCleanup(async () => {
      await Promise.all(visitors.map((visitor) => visitor.leave()));
    });
    return async (options: BrowserContextOptions = {}): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, storybook.url, {
        reducedMotion: "reduce",
        userAgent: testRunner,
        timezoneId: "UTC",
        ...options,
      });
      visitors.push(visitor);
      return visitor;
    };
  })
  /** One page for a whole test. */
  .extend("stories", async ({ arrive, storybook }) => StoryPage.open(await arrive(), storybook));
