import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** `summary` is what opens a disclosure: it has no role of its own in ARIA. */
export type Role = Parameters<Page["getByRole"]>[0] | "summary";

/** More stops than any element has. */
const mostStops = 60;

/** Somebody who has a keyboard and nothing else, and knows controls by their role and name. */
export class KeyboardUser {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  control(role: Role, name: string | RegExp): Locator {
    const story = this.page.locator("#storybook-root");
    return role === "summary"
      ? story.locator("summary", { hasText: name }).first()
      : story.getByRole(role, { name }).first();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Leaves the time in which what should not happen would. */
  async waits(): Promise<void> {
    await this.page.waitForTimeout(300);
  }

  /** Presses Tab until a control has the focus. */
  async tabTo(role: Role, name: string | RegExp): Promise<void> {
    const control = this.control(role, name);
    await control.waitFor();
    for (let stop = 0; stop < mostStops; stop++) {
      if (await hasFocus(control)) return;
      await this.press("Tab");
    }
    throw new Error(`Tab does not reach the ${role} ${name}.`);
  }

  /** Expects a control to have the focus, soon. */
  async isAt(role: Role, name: string | RegExp): Promise<void> {
    await expect
      .poll(() => hasFocus(this.control(role, name)), { message: `the focus on the ${role} ${name}` })
      .toBe(true);
  }

  /** Expects a control, or a text with a role, to be there soon. */
  async meets(role: Role, name: string | RegExp): Promise<void> {
    await this.control(role, name).waitFor();
  }

  /** Expects a control to go away, soon. */
  async misses(role: Role, name: string | RegExp): Promise<void> {
    await this.control(role, name).waitFor({ state: "hidden" });
  }

  /** Expects a text to be there soon, wherever it stands. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.locator("#storybook-root").getByText(text).first().waitFor();
  }

  /** Expects a text to be out of sight, soon. */
  async readsNoMore(text: string | RegExp): Promise<void> {
    await this.page.locator("#storybook-root").getByText(text).first().waitFor({ state: "hidden" });
  }

  /** Expects a field or a selection to have a value, soon. */
  async holds(role: Role, name: string | RegExp, value: string): Promise<void> {
    await expect
      .poll(() => this.control(role, name).inputValue(), { message: `the ${role} ${name}` })
      .toBe(value);
  }

  /** Expects a radio button or a check box to be chosen, soon. */
  async hasChosen(name: string | RegExp): Promise<void> {
    const control = this.control("radio", name).or(this.control("checkbox", name));
    await expect.poll(() => control.isChecked(), { message: `${name} chosen` }).toBe(true);
  }

  /** Expects the focus to have stayed in an element and not to be thrown to the top of the page. */
  async isWithinStory(): Promise<void> {
    const tag = () => this.page.evaluate(() => document.activeElement?.localName);
    await expect.poll(tag, { message: "where the focus is" }).toMatch(/^crm-/);
  }

  /** Counts an event of the shown element from now on; answers a wait until it has come so often. */
  async hears(event: string): Promise<(times: number) => Promise<void>> {
    const count = await this.page.evaluateHandle((name) => {
      const counted = { times: 0 };
      const root = document.querySelector("#storybook-root");
      root?.addEventListener(name, () => counted.times++, { capture: true });
      return counted;
    }, event);
    return (times) =>
      expect
        .poll(() => count.evaluate((counted) => counted.times), { message: `how often ${event} came` })
        .toBe(times);
  }
}

async function hasFocus(control: Locator): Promise<boolean> {
  if ((await control.count()) === 0) return false;
  return control.evaluate(
    (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
  );
}
