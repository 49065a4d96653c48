import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report, Tokens } from "@portico/conformance";
import { PorticoServer, root } from "./server.ts";

const cli = join(root, "packages/conformance/bin/portico-conformance.js");

/** What a run leaves in its folder. */
export const reports = ["badge.svg", "junit.xml", "report.html", "report.json"];

/** The reference backend in a process of its own, with two customers, and the tokens that the kit takes. */
export interface KitBackend {
  readonly server: PorticoServer;
  readonly tokens: Required<Omit<Tokens, "guest">>;
  readonly customers: readonly [a: string, b: string];
}

export async function startForKit(): Promise<KitBackend> {
  const server = await PorticoServer.prepare();
  await server.start();
  const staff = (as: string) => ["--as", as, "--id", `${as}-1`, "--unit", "service-desk"];
  const agent = await server.client(...staff("agent"));
  const make = async (displayName: string): Promise<string> => {
    const { id } = await agent.customers.create({ kind: "person", displayName });
    await agent.contacts.create({ customerId: id, name: `Contact of ${displayName}` });
    await agent.interactions.create({
      customerId: id,
      direction: "inbound",
      channel: "phone",
      subject: "Call",
    });
    for (const title of ["Late bill", "Wrong address"])
      await agent.serviceRequests.create({ customerId: id, kind: "suggestion", title });
    return id;
  };
  const customers = [await make("王芳"), await make("Jiangnan Machinery")] as const;
  const token = (customer: string) => server.token("--as", "customer", "--customer", customer);
  const [customerA, customerB] = [await token(customers[0]), await token(customers[1])];
  const tokens = {
    customerA,
    customerB,
    agent: await server.token(...staff("agent")),
    manager: await server.token(...staff("manager")),
  };
  return { server, tokens, customers };
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The kit's command line in a process and a folder of its own. */
export class KitProcess {
  readonly folder: string;
  readonly #tokens: Tokens;
  #child: ChildProcess | undefined;

  private constructor(folder: string, tokens: Tokens) {
    this.folder = folder;
    this.#tokens = tokens;
  }

  static async prepare(tokens: Tokens = {}): Promise<KitProcess> {
    return new KitProcess(await mkdtemp(join(tmpdir(), "kit-")), tokens);
  }

  /** Runs `portico-conformance …` to its end, in the folder, with the tokens in its environment. */
  async run(...args: readonly string[]): Promise<Ended> {
    const { TOKEN_A: _, TOKEN_B: __, TOKEN_AGENT: ___, TOKEN_MANAGER: ____, ...environment } = process.env;
    const { customerA, customerB, agent, manager } = this.#tokens;
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: this.folder,
      env: {
        ...environment,
        ...(customerA ? { TOKEN_A: customerA } : {}),
        ...(customerB ? { TOKEN_B: customerB } : {}),
        ...(agent ? { TOKEN_AGENT: agent } : {}),
        ...(manager ? { TOKEN_MANAGER: manager } : {}),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    const [code] = (await once(child, "close")) as [number | null];
    return { code, output, errors };
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Every file below the folder. */
  get files(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  read(...path: readonly string[]): Promise<string> {
    return readFile(join(this.folder, ...path), "utf8");
  }

  async report(folder = "out"): Promise<Report> {
    return JSON.parse(await this.read(folder, "report.json")) as Report;
  }

  /** The id of the run whose journal is in the folder, once it tells of so many lines. */
  async journal(lines: number, folder = "out"): Promise<string> {
    for (;;) {
      const path = join(this.folder, folder);
      const name = existsSync(path) ? readdirSync(path).find((file) => file.endsWith(".jsonl")) : undefined;
      if (name && (await this.read(folder, name)).split("\n").length > lines)
        return name.replace(".jsonl", "");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async dispose(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await rm(this.folder, { recursive: true, force: true });
  }
}
