import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { answer } from "./answers.ts";
import type { Answer, Logged, ServerCommand, ServerScript, World } from "./case.ts";
import { piecesOf } from "./event-stream.ts";
import { Records } from "./records.ts";

/** Files of the page in which cases run, by path. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly content: string }>;

/** A backend on a socket of its own that misbehaves as the present case says, and keeps a log of what reached it. */
export class FaultServer implements World {
  log: Logged[] = [];
  records = new Records();
  #script: ServerScript = [];
  #cases = 0;
  #startedAt = 0;
  readonly #open = new Set<ServerResponse>();
  readonly #streams = new Set<ServerResponse>();
  readonly #cutHere = new WeakSet<ServerResponse>();
  #used = new Map<readonly Answer[], number>();
  #server: Server | undefined;
  #port = 0;

  private constructor(private readonly assets: Assets) {}

  static async start(assets: Assets = new Map()): Promise<FaultServer> {
    const server = new FaultServer(assets);
    await server.#listen();
    return server;
  }

  /** Takes up another case. What the last one has left behind reaches neither its script nor its log. */
  begin(script: ServerScript = []): void {
    this.#cut(this.#open);
    this.#server?.closeIdleConnections();
    this.#cases += 1;
    this.#script = script;
    this.#used = new Map();
    this.#startedAt = performance.now();
    this.log = [];
    this.records = new Records();
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Each case has a path of its own. */
  get url(): string {
    return `${this.origin}${this.#base}`;
  }

  get #base(): string {
    return `/case-${this.#cases}`;
  }

  async seen(): Promise<{ requests: number; gone: number }> {
    return { requests: this.log.length, gone: this.log.filter(({ gone }) => gone).length };
  }

  async command(command: ServerCommand): Promise<void> {
    if ("push" in command) {
      for (const stream of this.#streams) for (const piece of piecesOf(command.push, {})) stream.write(piece);
    } else if ("restart" in command) {
      await this.close();
      await sleep(command.restart.downFor);
      await this.#listen();
    } else {
      this.#cut(command.drop === "streams" ? this.#streams : this.#open);
    }
  }

  async close(): Promise<void> {
    this.#cut(this.#open);
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    this.#server?.closeAllConnections();
    await closed;
  }

  async #listen(): Promise<void> {
    const server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  #cut(responses: Iterable<ServerResponse>, reset = false): void {
    for (const response of responses) {
      this.#cutHere.add(response);
      if (reset) response.socket?.resetAndDestroy();
      else response.socket?.destroy();
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.origin);
    const asset = this.assets.get(pathname);
    if (asset) {
      response.writeHead(200, { "content-type": asset.type, connection: "close" }).end(asset.content);
      return;
    }
    if (!pathname.startsWith(`${this.#base}/`)) {
      request.socket.destroy();
      return;
    }
    const logged = loggedOf(request, this.#base, performance.now() - this.#startedAt);
    this.log.push(logged);
    this.#open.add(response);
    response.once("close", () => {
      this.#open.delete(response);
      logged.gone = !response.writableFinished && !this.#cutHere.has(response);
    });
    const script = this.#next(logged);
    await receive(request, logged, script.never === "ends-reading" ? 2 : 0);
    await answer(script.commit ? this.records.commit(script, logged) : script, {
      logged,
      request,
      response,
      base: this.#base,
      streams: this.#streams,
      cut: ({ reset } = { reset: false }) => this.#cut([response], reset),
    });
  }

  /** The first standing rule that fits, else the next of the answers in order. */
  #next(logged: Logged): Answer {
    const answers = Array.isArray(this.#script)
      ? (this.#script as readonly Answer[])
      : ((this.#script as Record<string, readonly Answer[]>)[logged.route] ?? []);
    const rule = answers.find(({ when }) => when && fits(when, logged));
    if (rule) return rule;
    const inOrder = answers.filter(({ when }) => !when);
    const used = this.#used.get(answers) ?? 0;
    this.#used.set(answers, used + 1);
    return inOrder[Math.min(used, inOrder.length - 1)] ?? { status: 404, problem: "route-not-found" };
  }
}

function fits({ token, headers = {}, query = {} }: NonNullable<Answer["when"]>, logged: Logged): boolean {
  return (
    (token === undefined || token === logged.token) &&
    Object.entries(headers).every(([name, value]) => logged.headers[name] === value) &&
    Object.entries(query).every(([name, value]) => logged.query[name] === value)
  );
}

function loggedOf({ method = "", url = "/", headers }: IncomingMessage, base: string, at: number): Logged {
  const { pathname, searchParams } = new URL(url.slice(base.length), "http://backend.test");
  const bearer = headers.authorization?.replace(/^Bearer /, "");
  return {
    method,
    path: pathname,
    route: `${method} ${pathname}`,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    // A JWT of the cases carries its name where others have their signature.
    token: bearer?.split(".").at(-1) ?? null,
    body: undefined,
    bytes: 0,
    at,
    gone: false,
  };
}

async function receive(request: IncomingMessage, logged: Logged, pause: number): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) {
    logged.bytes += piece.length;
    if (logged.bytes < 100_000) pieces.push(piece);
    if (pause) await sleep(pause);
  }
  const text = Buffer.concat(pieces).toString();
  try {
    logged.body = JSON.parse(text);
  } catch {
    logged.body = text;
  }
}
