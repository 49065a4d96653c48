import { html, isServer, nothing } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import { ref } from "lit/directives/ref.js";

const rowsOfBlock = 25;

/** Draws one row, with its details or without. */
export type DrawRow<Row> = (row: Row, index: number, detailed: boolean) => unknown;

const blocks = new WeakMap<Element, (isNear: boolean) => void>();

/** One for all lists of the page; near is within a screen's height. */
const watch = isServer
  ? undefined
  : new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) blocks.get(target)?.(isIntersecting);
      },
      { rootMargin: "100% 0px" },
    );

/**
 * Rows that are laid out, and have their details, only near the viewport. The rest of each row is always there: Tab,
 * screen readers and the browser's own search reach every one of thousands.
 */
class RowBlock extends AsyncDirective {
  #isNear = false;
  #element: Element | undefined;
  #draw = (): unknown => nothing;

  override render<Row>(rows: readonly Row[], start: number, draw: DrawRow<Row>): unknown {
    this.#draw = () =>
      html`<div role="presentation" class="block" ${ref(this.#follow)}>${rows.map((row, index) => draw(row, start + index, this.#isNear))}</div>`;
    return this.#draw();
  }

  readonly #follow = (element: Element | undefined): void => {
    if (this.#element) watch?.unobserve(this.#element);
    this.#element = element;
    if (!element) return;
    blocks.set(element, this.#show);
    watch?.observe(element);
  };

  readonly #show = (isNear: boolean): void => {
    if (isNear === this.#isNear) return;
    this.#isNear = isNear;
    this.setValue(this.#draw());
  };
}

const rowBlock = directive(RowBlock);

/** Blocks of rows, the first of which stands at `start` of its list. */
export function rowBlocks<Row>(rows: readonly Row[], start: number, draw: DrawRow<Row>): unknown[] {
  const drawn = [];
  for (let at = 0; at < rows.length; at += rowsOfBlock) {
    drawn.push(rowBlock(rows.slice(at, at + rowsOfBlock), start + at, draw as DrawRow<unknown>));
  }
  return drawn;
}
