import { inner, isSeen, place, type Shown, shown, visibleTexts } from "./elements.ts";

/** Smallest target of WCAG 2.2, success criterion 2.5.8, in CSS pixels. */
const smallestTarget = 24;

/** A box within an element, relative to it: where it stands in the tree, then start, top, width and height. */
export type Box = readonly [where: string, ...numbers: number[]];

/** Every box that elements draw, and every line of text in them, by story. */
export function boxes(): Record<string, Box[]> {
  return Object.fromEntries(ownAlone().map((one) => [one.story, boxesOf(one)]));
}

function boxesOf(one: Shown): Box[] {
  const origin = one.base.getBoundingClientRect();
  const box = (where: string, { x, y, width, height }: DOMRect): Box => [
    where,
    ...[x - origin.x, y - origin.y, width, height].map((length) => Math.round(length * 100) / 100),
  ];
  return [
    ...inner(one)
      .filter((element) => element.checkVisibility())
      .map((element) => box(place(element), element.getBoundingClientRect())),
    ...visibleTexts(one).flatMap((text) => lines(text).map((line) => box(text.data.trim(), line))),
  ];
}

/** Every computed property of the inner root of each element, by story: what a page could have left to inherit. */
export function inherited(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    ownAlone().map(({ story, base }) => {
      const computed = getComputedStyle(base);
      return [
        story,
        Object.fromEntries([...computed].map((name) => [name, computed.getPropertyValue(name)])),
      ];
    }),
  );
}

/** Elements without anything of the page's in their slots: what a page puts there has the page's own size. */
const ownAlone = (): Shown[] => shown().filter(({ host }) => host.childElementCount === 0);

/** Boxes that cut off what is in them, and boxes that stick out of their element. */
export function overflows(): string[] {
  return shown().flatMap((one) =>
    inner(one)
      .filter((element) => isSeen(element) && (isCut(element) || sticksOut(element, one.base)))
      .map((element) => `${one.story} ${place(element)}`),
  );
}

/** What scrolls by nature shows all it has. */
function isCut(element: Element): boolean {
  if (element.matches("svg, svg *, input, select, textarea")) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return (
    (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
    (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1)
  );
}

function sticksOut(element: Element, base: Element): boolean {
  const box = element.getBoundingClientRect();
  const { left, right } = base.getBoundingClientRect();
  return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
}

/** How far the page itself scrolls sideways. */
export function sidewaysScroll(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** Controls that are too small to hit, with their size. */
export function smallTargets(): string[] {
  return controls().flatMap(({ story, control }) => {
    const { width, height } = target(control);
    if (width >= smallestTarget && height >= smallestTarget) return [];
    return [`${story} ${place(control)} ${width.toFixed(1)} × ${height.toFixed(1)}`];
  });
}

/** What a visitor can press or fill in. A link within a sentence may be as low as its line. */
function controls(): { story: string; control: Element }[] {
  return shown().flatMap((one) =>
    inner(one)
      .filter((element) => element.matches("button, a[href], input, select, textarea, summary"))
      .filter((element) => isSeen(element) && getComputedStyle(element).display !== "inline")
      .map((control) => ({ story: one.story, control })),
  );
}

/** Where a press counts: with the label around a control, and with a layer over the whole row if the control has one. */
function target(control: Element): DOMRect {
  const layer = getComputedStyle(control, "::after");
  const hasLayer = layer.content !== "none" && layer.position === "absolute";
  const around = control.closest("label") ?? (hasLayer ? (control as HTMLElement).offsetParent : null);
  return (around ?? control).getBoundingClientRect();
}

/** How far the first text of each element is from the edge at which reading starts and from the other one. */
export function readingEdges(): { story: string; start: number; end: number }[] {
  return shown().flatMap((one) => {
    const [first] = visibleTexts(one);
    if (!first) return [];
    const line = rangeOf(first).getBoundingClientRect();
    const { left, right } = one.base.getBoundingClientRect();
    const [start, end] = isRightToLeft(one)
      ? [right - line.right, line.left - left]
      : [line.left - left, right - line.right];
    return [{ story: one.story, start, end }];
  });
}

const isRightToLeft = ({ base }: Shown): boolean => getComputedStyle(base).direction === "rtl";

const lines = (text: Text): DOMRect[] => [...rangeOf(text).getClientRects()];

function rangeOf(text: Text): Range {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range;
}
