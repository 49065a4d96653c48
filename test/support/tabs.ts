import type { RequestListener } from "node:http";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { bundle } from "./bundle.ts";
import { listen, passTo } from "./listen.ts";
import type { Heard, Tab } from "./tab.ts";

type Files = ReadonlyMap<string, string>;

/** A portal on the reference backend's own origin that counts the streams which are open, and hands out sessions. */
export class Portal {
  streams = 0;
  /** The most streams that were open at once. */
  mostStreams = 0;
  /** Refresh tokens in the order in which they came. */
  readonly used: string[] = [];
  token = "";
  #close: () => Promise<void> = async () => undefined;
  url = "";

  static async open(backend: string): Promise<Portal> {
    const portal = new Portal();
    const { url, close } = await listen(portal.#listener(backend, await bundledPage()));
    portal.url = url;
    portal.#close = close;
    return portal;
  }

  close(): Promise<void> {
    return this.#close();
  }

  #listener(backend: string, files: Files): RequestListener {
    const pass = passTo(backend);
    return (request, response) => {
      const file = files.get(request.url ?? "");
      if (file !== undefined) {
        const type = request.url?.endsWith(".js") ? "text/javascript" : "text/html";
        response.writeHead(200, { "content-type": type }).end(file);
        return;
      }
      if (request.url === "/session") return void this.#renew(request, response);
      if (request.url === "/v1/changes/stream") {
        this.streams += 1;
        this.mostStreams = Math.max(this.mostStreams, this.streams);
        response.on("close", () => {
          this.streams -= 1;
        });
      }
      return pass(request, response);
    };
  }

  /** Slow enough that two tabs that do not wait for each other meet here. */
  #renew: RequestListener = async (request, response) => {
    this.used.push(/refresh=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "none");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const cookie = `refresh=${this.used.length}; HttpOnly; SameSite=Strict`;
    response.writeHead(200, { "content-type": "text/plain", "set-cookie": cookie }).end(this.token);
  };
}

/** A page of the portal in a tab of a browser. */
export class OpenTab {
  private constructor(readonly page: Page) {}

  static async open(context: BrowserContext, url: string): Promise<OpenTab> {
    const page = await context.newPage();
    await page.goto(url);
    return new OpenTab(page);
  }

  /** Resolves when it hears the feed. */
  async follow(token: string): Promise<void> {
    await this.page.evaluate((given) => (globalThis as unknown as { tab: Tab }).tab.follow(given), token);
    await this.live();
  }

  async becomes(token: string): Promise<void> {
    await this.page.evaluate((given) => (globalThis as unknown as { tab: Tab }).tab.becomes(given), token);
    await this.live();
  }

  heard(): Promise<Heard> {
    return this.page.evaluate(() => (globalThis as unknown as { tab: Tab }).tab.heard());
  }

  rotate(times: number): Promise<void> {
    return this.page.evaluate((given) => (globalThis as unknown as { tab: Tab }).tab.rotate(given), times);
  }

  async live(): Promise<void> {
    await expect.poll(async () => (await this.heard()).status, { timeout: 20_000 }).toBe("live");
  }

  /** Resolves when it has heard so many changes. */
  async hears(count: number): Promise<void> {
    await expect.poll(async () => (await this.heard()).ids.length, { timeout: 20_000 }).toBe(count);
  }

  /** Ends its process without a word. */
  async crash(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const crashed = this.page.waitForEvent("crash");
    session.send("Page.crash").catch(() => undefined);
    await crashed;
  }

  /** Stops its scripts and timers, as a browser does with tabs that nobody looks at. */
  async set(state: "frozen" | "active"): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send("Page.setWebLifecycleState", { state });
  }
}

/** The page by path, the client's lazy modules in files of their own as in any app. */
async function bundledPage(): Promise<Files> {
  const entry = fileURLToPath(new URL("tab.ts", import.meta.url));
  const page = `<!doctype html><title>Tab</title><link rel="icon" href="data:,"><script type="module" src="tab.js"></script>`;
  const scripts = await bundle(entry, "tab");
  return new Map([["/", page], ...[...scripts].map(([name, code]) => [`/${name}`, code] as const)]);
}
