import { expect } from "chai";
import type { CrmElement } from "../crm-element.js";
import { FakeBackend } from "./fake-backend.js";
import { untilState } from "./fixture.js";
import { faults, situate } from "./situations.js";
import { type Stage, type Subject, stage } from "./subject.js";

/** A small phone and a small tablet, both upright. */
const screens = [
  { width: 360, height: 640 },
  { width: 720, height: 1024 },
] as const;

/**
 * Keeps the page around an element still. What comes may differ in size from its skeleton by a tenth of the screen: even
 * if all else on the screen moved that far, the page's layout shift would be 0.1, the most that counts as good
 * (https://web.dev/articles/cls). What a screen does not show counts for nothing. Where the size is known, nothing moves.
 */
export function layoutSuite(subject: Subject): void {
  const usual = { ...subject.answers, ...subject.usual };

  for (const { width, height } of screens) {
    describe(`<${subject.tag}> at ${width} × ${height}`, () => {
      it("takes about the room while it loads that it needs when its value has come", async () => {
        const { backend, element } = loading(width);
        await untilState(element, "loading");
        const reserved = Math.min(heightOf(element), height);
        backend.release();
        await untilState(element, "ready");
        expect(Math.min(heightOf(element), height)).to.be.closeTo(reserved, height / 10);
      });

      for (const failure of Object.keys(faults) as (keyof typeof faults)[]) {
        it(`keeps that room when it ends in ${failure}`, async () => {
          const { backend, element } = loading(width);
          await untilState(element, "loading");
          const reserved = heightOf(element);
          backend.fault = faults[failure];
          backend.release();
          await untilState(element, failure);
          expect(heightOf(element)).to.be.at.least(reserved);
        });
      }

      it("has the room of its skeleton before there is a client", async () => {
        const { element } = loading(width);
        await untilState(element, "loading");
        const { element: initial } = await situate(subject, "initial");
        initial.style.inlineSize = `${width}px`;
        expect(heightOf(initial)).to.equal(heightOf(element));
      });

      it("moves by nothing but the notice when an update fails, and by nothing while one runs", async () => {
        const { backend, element } = loading(width);
        backend.release();
        await untilState(element, "ready");
        const before = heightOf(element);
        backend.hold();
        const retried = element.retry();
        await element.updateComplete;
        expect(heightOf(element)).to.equal(before);
        backend.fault = faults.offline;
        backend.release();
        await retried;
        await untilState(element, "stale");
        expect(heightOf(element)).to.be.closeTo(before + noticeHeight(element), 1);
      });
    });
  }

  function loading(width: number): Stage {
    const backend = new FakeBackend(usual);
    backend.hold();
    const staged = stage(subject, backend);
    staged.element.style.inlineSize = `${width}px`;
    return staged;
  }
}

/** In whole pixels: fractions depend on where the element stands. */
function heightOf(element: CrmElement): number {
  return Math.round(element.getBoundingClientRect().height);
}

function noticeHeight(element: CrmElement): number {
  const banner = element.shadowRoot?.querySelector('[part="banner"]');
  if (!banner) throw new Error("There is no notice");
  const { marginBlockStart, marginBlockEnd } = getComputedStyle(banner);
  return (
    banner.getBoundingClientRect().height +
    Number.parseFloat(marginBlockStart) +
    Number.parseFloat(marginBlockEnd)
  );
}
