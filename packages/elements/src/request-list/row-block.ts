import { html, noChange, render } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive, type ElementPart } from "lit/directive.js";

const rowsOfBlock = 25;

/** Draws one row, with its details or without. */
export type DrawRow<Row> = (row: Row, index: number, detailed: boolean) => unknown;

/** Draws the rows of a block by itself, so that one that comes near costs the others nothing. */
class RowBlock extends AsyncDirective {
  #draw = (_isNear: boolean): void => undefined;
  #element: Element | undefined;
  #isNear = false;
  #watch: IntersectionObserver | undefined;

  render<Row>(_rows: readonly Row[], _start: number, _draw: DrawRow<Row>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [rows, start, draw]: Parameters<this["render"]>): unknown {
    this.#draw = (isNear) => {
      this.#isNear = isNear;
      render(
        rows.map((row, index) => draw(row, start + index, isNear)),
        element as HTMLElement,
      );
    };
    this.#draw(this.#isNear);
    if (!this.#element) {
      this.#element = element;
      this.reconnected();
    }
    return noChange;
  }

  protected override reconnected(): void {
    if (!this.#element) return;
    // Farther off than browsers begin to lay out, so that rows are laid out once, with their details.
    // A busy page is told of several moves at once: the last is where the block is.
    const onNear = (moves: IntersectionObserverEntry[]) => this.#draw(moves.at(-1)?.isIntersecting ?? false);
    this.#watch = new IntersectionObserver(onNear, { rootMargin: "300% 0px" });
    this.#watch.observe(this.#element);
    addEventListener("beforeprint", this.#drawWhole);
  }

  protected override disconnected(): void {
    this.#watch?.disconnect();
    removeEventListener("beforeprint", this.#drawWhole);
  }

  /** On paper every row is near. */
  readonly #drawWhole = (): void => this.#draw(true);
}

const rowBlock = directive(RowBlock);

/**
 * Rows that are laid out, and have their details, only near the viewport. The rest of each row is always there: Tab,
 * screen readers and the browser's own search reach every one of thousands. The first stands at `start` of its list.
 */
export function rowBlocks<Row>(rows: readonly Row[], start: number, draw: DrawRow<Row>): unknown[] {
  return Array.from({ length: Math.ceil(rows.length / rowsOfBlock) }, (_, index) => {
    const at = index * rowsOfBlock;
    const block = rows.slice(at, at + rowsOfBlock);
    return html`<div role="presentation" class="block" ${rowBlock(block, start + at, draw as DrawRow<unknown>)}></div>`;
  });
}
