import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import { chromiumArgs, chromiumPath } from "../../packages/tools/src/browsers.ts";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
}

/** A browser profile of its own, watched from the first byte of its first page. */
export class Visitor {
  readonly context: BrowserContext;
  readonly #complaints: string[] = [];
  readonly #excused: RegExp[] = [];
  readonly #host: string;

  private constructor(context: BrowserContext, url: string) {
    this.context = context;
    this.#host = new URL(url).host;
  }

  /** @param url the only server whose pages it may visit and hear of. */
  static async arrive(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: url, locale: "en", ...options });
    const visitor = new Visitor(context, url);
    context.setDefaultTimeout(20_000);
    context.on("page", (page) => visitor.#watch(page));
    await context.exposeFunction("reportViolation", (violation: string) =>
      visitor.#complain(`policy violation: ${violation}`),
    );
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { reportViolation } = globalThis as unknown as { reportViolation(text: string): void };
        reportViolation(
          `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
        );
      });
    });
    return visitor;
  }

  /** Opens an address in a new tab. */
  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(path);
    return page;
  }

  /** Lets through what the test itself provokes, such as the console's line about a server that was killed. */
  excuse(pattern: RegExp): void {
    this.#excused.push(pattern);
  }

  /** Closes the profile; fails if its pages said or did what no page of ours may. */
  async leave(): Promise<void> {
    await this.context.close();
    const complaints = this.#complaints.filter((one) => !this.#excused.some((pattern) => pattern.test(one)));
    expect(complaints, "errors, warnings, violations of the policy and requests to other hosts").toEqual([]);
  }

  #complain(complaint: string): void {
    this.#complaints.push(complaint);
  }

  #watch(page: Page): void {
    page.on("pageerror", (error) => this.#complain(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.#complain(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http") && host !== this.#host)
        this.#complain(`request to another host: ${request.url()}`);
    });
  }
}
