import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { bundle } from "../../support/bundle.ts";
import { launchBrowser } from "../../support/visitor.ts";
import type { Case, Observed, ServerCommand } from "./case.ts";
import { type Environment, type Evidence, gather } from "./evidence.ts";
import { type Assets, FaultServer } from "./fault-server.ts";

const folder = "/in-page";

/** Runs apps in pages of a headless Chromium: one page, with its server, for each of those that run at the same time. */
export class Chromium implements Environment {
  readonly #pages: CasePage[] = [];
  #free: CasePage[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly assets: Assets,
  ) {}

  static async start(): Promise<Chromium> {
    const [browser, assets] = await Promise.all([launchBrowser(), bundlePage()]);
    return new Chromium(browser, assets);
  }

  async run(script: Case): Promise<Evidence> {
    const page = this.#free.pop() ?? (await this.#open());
    try {
      return await page.run(script);
    } finally {
      this.#free.push(page);
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all(this.#pages.map((page) => page.server.close()));
  }

  async #open(): Promise<CasePage> {
    const page = await CasePage.open(this.browser, this.assets);
    this.#pages.push(page);
    return page;
  }
}

/** A page that its own server has served, so that no call of its apps leaves the origin. */
class CasePage {
  readonly #errors: string[] = [];

  private constructor(
    private readonly page: Page,
    readonly server: FaultServer,
  ) {
    page.on("pageerror", (error) => this.#errors.push(error.message));
  }

  static async open(browser: Browser, assets: Assets): Promise<CasePage> {
    const [page, server] = await Promise.all([browser.newPage(), FaultServer.start(assets)]);
    await page.exposeFunction("serverSeen", () => server.seen());
    await page.exposeFunction("commandServer", (command: ServerCommand) => server.command(command));
    await page.goto(`${server.origin}${folder}/`);
    return new CasePage(page, server);
  }

  async run(script: Case): Promise<Evidence> {
    const evidence = await gather(script, this.server, (_, { url }) =>
      this.page.evaluate(
        ([given, baseUrl]) => {
          const { runCase } = globalThis as unknown as {
            runCase(script: Case, url: string): Promise<Observed>;
          };
          return runCase(given, baseUrl);
        },
        [script, url] as const,
      ),
    );
    const errors = this.#errors.splice(0);
    if (errors.length > 0) throw new Error(`The page threw ${errors.join(", ")}`);
    return evidence;
  }
}

/** The engine and the client, bundled once, the client's lazy modules in files of their own as in any app. */
async function bundlePage(): Promise<Assets> {
  const entry = fileURLToPath(new URL("page.ts", import.meta.url));
  const script = `<!doctype html><title>Cases</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>`;
  return new Map([
    [`${folder}/`, { type: "text/html", content: script }],
    ...[...(await bundle(entry, "page"))].map(
      ([name, content]) => [`${folder}/${name}`, { type: "text/javascript", content }] as const,
    ),
  ]);
}
