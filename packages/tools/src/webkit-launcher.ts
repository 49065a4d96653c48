import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { WebKit } from "./browsers.ts";

/** The codes that stand for keys in WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const keyCodes: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/**
 * Runs web-test-runner's pages, one after the other, in WebKitGTK: by WebDriver, on a screen of its own that nobody
 * sees. Its type makes the runner's `sendKeys` command use it.
 */
export class WebKitLauncher {
  readonly name = "WebKit";
  readonly type = "webdriver";
  readonly concurrency = 1;
  readonly #programs: WebKit;
  readonly #processes: ChildProcess[] = [];
  #session: Promise<string> | undefined;
  #page: { id: string; url: string } | undefined;

  constructor(programs: WebKit) {
    this.#programs = programs;
  }

  async startSession(id: string, url: string): Promise<void> {
    this.#session ??= this.#start();
    this.#page = { id, url };
    await this.#command("url", { url });
  }

  isActive(id: string): boolean {
    return this.#page?.id === id;
  }

  getBrowserUrl(): string | undefined {
    return this.#page?.url;
  }

  async stopSession(): Promise<object> {
    this.#page = undefined;
    await this.#command("url", { url: "about:blank" });
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error("WebKit has no debug session: debug in Chromium."));
  }

  /** What the runner's command calls: names of keys, or characters. */
  async sendKeys(_id: string, keys: readonly string[]): Promise<void> {
    const actions = keys
      .map((key) => keyCodes[key] ?? key)
      .flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
    await this.#command("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async stop(): Promise<void> {
    for (const child of this.#processes.splice(0).reverse()) {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
    }
  }

  /** The address of a new session, with a window of its own. */
  async #start(): Promise<string> {
    const display = await this.#screen();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
    this.#spawn(this.#programs.driver, [`--port=${port}`], env);
    const driver = `http://127.0.0.1:${port}`;
    await answering(`${driver}/status`);
    const options = { binary: this.#programs.browser, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    const { sessionId } = (await post(`${driver}/session`, { capabilities })) as { sessionId: string };
    return `${driver}/session/${sessionId}`;
  }

  /** Lets the screen choose its number, which it writes to its output. */
  async #screen(): Promise<string> {
    const { stdout } = this.#spawn(this.#programs.screen, ["-displayfd", "1", "-nolisten", "tcp"]);
    if (!stdout) throw new Error("The screen has no output");
    const [number] = await once(stdout, "data");
    return `:${String(number).trim()}`;
  }

  #spawn(program: string, args: string[], env = process.env): ChildProcess {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "ignore"] });
    this.#processes.push(child);
    // A runner that is ended does not come to `stop`.
    process.once("exit", () => child.kill());
    return child;
  }

  async #command(name: string, body: object): Promise<unknown> {
    return post(`${await this.#session}/${name}`, body);
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKitWebDriver refused ${url}: ${JSON.stringify(value)}`);
  return value;
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}
