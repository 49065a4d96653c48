import type { BrowserContextOptions } from "playwright-core";
import { test as base } from "vitest";
import { startDemo } from "../support/demo-data.ts";
import { MinimalBackend } from "../support/minimal-backend.ts";
import { strictPolicy } from "../support/strict-policy.ts";
import { launchBrowser, Visitor } from "../support/visitor.ts";
import { type Site, serveSite } from "./serve.ts";
import { storiesScripts } from "./stories/open.ts";

/** A test with strangers' web sites, and visitors who are watched until they leave. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("stories", { scope: "file" }, async ({}, { onCleanup }) => {
    const site = await serveSite({ scripts: await storiesScripts() });
    onCleanup(() => site.close());
    return site;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("portico", { scope: "file" }, async ({}, { onCleanup }) => {
    const server = await startDemo({ PORTICO_ORIGINS: "*" });
    onCleanup(() => server.dispose());
    return server;
  })
  .extend("portal", { scope: "file" }, async ({ portico }, { onCleanup }) => {
    const site = await serveSite({ backends: { "": portico.url } });
    onCleanup(() => site.close());
    return site;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("minimal", { scope: "file" }, async ({}, { onCleanup }) => {
    const backend = await MinimalBackend.prepare();
    onCleanup(() => backend.dispose());
    await backend.start();
    return backend;
  })
  .extend("twoBackends", { scope: "file" }, async ({ portico, minimal }, { onCleanup }) => {
    const site = await serveSite({ backends: { "/north": portico.url, "/south": minimal.url } });
    onCleanup(() => site.close());
    return site;
  })
  // Another site, whose pages frame those of the portal.
  .extend("framing", { scope: "file" }, async ({ portal }, { onCleanup }) => {
    const site = await serveSite({ policy: `${strictPolicy}; frame-src ${portal.url}` });
    onCleanup(() => site.close());
    return { ...site, url: site.url.replace("127.0.0.1", "localhost") };
  })
  .extend("visit", async ({ browser }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    onCleanup(async () => {
      for (const visitor of visitors) await visitor.leave();
    });
    return async (site: Site, options: BrowserContextOptions = {}): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, site.url, { reducedMotion: "reduce", ...options });
      visitors.push(visitor);
      return visitor;
    };
  });
