import { createRequire } from "node:module";
import type { JSHandle, Page } from "playwright-core";
import { type Area, contrastWithin, photograph } from "./pixels.ts";

/** A rule that a part of a page breaks, or that axe could not decide. */
interface Finding {
  readonly rule: string;
  /** A selector for each root on the way, from the document into the shadows. */
  readonly path: readonly string[];
  readonly reason: string;
}

const rules = {
  // A story is a part of a page: best practices about landmarks and headings are for whole pages.
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
  /** Those whose answer another theme can change. */
  colour: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} as const;

/** Gives a page the means for an `Audit`; call it before the page goes anywhere. */
export function prepareAxe(page: Page): Promise<unknown> {
  return page.addInitScript({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
}

export interface Theme {
  readonly name: string;
  readonly rules: keyof typeof rules;
  readonly forcedColors: "active" | "none";
}

/** Looks for barriers with axe on a page that `prepareAxe` has prepared. */
export class Audit {
  readonly #page: Page;
  /** What pixels have decided already: the same text in the same theme and colour is measured once. */
  readonly #measured = new Map<string, Promise<string | undefined>>();

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * What is broken in the story that is shown. A contrast that axe cannot know is decided by the pixels of the text:
   * near a picture or a gradient, and in forced colours, where axe reads `-webkit-text-fill-color`, which Chromium does
   * not force. Anything else undecided counts as broken.
   */
  async barriers(theme: Theme): Promise<string[]> {
    const { broken, undecided } = await runAxe(this.#page, theme.rules);
    const doubtful = theme.forcedColors === "active" ? [...broken, ...undecided] : undecided;
    const barriers: string[] = [];
    for (const finding of [...broken, ...undecided]) {
      const isMeasured = finding.rule === "color-contrast" && doubtful.includes(finding);
      const barrier = isMeasured ? await this.#faint(finding, theme.name) : words(finding);
      if (barrier) barriers.push(barrier);
    }
    return barriers;
  }

  async #faint(finding: Finding, theme: string): Promise<string | undefined> {
    const text = await find(this.#page, finding.path);
    const colour = await text.evaluate((element) => getComputedStyle(element).color);
    const key = [theme, colour, ...finding.path].join(" ");
    const known = this.#measured.get(key) ?? faintText(this.#page, text, finding);
    this.#measured.set(key, known);
    return known;
  }
}

function words({ rule, path, reason }: Finding): string {
  return `${rule} ${path.join(" ")}: ${reason}`;
}

function runAxe(page: Page, kind: keyof typeof rules): Promise<Record<"broken" | "undecided", Finding[]>> {
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations, incomplete } = await axe.run("#storybook-root", {
      resultTypes: ["violations", "incomplete"],
      runOnly: { ...runOnly, values: [...runOnly.values] },
      // Off unless asked for.
      ...(runOnly.type === "tag"
        ? { rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } } }
        : {}),
    });
    const flat = (results: typeof violations) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any, all, none }) => ({
          rule: id,
          path: target.flat(),
          reason: [...any, ...all, ...none].map(({ message }) => message).join(" "),
        })),
      );
    return { broken: flat(violations), undecided: flat(incomplete) };
  }, rules[kind]);
}

function find(page: Page, path: readonly string[]): Promise<JSHandle<HTMLElement>> {
  return page.evaluateHandle((selectors) => {
    const [last = "", ...outer] = [...selectors].reverse();
    const root = outer.reduceRight<ParentNode | null | undefined>(
      (around, selector) => around?.querySelector(selector)?.shadowRoot,
      document,
    );
    const found = root?.querySelector<HTMLElement>(last);
    if (!found) throw new Error(`There is no ${selectors.join(" ")}.`);
    return found;
  }, path);
}

/** Says so when a text is painted with too little contrast. */
async function faintText(
  page: Page,
  text: JSHandle<HTMLElement>,
  finding: Finding,
): Promise<string | undefined> {
  const { area, large } = await text.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const [start, end] = [Number.parseFloat(style.paddingLeft), Number.parseFloat(style.paddingRight)];
    const size = Number.parseFloat(style.fontSize);
    // The caret of a selection lies in its padding, where no text comes.
    const area: Area = {
      x: box.x + start,
      y: box.y + 2,
      width: box.width - start - end,
      height: box.height - 4,
    };
    return { area, large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) };
  });
  const painted = contrastWithin(await photograph(page, area));
  return painted < (large ? 3 : 4.5) ? `${words(finding)} Its pixels have ${painted.toFixed(2)}.` : undefined;
}
