import type { Page } from "playwright-core";
import { expect } from "vitest";
import { setGlobals } from "../../packages/tools/src/storybook.ts";
import { StoryPage, test } from "../support/storybook.ts";
import { KeyboardUser } from "./keyboard-user.ts";

/** What axe is blind to, criterion by criterion; the keyboard and the accessibility trees have suites of their own. */

/** The stories that show an element with all it has. */
const full = [
  ["crm-customer-card", "key-account"],
  ["crm-rating", "satisfaction"],
  ["crm-request-form", "fault"],
  ["crm-request-list", "requests"],
  ["crm-request-tracker", "fault-in-hand"],
  ["crm-satisfaction-gauge", "satisfaction"],
] as const;

test("With the spacing of WCAG 1.4.12 no text is cut off", async ({ stories }) => {
  const { page } = stories;
  for (const [tag, story] of full) {
    await stories.renew(tag, story);
    await page.evaluate(spaceOut);
    expect.soft(await page.evaluate(cutTexts), tag).toEqual([]);
  }
});

test("With reduced motion nothing moves, not even while something loads", async ({ stories }) => {
  const { page } = stories;
  for (const [tag] of full) {
    await stories.renew(tag, "loading");
    await page.waitForTimeout(300);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map((animation) => (animation as CSSAnimation).animationName),
    );
    expect.soft(moving, tag).toEqual([]);
  }
});

test("Nothing acts before a click is complete, by single letters, or by moving the device", async ({
  arrive,
  storybook,
}) => {
  const heard = async (page: Page) =>
    page.addInitScript(() => {
      const types = new Set<string>();
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (this instanceof Element) types.add(type);
        add.call(this, type, ...rest);
      };
      Object.assign(globalThis, { heard: types });
    });
  const stories = await StoryPage.open(await arrive(), storybook, heard);
  for (const [tag, story] of full) await stories.renew(tag, story);
  const types = await stories.page.evaluate(() => [
    ...(globalThis as unknown as { heard: Set<string> }).heard,
  ]);
  expect(types).toContain("click");
  const forbidden =
    /^(mousedown|mouseup|touchstart|touchmove|touchend|keypress|keyup|devicemotion|deviceorientation)$/;
  expect(types.filter((type) => forbidden.test(type))).toEqual([]);
});

test("Elements and the words of others within them say which language they speak", async ({ stories }) => {
  const { page } = stories;
  for (const locale of ["en", "zh-Hans", "zh-Hant", "ar"]) {
    await setGlobals(page, { locale });
    await stories.renew("crm-customer-card", "key-account");
    expect(await page.locator(".base").first().getAttribute("lang")).toBe(locale);
  }
  await setGlobals(page, { locale: "en" });
  await stories.renew("crm-customer-card", "key-account");
  expect(await page.locator('[part="name"] bdi').getAttribute("lang")).toBe("zh-Hans");
});

test("Fields about the visitor can be filled in by the browser", async ({ stories }) => {
  await stories.renew("crm-request-form", "fault");
  const purpose = (label: string) =>
    stories.page.getByRole("textbox", { name: label }).getAttribute("autocomplete");
  expect([await purpose("Name"), await purpose("Telephone"), await purpose("E-mail")]).toEqual([
    "name",
    "tel",
    "email",
  ]);
});

test("A form that is refused names each fault, ties it to its field and says how to mend it", async ({
  stories,
}) => {
  await stories.renew("crm-request-form", "fault");
  const user = new KeyboardUser(stories.page);
  await user.tabTo("textbox", "E-mail");
  await user.type("nobody");
  await user.tabTo("button", "Submit");
  await user.press("Enter");
  await user.isAt("group", /^Please check/);
  const listed = await stories.page.locator('[part="summary"] li').allTextContents();
  const invalid = await stories.page.locator('[aria-invalid="true"]').all();
  const said = await Promise.all(
    invalid.map((field) =>
      field.evaluate((element) => {
        const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
        const root = element.getRootNode() as ShadowRoot;
        return ids.map((id) => root.getElementById(id)?.textContent ?? "").join(" ");
      }),
    ),
  );
  expect(listed.length).toBe(invalid.length);
  for (const [at, line] of listed.entries()) {
    const message = line.split("–").at(-1)?.trim() ?? "";
    expect(message.length).toBeGreaterThan(10);
    expect(said[at]).toContain(message);
  }
  expect(said.join(" ")).toContain("such as name@example.com");
});

test("What was entered once need not be entered again: after a refusal, and for another kind", async ({
  stories,
}) => {
  const { page } = stories;
  await stories.renew("crm-request-form", "kinds");
  const user = new KeyboardUser(page);
  const subject = "No light in the whole street";
  await page.getByRole("button", { name: /^Report a fault/ }).click();
  await user.tabTo("textbox", "Subject");
  await user.type(subject);
  await user.press("Control+Enter");
  await user.isAt("group", /^Please check/);
  await user.holds("textbox", "Subject", subject);
  await page.getByRole("button", { name: /^Choose something other/ }).click();
  await page.getByRole("button", { name: /^Complain/ }).click();
  await user.holds("textbox", "Subject", subject);
});

test("What becomes of a step is announced without a move of the focus", async ({ stories }) => {
  const { page } = stories;
  const user = new KeyboardUser(page);
  const announced = (words: string | RegExp) =>
    page.getByRole("status").filter({ hasText: words }).first().waitFor();

  await stories.renew("crm-request-list", "requests");
  await user.tabTo("combobox", "State");
  await page.getByRole("combobox", { name: "State" }).selectOption("done");
  await announced("1 of 1 requests are shown");
  await user.isAt("combobox", "State");

  await stories.renew("crm-request-list", "pages");
  await user.tabTo("button", "Show more");
  await user.press("Enter");
  await announced("4 of 4 requests are shown");

  await stories.renew("crm-request-tracker", "fault-in-hand");
  await user.tabTo("textbox", "Reply");
  await user.type("Thank you.");
  await user.tabTo("button", "Send");
  await user.press("Enter");
  await announced("Your reply was sent.");
});

test("What cannot be taken back is asked about first, and a request can be reopened", async ({ stories }) => {
  const user = new KeyboardUser(stories.page);
  await stories.renew("crm-request-tracker", "fault-in-hand");
  const changed = await user.hears("crm-request-changed");
  await user.tabTo("button", "Withdraw");
  await user.press("Enter");
  await user.reads("Withdraw this request?");
  await user.waits();
  await changed(0);
  await stories.renew("crm-request-tracker", "closed");
  await user.meets("button", "Reopen");
});

/** Runs in the page: the spacing that a reader may ask for, within every shadow. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      " p { margin-block-end: 2em !important }",
  );
  for (const { shadowRoot } of document.querySelectorAll("*")) shadowRoot?.adoptedStyleSheets.push(sheet);
}

/** Runs in the page: texts that lose a part of themselves at the edge of a box, unless they say so with an ellipsis. */
function cutTexts(): string[] {
  const shadows = [...document.querySelectorAll("#storybook-root *")].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  return shadows
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>("*")])
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // What is there for screen readers alone is one pixel large.
      if (box.width <= 1 || box.height <= 1 || !element.textContent?.trim()) return false;
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map(
      (element) => `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 60)}`,
    );
}
