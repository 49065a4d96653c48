import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../packages/tools/src/repo.ts";
import { capabilities } from "../stories/fixtures/capabilities.js";
import { firmSummary } from "../stories/fixtures/customers.js";
import { csat } from "../stories/fixtures/indices.js";
import { faultEntries, faultInHand, requests } from "../stories/fixtures/requests.js";
import { CdnSite } from "./support/cdn-site.ts";
import { launchBrowser } from "./support/visitor.ts";

const styles = globSync("packages/elements/src/**/*.styles.ts", { cwd: root }).map((file) => ({
  file,
  css: readFileSync(join(root, file), "utf8"),
}));
const read = new Set(styles.flatMap(({ css }) => css.match(/(?<=var\()--_crm-[\w-]+/g) ?? []));

const given = {
  "crm-customer-card": { summary: firmSummary },
  "crm-rating": {},
  "crm-request-form": { capabilities, kind: "fault" },
  "crm-request-list": { requests },
  "crm-request-tracker": { request: faultInHand, entries: faultEntries },
  "crm-satisfaction-gauge": { index: csat },
};

let browser: Browser;
let site: CdnSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), CdnSite.open()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it("every private variable that a style reads is set on the inner node, whatever the state, and on no other", () => {
  const tokens = styles.find(({ file }) => file.endsWith("tokens.styles.ts"))?.css ?? "";
  const unconditional = tokens.match(/^ {2}\.base \{.*?^ {2}\}/gms)?.join() ?? "";
  const set = new Set(unconditional.match(/--_crm-[\w-]+(?=:)/g));
  expect([...read].filter((name) => !set.has(name))).toEqual([]);
  const hosts = styles.flatMap(({ css }) => css.match(/(:host|::slotted)[^{]*\{[^}]*--_crm-[^}]*\}/g) ?? []);
  expect(hosts).toEqual([]);
});

it("a page, or an element of another version around ours, that sets our private variables changes nothing", async () => {
  const { page } = await site.visit(browser, {
    head: '<script type="module" src="/portico/portico.js"></script>',
    body: "<main></main>",
  });
  await page.waitForFunction(() => customElements.get("crm-rating"));
  const changed = await page.evaluate(
    async ({ given, hostile }) => {
      const elements = Object.entries(given).map(([tag, values]) =>
        Object.assign(document.createElement(tag), values),
      );
      document.querySelector("main")?.append(...elements);
      const drawn = () => new Promise((resolve) => setTimeout(resolve, 500));
      const nodes = () =>
        elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("*") ?? [])]);
      const looks = () =>
        nodes().map((node) => {
          const computed = getComputedStyle(node);
          const names = [...computed].filter((name) => !name.startsWith("--"));
          return new Map(names.map((name) => [name, computed.getPropertyValue(name)]));
        });
      await drawn();
      const before = looks();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root, main, main * { ${hostile} }`);
      document.adoptedStyleSheets.push(sheet);
      await drawn();
      const differing = nodes().flatMap((node, index) =>
        [...(before[index] ?? [])]
          .filter(([name, value]) => getComputedStyle(node).getPropertyValue(name) !== value)
          .map(([name, value]) => `${node.localName}.${node.getAttribute("class")} ${name}: not ${value}`),
      );
      return { nodes: before.length, differing };
    },
    { given, hostile: [...read].map((name) => `${name}: lime !important;`).join(" ") },
  );
  expect(changed).toEqual({ nodes: expect.toSatisfy((count: number) => count > 300), differing: [] });
});
