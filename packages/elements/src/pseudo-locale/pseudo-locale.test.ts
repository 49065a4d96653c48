import { expect } from "chai";
import type { CrmElement } from "../internal/crm-element.js";
import { everyElement } from "../internal/test/every-element.js";
import { situate, statesOf } from "../internal/test/situations.js";
import type { Subject } from "../internal/test/subject.js";
import { pseudoLocale, speakPseudoLocale } from "./pseudo-locale.js";

let stop = (): void => undefined;

before(() => {
  document.documentElement.lang = pseudoLocale;
  stop = speakPseudoLocale();
});

after(() => {
  stop();
  document.documentElement.lang = "en";
});

await everyElement((subject) => {
  describe(`<${subject.tag}> in the pseudo-locale`, () => {
    for (const state of statesOf(subject)) {
      it(`says nothing but what is in its catalogues when ${state}`, async () => {
        const { subject: recording, data } = recorded(subject);
        const { element } = await situate(recording, state);
        await element.updateComplete;
        const said = spoken(element).map((text) => foreign(text, data()));
        expect(said.filter(Boolean)).to.deep.equal([]);
      });
    }

    it("speaks with brackets, accents and more room", async () => {
      const { element } = await situate(subject, "forbidden");
      expect(spoken(element)).to.include("[!! Ñóť áṽáíļáƀļé ťó ýóú ~~~~~~~~ !!]");
    });
  });
});

/** Everything an element says to the eye or the ear; an avatar's initials come from a name. */
function spoken(element: CrmElement): string[] {
  const said: string[] = [];
  const walker = document.createTreeWalker(
    element.renderRoot,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest("style, .avatar")) said.push(node.data);
    if (node instanceof Element)
      for (const name of [
        "aria-label",
        "aria-valuetext",
        "aria-roledescription",
        "placeholder",
        "title",
        "alt",
      ])
        said.push(node.getAttribute(name) ?? "");
  }
  return said;
}

const bracketed = /\[!! .*? !!\]/gs;
/** Dates, times and distances of `Intl`, names of file types. */
const formatted =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|UTC|in|ago|(?:year|month|day|hour|minute|second)s?|now|today|tomorrow|yesterday|last|next|[kMG]?B|JPEG|PNG|PDF)\b/gi;

/** The text, if any of its words is neither of a catalogue nor of the data. */
function foreign(text: string, data: readonly string[]): string {
  const own = text.replace(bracketed, "").toLowerCase();
  const rest = data.reduce((left, datum) => left.replaceAll(datum.toLowerCase(), ""), own);
  return /\p{L}{2}/u.test(rest.replace(formatted, "")) ? text.trim() : "";
}

/** The subject with every text that its backend answers with, the longest first. */
function recorded(subject: Subject): { readonly subject: Subject; readonly data: () => string[] } {
  const texts = new Set<string>();
  const record = (answers: Subject["answers"]): Subject["answers"] =>
    Object.fromEntries(
      Object.entries(answers).map(([operation, answer]) => [
        operation,
        (...values: never[]) => {
          const value: unknown = typeof answer === "function" ? answer(...values) : answer;
          for (const text of textsIn(value)) texts.add(text);
          return value;
        },
      ]),
    );
  const { answers, empty, partial } = subject;
  const recording = {
    ...subject,
    answers: record(answers),
    ...(empty && { empty: record(empty) }),
    ...(partial && { partial: record(partial) }),
  };
  return { subject: recording, data: () => [...texts].sort((one, other) => other.length - one.length) };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length > 2 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
