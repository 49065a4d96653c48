import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../packages/tools/src/repo.ts";
import { CdnSite } from "./support/cdn-site.ts";
import { givenTo, subjects } from "./support/subjects.ts";
import { launchBrowser } from "./support/visitor.ts";

const styles = globSync("packages/elements/src/**/*.styles.ts", { cwd: root }).map((file) => ({
  file,
  css: readFileSync(join(root, file), "utf8"),
}));
const bundled = globSync("packages/elements/dist/cdn/*/chunks/*.js", { cwd: root }).map((file) =>
  readFileSync(join(root, file), "utf8"),
);

const given = Object.fromEntries(
  Array.from(await subjects(), ([, subject]) => [
    subject.tag,
    { ...subject.attributes, ...givenTo(subject) },
  ]),
);

/** What a variable of ours may be used for. */
const looks = [
  ...["color", "background-color", "fill", "stroke", "box-shadow", "outline-color", "text-decoration-color"],
  ...["font-size", "font-weight", "line-height", "transition-duration", "animation-duration"],
  ...["block-size", "inline-size", "row-gap", "column-gap", "border-start-start-radius", "inset-block-start"],
  ...["block-start", "block-end", "inline-start", "inline-end"].flatMap((side) =>
    ["margin", "padding"].map((box) => `${box}-${side}`).concat(`border-${side}-color`),
  ),
];

let browser: Browser;
let site: CdnSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), CdnSite.open()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it("every private variable that a style reads is set on the inner node in every state, or beside what reads it", () => {
  const namesIn = (css: string, pattern: RegExp) => new Set(css.match(pattern));
  const base = styles.flatMap(({ css }) => css.match(/^ {2}\.base \{.*?^ {2}\}/gms) ?? []).join("");
  const everywhere = namesIn(base, /--_crm-[\w-]+(?=:)/g);
  const unset = styles.flatMap(({ file, css }) => {
    const beside = namesIn(css, /(?<=^ {4})--_crm-[\w-]+(?=:)/gm);
    const read = namesIn(css, /(?<=var\()--_crm-[\w-]+/g);
    return [...read]
      .filter((name) => !everywhere.has(name) && !beside.has(name))
      .map((name) => `${file}: ${name}`);
  });
  expect(unset).toEqual([]);
  expect(
    styles.flatMap(({ css }) => css.match(/(:host|::slotted)[^{]*\{[^}]*--_crm-[^}]*\}/g) ?? []),
  ).toEqual([]);
});

it("what a page may have named for itself is no name of ours, in the bundled files either", () => {
  const set = bundled.flatMap((code) => code.match(/--[\w-]+(?=:)/g) ?? []);
  expect(set.length).toBeGreaterThan(50);
  expect(set.filter((name) => !name.startsWith("--_crm-"))).toEqual([]);
});

it("a page, or an element of another version around ours, that sets our private variables changes nothing", async () => {
  const privateNames = new Set(bundled.flatMap((code) => code.match(/--_[\w-]+/g) ?? []));
  const { page } = await site.visit(browser, {
    head: '<script type="module" src="/portico/portico.js"></script>',
    body: "<main></main>",
  });
  await page.waitForFunction(() => customElements.get("crm-rating"));
  const changed = await page.evaluate(
    async ({ given, hostile, looks }) => {
      const elements = Object.entries(given).map(([tag, values]) =>
        Object.assign(document.createElement(tag), values),
      );
      document.querySelector("main")?.append(...elements);
      const drawn = () => new Promise((resolve) => setTimeout(resolve, 500));
      const nodes = () =>
        elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("*") ?? [])]);
      const look = () =>
        nodes().map((node) => {
          const computed = getComputedStyle(node);
          return looks.map(
            (name) =>
              `${node.localName}.${node.getAttribute("class")} ${name}: ${computed.getPropertyValue(name)}`,
          );
        });
      await drawn();
      const before = look();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root, main, main * { ${hostile} }`);
      document.adoptedStyleSheets.push(sheet);
      await drawn();
      const differing = look().flatMap((values, index) =>
        values.filter((value, at) => value !== before[index]?.[at]),
      );
      return { nodes: before.length, differing };
    },
    { given, looks, hostile: [...privateNames].map((name) => `${name}: lime !important;`).join(" ") },
  );
  expect(changed).toEqual({ nodes: expect.toSatisfy((count: number) => count > 300), differing: [] });
});
