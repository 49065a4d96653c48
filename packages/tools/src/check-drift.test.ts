import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findDrift, type House, house } from "./check-drift.ts";
import { Sources } from "./drift/sources.ts";
import type { Element } from "./manifest/manifest.ts";
import { root } from "./repo.ts";

const gauge = "packages/elements/src/satisfaction-gauge/satisfaction-gauge.ts";
const gaugeStyles = "packages/elements/src/satisfaction-gauge/satisfaction-gauge.styles.ts";
const gaugeStories = "stories/satisfaction-gauge.stories.ts";
const readme = "packages/elements/README.md";

/** What one element becomes in a manifest that lost or gained something. */
function withGauge(whole: House, change: (element: Element) => Partial<Element>): House {
  const isGauge = ({ tag }: Element) => tag === "crm-satisfaction-gauge";
  return {
    ...whole,
    elements: whole.elements.map((one) => (isGauge(one) ? { ...one, ...change(one) } : one)),
  };
}

/** A text of the repository with pieces replaced; each must be there. */
function changed(path: string, pieces: Readonly<Record<string, string>>): [string, string] {
  let text = readFileSync(join(root, path), "utf8");
  for (const [old, now] of Object.entries(pieces)) {
    expect(text, path).toContain(old);
    text = text.replaceAll(old, now);
  }
  return [path, text];
}

const told = (given: House) => findDrift(given).map(({ where, why }) => `${where} ${why}`);

describe("the check of manifest, source, stories and pages", () => {
  let whole: House;
  let before: string[];

  beforeAll(() => {
    whole = house();
    before = told(whole);
  });

  /** What is found beyond what the repository has as it is. */
  const found = (given: House) => told(given).filter((fault) => !before.includes(fault));

  describe("finds in changed sources", () => {
    let faults: string[];

    beforeAll(() => {
      const texts = new Map([
        changed(gauge, {
          'part="title"': 'part="heading"',
          'part="trend"': `part=\${String(trend)}`,
          "    empty: isUnanswered,\n": "",
          "client.satisfactionIndices.get(id, { signal })":
            "client.me.get().then(() => client.satisfactionIndices.get(id, { signal }))",
          'return html`<dl part="facts"':
            'emit(this, "crm-surprise", {}); this.internals.states.add("odd"); return html`<slot name="aside"></slot><dl part="facts"',
          "import { CrmElement }":
            'import { emit } from "../internal/events.js";\nexport class CrmUntold extends LitElement {}\nimport { LitElement } from "lit";\nimport { CrmElement }',
        }),
        changed(gaugeStyles, { "--crm-gauge-size": "--crm-gauge-width" }),
        changed(gaugeStories, {
          "index: smallSample": "indices: smallSample",
          "inDark({ index": "inDark({ idx",
        }),
        changed("packages/elements/src/index.ts", { CrmSatisfactionGauge: "CrmGauge" }),
        changed(readme, {
          "<crm-request-list>\n  <p slot": "<crm-request-list sorted>\n  <p slot",
          'slot="empty"': 'slot="nothing"',
          "crm-request-changed": "crm-request-moved",
        }),
      ]);
      faults = found({ ...whole, sources: new Sources(root, texts) });
    });

    it.each([
      ["a part that is not documented", "the part `heading` is in the code and not documented"],
      ["a part that is documented alone", "the part `title` is documented and not in the code"],
      ["a part of which nobody knows what it may be", "what `String(trend)` may be is not known"],
      ["a slot that is not documented", "the slot `aside` is in the code and not documented"],
      ["a slot that is documented alone", "the slot `empty` is documented and not in the code"],
      ["an event that is not documented", "the event `crm-surprise` is in the code and not documented"],
      ["a state that is not documented", "the state `odd` is in the code and not documented"],
      ["a state that cannot come about", "the state `empty` is documented and not in the code"],
      ["a call that is not documented", "the operation `getMe` is in the code and not documented"],
      ["a custom property that is not documented", "a style reads `--crm-gauge-width`"],
      ["a custom property that no style reads", "`--crm-gauge-size` is documented and no style reads it"],
      ["a class without a tag", "CrmUntold has no tag"],
      ["a class that the index leaves out", "index.ts leaves CrmSatisfactionGauge out"],
      ["an arg of a story that is no property", "`indices` is no property of <crm-satisfaction-gauge>"],
      ["an arg of a shared story that is no property", "`idx` is no property of <crm-satisfaction-gauge>"],
      ["an attribute in a page that no tag has", "<crm-request-list> has no attribute `sorted`"],
      ["a slot in a page that no tag has", "<crm-request-list> has no slot `nothing`"],
      ["an event in a page that nobody has", "nobody has `crm-request-moved`"],
    ])("%s", (_what, why) => {
      expect(faults).toContainEqual(expect.stringContaining(why));
    });
  });

  describe("finds in a changed manifest", () => {
    it.each<[string, (element: Element) => Partial<Element>, string]>([
      [
        "a property without a sentence",
        ({ properties }) => ({ properties: properties.map(({ description: _, ...rest }) => rest) }),
        "`indexId` is documented without a word",
      ],
      ["an element without an example", () => ({ examples: [] }), "the element has no example"],
      [
        "an event that is not dispatched",
        ({ events }) => ({ events: [...events, { name: "crm-gone", description: "Gone." }] }),
        "the event `crm-gone` is documented and not in the code",
      ],
      [
        "an event whose listeners get another type",
        ({ events }) => ({
          events: events.map((event) => ({ ...event, type: { text: "CustomEvent<string>" } })),
        }),
        "the event `crm-error` is documented as CustomEvent<string> and declared as CustomEvent<CrmErrorDetail>",
      ],
      [
        "an operation that is not called",
        ({ operations }) => ({ operations: [...operations, "getMe"] }),
        "the operation `getMe` is documented and not in the code",
      ],
      [
        "an operation that the contract does not know",
        ({ operations }) => ({ operations: [...operations, "getWeather"] }),
        "the contract knows no operation getWeather",
      ],
      [
        "an example with a tag that stays open",
        () => ({ examples: ["```html\n<crm-satisfaction-gauge>\n```"] }),
        "<crm-satisfaction-gauge> is not closed",
      ],
      [
        "an example with broken markup",
        () => ({ examples: ['```html\n<p class="a" class="b"></p>\n```'] }),
        "duplicate-attribute",
      ],
      [
        "an example with a script that does not parse",
        () => ({ examples: ["```js\nconst = 1;\n```"] }),
        "an example is wrong",
      ],
    ])("%s", (_what, change, why) => {
      expect(found(withGauge(whole, change))).toContainEqual(expect.stringContaining(why));
    });
  });

  it("finds an element that lacks its tests, stories, entry or page", () => {
    const faults = found({ ...whole, has: (path) => !path.includes("satisfaction-gauge") });
    expect(faults.map((fault) => fault.replace(/.*\/src\/|<crm-satisfaction-gauge> /, ""))).toEqual([
      "satisfaction-gauge/satisfaction-gauge.test.ts is missing",
      "define/satisfaction-gauge.ts is missing",
      "stories/satisfaction-gauge.stories.ts is missing",
      "packages/elements/docs/elements/satisfaction-gauge.md is missing",
    ]);
  });

  it("finds a token that no style reads", () => {
    const tokens = { ...whole.tokens, more: [{ name: "--crm-idle", as: "idle", sets: "nothing" }] };
    expect(found({ ...whole, tokens })).toEqual(["tokens.json no style reads `--crm-idle`"]);
  });
});
