import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "./listen.ts";
import { root } from "./server.ts";
import { strictPolicy } from "./strict-policy.ts";

const files = join(root, "packages/elements/dist/cdn");

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".json": "application/json" };

interface HostPage {
  readonly head: string;
  readonly body: string;
  readonly policy?: string;
}

/** A page that somebody opened, with all that its console said and its policy refused. */
export interface OpenPage {
  readonly page: Page;
  readonly said: string[];
}

/** Somebody's web site with the CDN files on it: `/portico/…` as built, `/0.2.0/…` and so on as another version. */
export class CdnSite {
  /** Paths of the files that were asked for. */
  readonly asked: string[] = [];
  /** Parts of paths that the network loses. */
  readonly lost = new Set<string>();
  /** Parts of paths that somebody has changed on the way: `tampered` is a global where such a file was run. */
  readonly tampered = new Set<string>();
  /** Answers of the backends by path. */
  readonly answers = new Map<string, unknown>();
  /** Scripts of the site's own by path. */
  readonly scripts = new Map<string, string>();

  readonly #pages = new Map<string, HostPage>();
  #server: Listening | undefined;

  static async open(): Promise<CdnSite> {
    const site = new CdnSite();
    site.#server = await listen(site.#answer);
    return site;
  }

  get url(): string {
    return this.#server?.url ?? "";
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  /** Opens a page of this site in a browser profile of its own, under the strict policy unless it has another. */
  async visit(browser: Browser, hostPage: HostPage): Promise<OpenPage> {
    this.asked.length = 0;
    const path = `/page-${this.#pages.size}`;
    this.#pages.set(path, hostPage);
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`Violation of ${violatedDirective}: ${blockedURI}`),
      );
      document.addEventListener("crm-discovery-complete", (event) =>
        console.info(`Discovered: ${JSON.stringify((event as CustomEvent).detail)}`),
      );
    });
    page.on("pageerror", (error) => said.push(`${error}`));
    await page.goto(`${this.url}${path}`);
    return { page, said };
  }

  readonly #answer: RequestListener = async (request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    this.asked.push(path);
    const hostPage = this.#pages.get(path);
    const among = (parts: ReadonlySet<string>) => [...parts].some((part) => path.includes(part));
    if (path === "/favicon.ico" || path.endsWith("/changes/stream"))
      return void response.writeHead(204).end();
    if (among(this.lost)) return void response.destroy();
    if (hostPage) {
      const { head, body, policy = strictPolicy } = hostPage;
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return void response.end(
        `<!doctype html><html lang="en"><title>Host</title>${head}<body>${body}</body>`,
      );
    }
    if (this.answers.has(path)) {
      response.setHeader("Content-Type", "application/json");
      return void response.end(JSON.stringify(this.answers.get(path)));
    }
    const script = this.scripts.get(path);
    if (script !== undefined) {
      response.setHeader("Content-Type", "text/javascript");
      return void response.end(script);
    }
    const [, version = "", below = ""] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
    const file = await readFile(join(files, below), "utf8").catch(() => undefined);
    if (file === undefined) return void response.writeHead(404).end();
    const served = version === "portico" ? file : file.replaceAll("`0.1.0`", `\`${version}\``);
    response.setHeader("Content-Type", types[extname(path)] ?? "text/plain");
    response.end(among(this.tampered) ? `${served}\n;globalThis.tampered = true;` : served);
  };
}
