import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Waits until every element on the page has its answer. */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(waiting), {
      message: `elements that still wait on ${page.url()}`,
      timeout: 20_000,
    })
    .toEqual([]);
}

/** Runs in the page: elements that are not defined, wait for their client or load. */
function waiting(): string[] {
  const elements = [...document.querySelectorAll<HTMLElement & { state?: string }>("body *")].filter(
    ({ localName }) => localName.startsWith("crm-") && localName !== "crm-provider",
  );
  return elements
    .filter((element) => element.matches(":not(:defined), :state(loading)"))
    .map(({ localName, state }) => `${localName} ${state}`);
}
