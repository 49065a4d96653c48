import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type CrmClient, createClient } from "@portico/sdk";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "packages/server/bin/portico.js");
const startTimeoutMs = 90_000;

/** The real backend in a process of its own, on a data folder that outlives it, so that it can be killed and restarted. */
export class PorticoServer {
  readonly folder: string;
  readonly port: number;
  /** Settings of the environment besides the data folder. */
  settings: NodeJS.ProcessEnv = {};
  #process: ChildProcess | undefined;
  #log = "";

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  /** A server that has not been started, on an empty folder and a free port. */
  static async prepare(): Promise<PorticoServer> {
    return new PorticoServer(await mkdtemp(join(tmpdir(), "portico-")), await freePort());
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Resolves when it listens; throws with its log when it ends or stays silent. */
  async start(...args: string[]): Promise<void> {
    const child = spawn(process.execPath, [cli, "serve", "--port", String(this.port), ...args], {
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    this.#log = "";
    const collect = (chunk: Buffer) => {
      this.#log += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const deadline = Date.now() + startTimeoutMs;
    while (!(await answers(this.url))) {
      if (child.exitCode !== null) throw new Error(`The server ended:\n${this.#log}`);
      if (Date.now() > deadline) throw new Error(`The server does not answer:\n${this.#log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it as an operator does. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Pulls the plug: no goodbye, no flush. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Stops it and removes its folder. */
  async dispose(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs another `portico` command on the same folder. */
  run(...args: string[]): Promise<CommandResult> {
    return runNode([cli, ...args], this.environment);
  }

  /** A token that this server takes, by the arguments of `portico token`. */
  async token(...args: string[]): Promise<string> {
    return (await this.run("token", ...args)).stdout.trim();
  }

  /** A client for the bearer of such a token; a guest's without arguments. */
  async client(...args: string[]): Promise<CrmClient> {
    const token = args.length > 0 ? await this.token(...args) : null;
    return createClient({ baseUrl: this.url, auth: () => token });
  }

  /** What a process needs to work on this server's folder. */
  get environment(): NodeJS.ProcessEnv {
    const { DATABASE_URL: _, ...environment } = process.env;
    return { ...environment, PORTICO_DATA: this.folder, ...this.settings };
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script to its end; one that fails is a result, not an error. */
export async function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args], { env, cwd: root });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("No free port was given.");
  return address.port;
}
