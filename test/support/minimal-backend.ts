import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./server.ts";

const source = join(root, "examples/minimal-backend/server.js");

/** Whom the example has a token for; nobody is a guest. */
const tokens = { a: "token-of-a", b: "token-of-b", agent: "token-of-the-agent" } as const;

/** The same as the example's settings. */
export const tokenSettings = { TOKEN_A: tokens.a, TOKEN_B: tokens.b, TOKEN_AGENT: tokens.agent };

export type Bearer = keyof typeof tokens | "guest";

/** The example backend in a process of its own, copied beside a data file that outlives the process. */
export class MinimalBackend {
  readonly folder: string;
  #process: ChildProcess | undefined;
  #url = "";

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A backend that has not been started, without data. */
  static async prepare(): Promise<MinimalBackend> {
    const folder = await mkdtemp(join(tmpdir(), "minimal-backend-"));
    await cp(source, join(folder, "server.mjs"));
    return new MinimalBackend(folder);
  }

  get url(): string {
    return this.#url;
  }

  get dataFile(): string {
    return join(this.folder, "data.json");
  }

  /** Puts other text in the place of some of its program. */
  async rewrite(text: string, replacement: string): Promise<void> {
    const program = await readFile(join(this.folder, "server.mjs"), "utf8");
    if (!program.includes(text)) throw new Error(`The example holds no ${text}`);
    await writeFile(join(this.folder, "server.mjs"), program.replace(text, replacement));
  }

  /** Resolves with what it printed, when it listens. */
  async start(settings: NodeJS.ProcessEnv = tokenSettings): Promise<string> {
    const child = spawn(process.execPath, [join(this.folder, "server.mjs")], {
      env: { PATH: process.env.PATH, PORT: "0", DATA: this.dataFile, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      child.once("exit", () => reject(new Error(`The example ended:\n${printed}`)));
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          printed += chunk;
          this.#url = /Listening on (\S+?),/.exec(printed)?.[1] ?? "";
          if (this.#url) resolve();
        });
    });
    return printed;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  async dispose(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Asks as one of its callers. */
  fetch(path: string, bearer: Bearer = "guest", options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers);
    if (bearer !== "guest") headers.set("Authorization", `Bearer ${tokens[bearer]}`);
    return fetch(`${this.#url}${path}`, { ...options, headers });
  }
}
