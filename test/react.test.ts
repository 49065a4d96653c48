import { fileURLToPath } from "node:url";
import { CrmRequestList } from "@portico/react";
import type { Browser, Page } from "playwright-core";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requests } from "../stories/fixtures/requests.js";
import { bundle } from "./support/bundle.ts";
import { type Listening, listen } from "./support/listen.ts";
import type { ReactPage } from "./support/react-page.tsx";
import { launchBrowser } from "./support/visitor.ts";

describe("the components for React", () => {
  let browser: Browser;
  let server: Listening;
  let page: Page;

  beforeAll(async () => {
    const entry = fileURLToPath(new URL("support/react-page.tsx", import.meta.url));
    const scripts = await bundle(entry, "page");
    server = await listen((request, response) => {
      const script = scripts.get(request.url?.slice(1) ?? "");
      response.writeHead(200, { "content-type": script ? "text/javascript" : "text/html" });
      response.end(script ?? '<!doctype html><body><script type="module" src="/page.js"></script>');
    });
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(server.url);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const rows = () => page.locator("crm-request-list.ours").locator("[part~=row]");
  const heard = () => page.evaluate(() => (globalThis as unknown as { page: ReactPage }).page.heard);

  it("give objects as properties", async () => {
    await expect.poll(() => rows().count()).toBe(requests.length);
  });

  it("hear events with the handler of the last drawing, and set properties anew", async () => {
    const [first, second] = requests;
    await rows().nth(0).click();
    const list = () =>
      page.evaluate(() => (globalThis as unknown as { page: ReactPage }).page.list.current?.selectedId);
    await expect.poll(list).toBe(first?.id);
    await rows().nth(1).click();
    await expect.poll(list).toBe(second?.id);
    expect(await heard()).toEqual([
      `${first?.id} after none of crm-request-list`,
      `${second?.id} after ${first?.id} of crm-request-list`,
    ]);
  });

  it("show children in their slots", async () => {
    expect(await page.getByText("Nothing here yet.").isVisible()).toBe(true);
  });

  it("and plain tags hear the same events", async () => {
    await page.locator("crm-rating").nth(0).getByRole("radio", { name: "9" }).check({ force: true });
    await page.locator("crm-rating").nth(1).getByRole("radio", { name: "3" }).check({ force: true });
    await expect.poll(heard).toEqual(expect.arrayContaining(["component 9", "tag 3"]));
  });

  it("are drawn on a server as their tags", () => {
    const children = createElement("p", { slot: "empty" }, "Nothing here yet.");
    const markup = renderToString(createElement(CrmRequestList, { requests, className: "ours" }, children));
    expect(markup).toBe(
      '<crm-request-list class="ours"><p slot="empty">Nothing here yet.</p></crm-request-list>',
    );
  });
});
