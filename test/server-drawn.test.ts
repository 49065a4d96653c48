import { fileURLToPath } from "node:url";
import { draw } from "@portico/elements/ssr";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "./support/bundle.ts";
import { type Listening, listen } from "./support/listen.ts";
import { attributesOf, givenTo, subjects } from "./support/subjects.ts";
import { launchBrowser } from "./support/visitor.ts";

const elements = await subjects();
const nonce = "bm9uY2U";

describe("On a server, without a DOM", () => {
  it("every element is drawn from given data, in its language", async () => {
    const page = await wholePage("zh-Hans");
    expect(page).not.toContain('class="skeleton');
    for (const text of ["江南精密机械", "Title of id-1", "供电服务", "92.4%", "故障报修", "提交"])
      expect(page).toContain(text);
  });

  it("every element is drawn as a skeleton where its data has yet to come", async () => {
    for (const [name, subject] of elements) {
      const markup = await draw(name, { attributes: attributesOf(subject) });
      expect(markup).toContain('class="skeleton');
      expect(markup).not.toContain("undefined");
    }
  });

  it("what the data says cannot leave its place", async () => {
    const { given } = elements.get("satisfaction-gauge") ?? {};
    const hostile = {
      ...(given?.value as object),
      labels: { en: '</script><script>alert(1)</script><!-- "' },
    };
    const markup = await draw("satisfaction-gauge", {
      attributes: { title: '"><script>alert(1)</script>' },
      given: { index: hostile },
    });
    expect(markup).not.toContain("<script>alert");
    expect(markup.match(/<script/g)).toHaveLength(1);
  });

  it("a name that is none is refused with what to do", async () => {
    await expect(draw("crm-customer-card")).rejects.toThrow('There is no element "crm-customer-card"');
    await expect(draw("../cdn/entry")).rejects.toThrow("no name of an element");
    await expect(draw("rating", { attributes: { "on click=": "" } })).rejects.toThrow(
      "no name of an attribute",
    );
  });
});

describe("In the browser, an element that a server has drawn", () => {
  let browser: Browser;
  let server: Listening;
  const asked: string[] = [];

  beforeAll(async () => {
    const pages = ["hydrated-page", "hydrated-lit-page"].map((name) =>
      bundle(file(`support/${name}.ts`), name),
    );
    const scripts = new Map((await Promise.all(pages)).flatMap((files) => [...files]));
    browser = await launchBrowser();
    server = await listen(async (request, response) => {
      const path = request.url?.slice(1) ?? "";
      const script = scripts.get(path);
      if (script) return response.setHeader("content-type", "text/javascript").end(script);
      const [kind, language = "en", page] = path.split("/");
      if (kind !== "given" && kind !== "skeletons") {
        asked.push(path);
        return response.writeHead(404).end();
      }
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader(
        "content-security-policy",
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'`,
      );
      return response.end(await wholePage(language, { given: kind === "given", page }));
    });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  for (const language of ["en", "zh-Hans", "ar"]) {
    it(`stands where it stood, says what it said and asks for nothing, in ${language}`, async () => {
      asked.length = 0;
      const before = await visit(`/given/${language}`, { javaScriptEnabled: false });
      const drawn = await boxes(before);
      const said = await texts(before);
      await before.context().close();

      const page = await visit(`/given/${language}`);
      await upgraded(page);
      expect(await texts(page)).toEqual(said);
      expect(await boxes(page)).toEqual(drawn);
      expect(await shifts(page)).toEqual([]);
      expect(asked).toEqual([]);
      await page.context().close();
    });
  }

  it("is not in the way of a page that hydrates elements of its own", async () => {
    const page = await visit("/given/en/hydrated-lit-page");
    await upgraded(page);
    await page.getByRole("button", { name: "Report a fault" }).click();
    expect(await page.locator("crm-request-form .base").count()).toBe(1);
    expect(await shifts(page)).toEqual([]);
    await page.context().close();
  });

  it("tells the time of the visitor, whose zone the server cannot know", async () => {
    const [there, here] = await Promise.all(
      ["Asia/Shanghai", "America/New_York"].map(async (timezoneId) => {
        const page = await visit("/given/en", { timezoneId });
        await upgraded(page);
        const told = (await texts(page)).find((text) => text.startsWith("crm-request-tracker"));
        await page.context().close();
        return told;
      }),
    );
    expect(there).not.toEqual(here);
  });

  it("shows its data without any script", async () => {
    const page = await visit("/given/en", { javaScriptEnabled: false });
    await page.getByText("Report a fault").waitFor();
    await page.context().close();
  });

  it("is alive: a draft can be typed and a part opened", async () => {
    const page = await visit("/given/en");
    await upgraded(page);
    await page.getByRole("button", { name: "Report a fault" }).click();
    await page.getByLabel("Subject").fill("Lamp");
    expect(await page.getByLabel("Subject").inputValue()).toBe("Lamp");
    await page.context().close();
  });

  it("fills a skeleton with what one request brings", async () => {
    const page = await visit("/skeletons/en");
    await upgraded(page);
    const { given } = elements.get("customer-card") ?? {};
    await page
      .locator("crm-customer-card")
      .evaluate((card, summary) => Object.assign(card, { summary }), given?.value);
    await page.getByText("江南精密机械").first().waitFor();
    await page.context().close();
  });

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: server.url, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { shiftsSeen: seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        })[])
          if (!entry.hadRecentInput)
            seen.push(
              `${entry.value} ${entry.sources.map(({ node }) => node?.nodeName ?? "gone").join(" ")}`,
            );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(path);
    expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
    return page;
  }
});

/** @param given whether the data is there, or has yet to come. */
async function wholePage(
  language: string,
  { given = true, page = "hydrated-page" }: { given?: boolean; page?: string | undefined } = {},
): Promise<string> {
  const drawn = Array.from(elements, ([name, subject]) =>
    draw(name, {
      attributes: { lang: language, ...(given ? subject.attributes : attributesOf(subject)) },
      ...(given ? { given: givenTo(subject) } : {}),
      nonce,
    }),
  );
  const direction = language === "ar" ? "rtl" : "ltr";
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>Portal</title>
    <link rel="icon" href="data:,"><script type="module" src="/${page}.js"></script></head>
    <body>${(await Promise.all(drawn)).join("")}</body></html>`;
}

function file(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Until every element has drawn itself once. */
async function upgraded(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("body > *")].every(
      (element) => (element as HTMLElement & { hasUpdated?: boolean }).hasUpdated,
    ),
  );
}

/** Where each element stands and what is in it, to the pixel. */
function boxes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body > *")].flatMap((element) =>
      [element, ...(element.shadowRoot?.querySelectorAll("[part], button, input, label, p, li") ?? [])].map(
        (one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return `${element.localName} ${one.localName} ${[x, y, width, height].map(Math.round).join(" ")}`;
        },
      ),
    ),
  );
}

function texts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body > *")].map((element) => {
      const copy = element.shadowRoot?.querySelector(".base")?.cloneNode(true) as Element | undefined;
      return `${element.localName}: ${copy?.textContent?.replace(/\s+/g, " ").trim()}`;
    }),
  );
}

/** Each shift of the layout that Chromium saw and no visitor caused, with what moved. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { shiftsSeen: string[] }).shiftsSeen);
}
