import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { declarations, isTried, type StoryPage, test } from "../support/storybook.ts";
import { ariaTree } from "./aria-tree.ts";
import { ask } from "./keyboard/customer-card.ts";
import { fillIn } from "./keyboard/request-form.ts";
import { KeyboardUser } from "./keyboard-user.ts";

/** What of an element is kept: a story as it comes, or after somebody has used it. */
interface View {
  readonly title: string;
  readonly story: string;
  readonly use?: (user: KeyboardUser) => Promise<void>;
}

const asItComes = (...stories: readonly string[]): View[] =>
  stories.map((story) => ({ title: story, story }));
const messages = asItComes("loading", "stale", "unauthorized", "not-found", "offline", "error");

/** An element that is not here is kept in each of its states. */
const views: Readonly<Record<string, readonly View[]>> = {
  "crm-customer-card": [
    ...asItComes("ready", "person", "compact", "empty", "partial"),
    ...messages,
    { title: "asked for a reason", story: "key-account", use: (user) => ask(user, "Enter") },
  ],
  "crm-provider": asItComes("around"),
  "crm-rating": [
    ...asItComes("satisfaction", "ease", "ready", "read-only", "in-a-form"),
    ...messages,
    {
      title: "sent without an answer",
      story: "satisfaction",
      use: async (user) => {
        await user.tabTo("button", "Send rating");
        await user.press("Enter");
        await user.meets("alert", "");
      },
    },
  ],
  "crm-request-form": [
    ...asItComes("ready", "fault", "misconduct", "empty", "partial"),
    ...messages,
    {
      title: "sent with faults",
      story: "fault",
      use: async (user) => {
        await user.tabTo("button", "Submit");
        await user.press("Enter");
        await user.isAt("group", /^Please check/);
      },
    },
    {
      title: "sent",
      story: "fault",
      use: async (user) => {
        await fillIn(user);
        await user.press("Control+Enter");
        await user.isAt("heading", "We have received your request");
      },
    },
  ],
  "crm-request-list": [
    ...asItComes("ready", "links", "pages", "empty"),
    ...messages,
    {
      title: "searched in vain",
      story: "requests",
      use: async (user) => {
        await user.tabTo("searchbox", "Search");
        await user.type("nothing like it");
        await user.meets("button", "Clear filters");
      },
    },
  ],
  "crm-request-tracker": [
    ...asItComes("ready", "waiting-for-customer", "overdue", "closed", "partial"),
    ...messages,
    {
      title: "withdrawing, without a reason",
      story: "fault-in-hand",
      use: async (user) => {
        await user.tabTo("button", "Withdraw");
        await user.press("Enter");
        await user.isAt("textbox", "Reason");
        await user.page.keyboard.press("Tab");
        await user.press("Enter");
        await user.reads("Please give a reason.");
      },
    },
    {
      title: "rating",
      story: "closed",
      use: async (user) => {
        await user.tabTo("button", "Rate");
        await user.press("Enter");
        await user.isAt("radio", /^1,/);
      },
    },
  ],
  "crm-satisfaction-gauge": [
    ...asItComes("ready", "compact", "small-sample", "without-interval", "empty"),
    ...messages,
    {
      title: "its definition open",
      story: "ready",
      use: async (user) => {
        await user.tabTo("summary", "How this is measured");
        await user.press("Enter");
      },
    },
  ],
};

for (const [tag, { states }] of await declarations()) {
  const kept = views[tag] ?? asItComes(...states);
  test.runIf(isTried(tag))(`The accessibility trees of <${tag}> are those on file`, async ({ stories }) => {
    const sections: string[] = [];
    for (const { title, story, use } of kept) {
      await stories.renew(tag, story);
      await use?.(new KeyboardUser(stories.page));
      sections.push(`# ${title}\n\n${await settledTree(stories)}\n`);
    }
    const trees = sections.join("\n");
    const file = join(import.meta.dirname, "aria", `${tag.slice("crm-".length)}.txt`);
    if (process.env.UPDATE) {
      await mkdir(join(file, ".."), { recursive: true });
      await writeFile(file, trees);
    }
    expect(trees, "set UPDATE=1 to keep these, and read what has changed").toBe(await readFile(file, "utf8"));
  });
}

/** What is announced may come a moment after what is drawn. */
async function settledTree({ page }: StoryPage): Promise<string> {
  let tree = "";
  for (let next = await ariaTree(page, "#storybook-root .room"); next !== tree; ) {
    tree = next;
    await page.waitForTimeout(60);
    next = await ariaTree(page, "#storybook-root .room");
  }
  return tree;
}
