import { type CDPSession, chromium } from "playwright-core";
import { expect } from "vitest";
import { chromiumArgs, chromiumPath } from "../packages/tools/src/browsers.ts";
import { carter, customerToken, spaAddress } from "./hosts/addresses.ts";
import { test } from "./hosts/test.ts";
import { RequestList } from "./support/portal.ts";

declare global {
  /** Comes to the application's view and leaves it so many times. */
  function roam(times: number, staysEvery: number): Promise<void>;
  /** True when the page has come back from the back-forward cache. */
  var restored: boolean;
}

const mountings = 500;
/** Bytes: less than any element takes that is not let go. What is below are caches of the browser's, which fill slowly. */
const leastOfAnElement = 1000;

test("an application that mounts and leaves all elements 500 times is left with what it had before", async ({
  portico,
  portal,
  visit,
}) => {
  const visitor = await visit(portal);
  const page = await visitor.open(await spaAddress(portico));
  const session = await page.context().newCDPSession(page);
  // What is kept for good, such as styles, texts and compiled code, is there after so many times.
  await page.evaluate(() => roam(100, 10));
  const before = await remains(session);

  await page.evaluate((times) => roam(times, 50), mountings);
  const after = await remains(session);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(0);
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
  expect((after.heap - before.heap) / mountings, "bytes for each time").toBeLessThan(leastOfAnElement);
  await expect.poll(() => portal.openStreams()).toBe(0);
});

interface Remains {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

/** What is still in memory when everything that nobody holds has been thrown away. */
async function remains(session: CDPSession): Promise<Remains> {
  // Requests that were given up and timers that run out hold on for a moment.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}

test("a page from the back-forward cache has what happened meanwhile, and hears what happens then", async ({
  portico,
  portal,
}) => {
  // Playwright keeps pages out of this cache unless told otherwise.
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArgs],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const page = await browser.newPage();
  await page.goto(`${portal.url}/away/?token=${await customerToken(portico)}`);
  const list = new RequestList(page);
  await list.root.getByRole("listitem").first().waitFor();
  await expect.poll(() => portal.openStreams()).toBe(1);

  await page.getByRole("link", { name: "Elsewhere" }).click();
  await page.getByText("Nothing of ours.").waitFor();
  const meanwhile = await report("Meter hums");
  await page.goBack({ waitUntil: "commit" });
  await list.row(meanwhile).waitFor();
  expect(await page.evaluate(() => restored)).toBe(true);

  await expect.poll(() => portal.openStreams()).toBe(1);
  await list.row(await report("Gate lamp is out")).waitFor();
  await browser.close();

  /** Somebody reports from elsewhere; resolves with the number. */
  async function report(title: string): Promise<string> {
    const customer = await portico.client("--as", "customer", "--customer", carter);
    const request = await customer.serviceRequests.create({
      kind: "enquiry",
      title,
      channel: "web",
      industry: "utility",
    });
    return request.number;
  }
});
