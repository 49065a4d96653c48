import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { elements } from "@portico/elements/all";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { root, run } from "../packages/tools/src/repo.ts";
import { CdnSite, type OpenPage } from "./support/cdn-site.ts";
import { launchBrowser } from "./support/visitor.ts";

const version = "0.1.0";
const built = join(root, "packages/elements/dist/cdn", version);

const loader = '<script type="module" src="/portico/loader.js"></script>';
const everything = '<script type="module" src="/portico/portico.js"></script>';
const configured = (settings: string) => `<script type="application/json" data-portico>${settings}</script>`;
const gauge = '<crm-satisfaction-gauge index-id="idx"></crm-satisfaction-gauge>';

let browser: Browser;
let site: CdnSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), CdnSite.open()]);
  for (const backend of ["", "/own", "/configured", "/acme"])
    site.answers.set(`${backend}/v1/satisfaction-indices/idx`, { id: "idx", method: "csat", value: 90 });
});
afterEach(async () => {
  site.lost.clear();
  site.tampered.clear();
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const defined = (page: Page, ...tags: string[]) =>
  page.waitForFunction((all) => all.every((tag) => customElements.get(tag)), tags);

const append = (page: Page, tag: string) =>
  page.evaluate((name) => void document.body.append(document.createElement(name)), tag);

const untilSaid = ({ said }: OpenPage, words: string) =>
  expect.poll(() => said.join("\n"), { timeout: 5000 }).toContain(words);

const elementsAsked = () =>
  site.asked.flatMap(
    (path) => /chunks\/(provider|rating|request-form|satisfaction-gauge)-[\w-]{8}\.js/.exec(path)?.[1] ?? [],
  );

describe("loader.js", () => {
  it("loads what stands on the page, each once, says when it is done, and then what comes later", async () => {
    const body = "<crm-rating></crm-rating><crm-provider><crm-rating></crm-rating></crm-provider>";
    const opened = await site.visit(browser, { head: loader, body });
    await untilSaid(opened, 'Discovered: {"loaded":["crm-rating","crm-provider"],"failed":[]}');
    await append(opened.page, "crm-satisfaction-gauge");
    await append(opened.page, "crm-rating");
    await untilSaid(opened, 'Discovered: {"loaded":["crm-satisfaction-gauge"],"failed":[]}');
    expect(elementsAsked().sort()).toEqual(["provider", "rating", "satisfaction-gauge"]);
    expect(opened.said).toHaveLength(2);
  });

  it("finds elements in open shadow roots, those of components defined later too", async () => {
    const body =
      "<host-now><template shadowrootmode=open><crm-rating></crm-rating></template></host-now><host-later></host-later>";
    const { page, said } = await site.visit(browser, { head: loader, body });
    await defined(page, "crm-rating");
    await page.evaluate(() => {
      customElements.define(
        "host-later",
        class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: "open" });
            setTimeout(() => root.append(document.createElement("crm-provider")));
          }
        },
      );
    });
    await defined(page, "crm-provider");
    expect(said.filter((words) => !words.startsWith("Discovered"))).toEqual([]);
  });

  it("loads ahead what its tag names", async () => {
    const head = loader.replace("></", ' data-preload="request-form rating"></');
    const { page } = await site.visit(browser, { head, body: "" });
    await defined(page, "crm-request-form", "crm-rating");
    expect(elementsAsked().sort()).toEqual(["rating", "request-form"]);
  });

  it("tells a file that did not come once, and asks for it again with the next such tag", async () => {
    site.lost.add("/chunks/rating-");
    const opened = await site.visit(browser, {
      head: loader,
      body: "<crm-rating>Rate by phone</crm-rating>",
    });
    const saying = (words: string) => opened.said.filter((one) => one.includes(words)).length;
    await expect.poll(() => saying('"failed":["crm-rating"]')).toBe(1);
    await append(opened.page, "crm-rating");
    await expect.poll(() => saying('"failed":["crm-rating"]')).toBe(2);
    expect(saying("<crm-rating> did not load")).toBe(1);
    expect(await opened.page.getByText("Rate by phone").isVisible()).toBe(true);
    site.lost.clear();
    await append(opened.page, "crm-rating");
    await defined(opened.page, "crm-rating");
  });

  it("asks again by itself for a file that did not come, so that a bad line is no lasting harm", async () => {
    site.lost.add("/chunks/core-");
    const opened = await site.visit(browser, { head: loader, body: `<crm-provider>${gauge}</crm-provider>` });
    await untilSaid(opened, '"failed":["crm-provider","crm-satisfaction-gauge"]');
    site.lost.clear();
    await defined(opened.page, "crm-provider", "crm-satisfaction-gauge");
  });

  it("names a tag that nobody has, with all that there are", async () => {
    const opened = await site.visit(browser, { head: loader, body: "<crm-ratting></crm-ratting>" });
    await append(opened.page, "crm-ratting");
    await append(opened.page, "crm-provider");
    await defined(opened.page, "crm-provider");
    const told = opened.said.filter((words) => words.includes("there is no <crm-ratting>"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`, but ${Object.keys(elements).join(", ")}.`);
  });
});

describe.each([
  ["portico.js", everything],
  ["loader.js", loader],
])("the configuration of a page with %s", (_, script) => {
  it("is what its providers start from, and what a provider says itself wins", async () => {
    const settings = configured(
      '{ "baseUrl": "/configured", "locale": "zh-Hans", "theme": "dark", "industry": "bank" }',
    );
    const body = `<crm-provider id="plain">${gauge}</crm-provider>
      <crm-provider base-url="/own" theme="light">${gauge}</crm-provider>`;
    const { page, said } = await site.visit(browser, { head: settings + script, body });
    await page.locator("crm-satisfaction-gauge:state(ready)").nth(1).waitFor();
    expect(site.asked).toEqual(
      expect.arrayContaining(["/configured", "/own"].map((to) => `${to}/v1/satisfaction-indices/idx`)),
    );
    const bases = await page
      .locator("[part=base]")
      .evaluateAll((all) => (all as HTMLElement[]).map(({ lang, dataset }) => `${lang} ${dataset.theme}`));
    expect(bases).toEqual(["zh-Hans dark", "zh-Hans light"]);
    expect(
      await page
        .locator("#plain")
        .evaluate((provider) => (provider as unknown as { industry: string }).industry),
    ).toBe("bank");
    expect(said.filter((words) => !words.startsWith("Discovered"))).toEqual([]);
  });

  it("gives the tags another prefix", async () => {
    const body = "<acme-rating></acme-rating><crm-rating></crm-rating>";
    const { page } = await site.visit(browser, { head: configured('{ "prefix": "acme" }') + script, body });
    await defined(page, "acme-rating");
    expect(await page.evaluate(() => customElements.get("crm-rating"))).toBeUndefined();
  });

  it("is told what is wrong in it, and the rest of it holds", async () => {
    const settings =
      '{ "baseURL": "/x", "theme": "drak", "prefix": "Acme-", "locale": "", "baseUrl": "/configured" }';
    const opened = await site.visit(browser, {
      head: configured(settings) + script,
      body: `<crm-provider>${gauge}</crm-provider>`,
    });
    await opened.page.locator("crm-satisfaction-gauge:state(ready)").waitFor();
    for (const words of [
      '"baseURL" in <script type="application/json" data-portico> is no setting. There are baseUrl, locale,',
      '"theme" in <script type="application/json" data-portico> must be "light", "dark" or "auto". "drak" is left out.',
      'must be lower-case letters and digits, a letter first, without the last hyphen, such as "acme" for <acme-rating>. "Acme-" is',
      '"locale" in <script type="application/json" data-portico> must be a text that is not empty.',
    ])
      expect(opened.said.join("\n")).toContain(words);
    expect(site.asked).toContain("/configured/v1/satisfaction-indices/idx");
  });

  it("is left out where it is not JSON, which is told", async () => {
    const opened = await site.visit(browser, {
      head: configured("{ baseUrl: '/x' }") + script,
      body: "<crm-rating></crm-rating>",
    });
    await defined(opened.page, "crm-rating");
    await untilSaid(opened, "is left out, as it is not JSON:");
  });
});

describe("copies of the library on one page", () => {
  const copy = (of: string) => `<script type="module" src="/${of}/${version}/portico.js"></script>`;

  it("leave each tag to the first and make one report of all that came late", async () => {
    site.scripts.set(
      "/foreign.js",
      'customElements.define("crm-satisfaction-gauge", class extends HTMLElement {})',
    );
    const foreign = '<script type="module" src="/foreign.js"></script>';
    const opened = await site.visit(browser, {
      head: foreign + copy("0.2.0") + copy("0.3.0") + copy("0.4.0"),
      body: "<crm-rating></crm-rating>",
    });
    await untilSaid(opened, "Portico:");
    const [report = "", ...others] = opened.said.filter((words) => words.includes("Portico"));
    expect(others).toEqual([]);
    const from = `${site.url}/0.2.0/${version}/chunks/initial-`;
    expect(report).toMatch(
      new RegExp(
        `version 0.2.0 of ${from}\\S+ stays, version 0.3.0 of \\S+ came too late: <crm-customer-card>, .*<crm-provider>, `,
      ),
    );
    expect(report).toMatch(
      /version 0.2.0 of \S+ stays, version 0.4.0 of \S+ came too late: <crm-customer-card>, /,
    );
    expect(report).toMatch(
      /other code stays, version 0.2.0 of \S+ came too late: <crm-satisfaction-gauge>\n/,
    );
    expect(report).toContain('register({ prefix: "acme" })');
  });

  it("serve each other's elements under their own prefixes", async () => {
    const { page } = await site.visit(browser, {
      head: copy("0.2.0") + copy("0.3.0"),
      body: `<acme-provider base-url="/acme">${gauge}</acme-provider>
        <crm-provider base-url="/own">${gauge.replaceAll("crm-", "acme-")}</crm-provider>`,
    });
    await page.evaluate(
      `import("/0.3.0/${version}/portico.js").then(({ register }) => register({ prefix: "acme" }))`,
    );
    await page.locator("crm-satisfaction-gauge:state(ready)").waitFor();
    await page.locator("acme-satisfaction-gauge:state(ready)").waitFor();
    expect(site.asked).toEqual(
      expect.arrayContaining(["/acme", "/own"].map((to) => `${to}/v1/satisfaction-indices/idx`)),
    );
  });

  it("refuse a prefix that no tag can have", async () => {
    const { page } = await site.visit(browser, { head: everything, body: "" });
    await expect(
      page.evaluate('import("/portico/portico.js").then(({ register }) => register({ prefix: "1st" }))'),
    ).rejects.toThrow('The prefix "1st" must be lower-case letters and digits, a letter first');
  });
});

describe("integrity", () => {
  const page = async (entry: string) => {
    const head = await readFile(join(built, `${entry}.html`), "utf8");
    const sources = /script-src ('self' 'sha256-[^']+')/.exec(head)?.[1];
    const policy = `default-src 'none'; script-src ${sources}; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'`;
    return { head, policy, body: "<crm-provider></crm-provider><crm-rating>Rate by phone</crm-rating>" };
  };

  it.each(["loader", "portico"])("lets the files of %s.js pass under a strict policy", async (entry) => {
    const { page: open, said } = await site.visit(browser, await page(entry));
    await defined(open, "crm-rating", "crm-provider");
    expect(said.filter((words) => !words.startsWith("Discovered"))).toEqual([]);
  });

  it.each([
    ["loader", "/loader.js"],
    ["portico", "/portico.js"],
    ["portico", "/chunks/initial-"],
  ])(
    "refuses %s.js when %s was changed, and the page shows what stands in the tags",
    async (entry, tampered) => {
      site.tampered.add(tampered);
      const opened = await site.visit(browser, await page(entry));
      await untilSaid(opened, "integrity");
      expect(await opened.page.getByText("Rate by phone").isVisible()).toBe(true);
      expect(await opened.page.evaluate(() => customElements.get("crm-rating"))).toBeUndefined();
    },
  );

  it("refuses the file of one element, which the loader tells, and the others live", async () => {
    site.tampered.add("/chunks/rating-");
    const opened = await site.visit(browser, await page("loader"));
    await untilSaid(opened, "Portico: <crm-rating> did not load");
    await untilSaid(opened, '{"loaded":["crm-provider"],"failed":["crm-rating"]}');
    expect(await opened.page.getByText("Rate by phone").isVisible()).toBe(true);
  });

  it.each(["loader", "portico"])(
    "refuses what an element of %s.js loads on use, under every address",
    async (entry) => {
      site.tampered.add("/chunks/filling-");
      const { head, policy } = await page(entry);
      const body = "<crm-request-form></crm-request-form>";
      const opened = await site.visit(browser, { head, policy, body });
      await defined(opened.page, "crm-request-form");
      const form = opened.page.locator("crm-request-form");
      for (const event of ["pointerenter", "focusin"]) {
        await form.dispatchEvent(event);
        await untilSaid(opened, "integrity");
        await opened.page.waitForTimeout(300);
      }
      expect(await opened.page.evaluate(() => "tampered" in globalThis)).toBe(false);
    },
  );

  it("is the same whenever and wherever the files are built", async () => {
    const build = async () => {
      const folder = await mkdtemp(join(tmpdir(), "portico-cdn-"));
      const env = { NODE_ENV: "production" };
      const { code, output } = await run("node", ["packages/tools/run.js", "cdn", folder], { env });
      expect(code, output).toBe(0);
      const files = ["integrity.json", "loader.html", "portico.html"];
      const texts = await Promise.all(files.map((file) => readFile(join(folder, version, file), "utf8")));
      await rm(folder, { recursive: true });
      return texts;
    };
    const [one, other] = await Promise.all([build(), build()]);
    expect(one).toEqual(other);
  });
});
