import type { BrowserContextOptions } from "playwright-core";
import { test as base } from "vitest";
import { startDemo } from "./demo-data.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

/** A test with a browser, a server that holds the demo, and visitors who are watched until they leave. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("portico", { scope: "file" }, async ({}, { onCleanup }) => {
    const server = await startDemo();
    onCleanup(() => server.dispose());
    return server;
  })
  .extend("visit", async ({ browser, portico }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    onCleanup(async () => {
      for (const visitor of visitors) await visitor.leave();
    });
    return async (options?: BrowserContextOptions): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, portico.url, options);
      visitors.push(visitor);
      return visitor;
    };
  });
