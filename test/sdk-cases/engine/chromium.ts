import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { launchBrowser } from "../../support/visitor.ts";
import type { Case, Observed, ServerCommand } from "./case.ts";
import type { Assets, FaultServer } from "./fault-server.ts";

const folder = "/in-page";

/** A page of its own for each of the cases that run at the same time, served by the case's own server. */
export class Chromium {
  readonly #free: CasePage[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly assets: Assets,
  ) {}

  static async start(): Promise<Chromium> {
    const [browser, assets] = await Promise.all([launchBrowser(), bundlePage()]);
    return new Chromium(browser, assets);
  }

  async run(script: Case, server: FaultServer): Promise<Observed> {
    const page = this.#free.pop() ?? (await CasePage.open(this.browser));
    try {
      return await page.run(script, server);
    } finally {
      this.#free.push(page);
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

class CasePage {
  #server: FaultServer | undefined;
  readonly #errors: string[] = [];

  private constructor(private readonly page: Page) {
    page.on("pageerror", (error) => this.#errors.push(error.message));
  }

  static async open(browser: Browser): Promise<CasePage> {
    const page = await browser.newPage();
    const casePage = new CasePage(page);
    await page.exposeFunction("serverSeen", () => casePage.#server?.seen());
    await page.exposeFunction("commandServer", (command: ServerCommand) =>
      casePage.#server?.command(command),
    );
    return casePage;
  }

  async run(script: Case, server: FaultServer): Promise<Observed> {
    this.#server = server;
    this.#errors.length = 0;
    await this.page.goto(`${server.url}${folder}/`);
    const observed = await this.page.evaluate((given) => {
      const { runCase } = globalThis as unknown as { runCase(script: Case): Promise<Observed> };
      return runCase(given);
    }, script);
    if (this.#errors.length > 0) throw new Error(`The page threw ${this.#errors.join(", ")}`);
    return observed;
  }
}

/** The engine and the client, bundled once, the client's lazy modules in files of their own as in any app. */
async function bundlePage(): Promise<Assets> {
  const entry = fileURLToPath(new URL("page.ts", import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry, fileName: "page", formats: ["es"] },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((part) => part.type === "chunk");
  const script = `<!doctype html><title>Cases</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>`;
  return new Map([
    [`${folder}/`, { type: "text/html", content: script }],
    ...chunks.map(
      ({ fileName, code }) => [`${folder}/${fileName}`, { type: "text/javascript", content: code }] as const,
    ),
  ]);
}
