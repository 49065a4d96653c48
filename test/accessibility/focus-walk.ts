import type { Page } from "playwright-core";
import { type Area, type Colour, contrast, photograph } from "./pixels.ts";

/** Where the focus is: on a control of the story, or out of it again. */
interface Stop {
  /** The control, or the radio group it belongs to; `undefined` outside the story. */
  readonly control: string | undefined;
  readonly area: Area;
  /** What lies over the control's middle, if anything does. */
  readonly under: string | undefined;
}

interface Walker {
  /** The controls of the story that Tab must reach, in order. */
  controls(): string[];
  stop(): Stop;
}

const mostStops = 80;

/**
 * Walks through the shown story with Tab and back with Shift+Tab, from a button before it to one after it. Answers what
 * is wrong: a control left out or out of order, a trap, a focus that does not show or lies under something.
 */
export async function walkThrough(page: Page): Promise<string[]> {
  await page.evaluate(installWalker);
  await page.locator("#before-story").focus();
  const there = await walk(page, "Tab");
  const seen: (Stop & { readonly focused: readonly Colour[] })[] = [];
  // On the way back nothing moves any more: what loads when the focus comes near has loaded.
  const back = await walk(page, "Shift+Tab", async (stop) => {
    seen.push({ ...stop, focused: await photograph(page, stop.area) });
  });
  await page.locator("#before-story").blur();

  const expected = await page.evaluate(() => walker().controls());
  const faults: string[] = [];
  if (there.join() !== expected.join())
    faults.push(`Tab goes to ${there.join(", ")} instead of ${expected.join(", ")}`);
  if (back.toReversed().join() !== expected.join())
    faults.push(`Shift+Tab goes to ${back.join(", ")} instead of the way back`);
  for (const { control, area, under, focused } of seen) {
    if (under) faults.push(`${control} lies under ${under}`);
    const changed = changedPixels(focused, await photograph(page, area));
    // An outline one pixel thick, half of it hidden, would still be seen.
    if (changed < area.width + area.height)
      faults.push(`The focus on ${control} changes no more than ${changed} pixels`);
  }
  return faults;
}

async function walk(
  page: Page,
  key: string,
  visit: (stop: Stop) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const visited: string[] = [];
  for (let presses = 0; presses < mostStops; presses++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => walker().stop());
    if (stop.control === undefined) return visited;
    // A date has a stop for each of its parts.
    if (visited.at(-1) === stop.control) continue;
    visited.push(stop.control);
    await visit(stop);
  }
  throw new Error(`${key} never leaves the story: ${visited.slice(-5).join(", ")}`);
}

/** How many pixels differ by a contrast of 3 to 1 or more. */
function changedPixels(one: readonly Colour[], other: readonly Colour[]): number {
  return one.filter((colour, at) => contrast(colour, other[at] ?? colour) >= 3).length;
}

declare function walker(): Walker;

/** Runs in the page: puts a button before and after the story, and gives what a walk asks for. */
function installWalker(): void {
  const story = document.querySelector("#storybook-root");
  if (!story) throw new Error("There is no story.");
  for (const [id, place] of [
    ["before-story", "beforebegin"],
    ["after-story", "afterend"],
  ] as const) {
    document.getElementById(id)?.remove();
    const button = Object.assign(document.createElement("button"), { id, textContent: id });
    story.insertAdjacentElement(place, button);
  }
  const reachable = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const nameOf = (element: Element): string => {
    const { name, type, labels } = element as HTMLInputElement;
    if (type === "radio") return `radio group ${name}`;
    const words = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
    return `${element.localName} “${words.replaceAll(/\s+/g, " ").trim()}”`;
  };
  const focused = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const topmost = (x: number, y: number): Element | null => {
    let element = document.elementFromPoint(x, y);
    for (let inner = element; inner?.shadowRoot; element = inner) {
      const next: Element | null = inner.shadowRoot.elementFromPoint(x, y);
      if (!next || next === inner) break;
      inner = next;
      element = next;
    }
    return element;
  };

  const walker: Walker = {
    controls: () => {
      const names = all(story)
        .filter(
          (element) => element.matches(reachable) && element.checkVisibility({ visibilityProperty: true }),
        )
        .filter((element) => !element.matches(":disabled"))
        .map(nameOf);
      return names.filter((name, at) => name !== names[at - 1]);
    },
    stop: () => {
      const control = focused();
      if (!control || control.id === "before-story" || control.id === "after-story")
        return { control: undefined, area: { x: 0, y: 0, width: 0, height: 0 }, under: undefined };
      // A radio button may be drawn by its label alone.
      const label = control instanceof HTMLInputElement ? control.closest("label") : null;
      const box = control.getBoundingClientRect();
      const drawn = label?.getBoundingClientRect() ?? box;
      const middle = [drawn.x + drawn.width / 2, drawn.y + drawn.height / 2] as const;
      const top = topmost(...middle);
      const isOwn = top && [control, label].some((own) => own?.contains(top) || (own && top.contains(own)));
      const around = 6;
      return {
        control: nameOf(control),
        area: {
          x: drawn.x - around,
          y: drawn.y - around,
          width: drawn.width + 2 * around,
          height: drawn.height + 2 * around,
        },
        under: isOwn ? undefined : (top?.localName ?? "nothing"),
      };
    },
  };
  Object.assign(globalThis, { walker: () => walker });
}
