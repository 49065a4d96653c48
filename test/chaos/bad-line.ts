import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { Random } from "./random.ts";

/** So many bytes pass in one direction between two faults, on average: a call is about one thousand each way. */
const meanBytes = { request: 30_000, answer: 40_000 };
const longestStallMs = 8000;

type Direction = keyof typeof meanBytes;

/** What the line did. `unread` counts answers cut before their first byte: the server acted and nobody was told. */
export interface LineFigures {
  connections: number;
  refused: number;
  request: number;
  answer: number;
  unread: number;
  stalls: number;
  delays: number;
}

/** A TCP proxy that delays, stalls and drops connections in the midst of requests and of answers. */
export class BadLine {
  /** While true everything passes. */
  calm = true;
  readonly figures: LineFigures = {
    connections: 0,
    refused: 0,
    request: 0,
    answer: 0,
    unread: 0,
    stalls: 0,
    delays: 0,
  };
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #target: { readonly host: string; readonly port: number };
  readonly #random: Random;

  private constructor(target: { readonly host: string; readonly port: number }, random: Random) {
    this.#target = target;
    this.#random = random;

    // Half-open connections are kept so that an end travels like any other byte.
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client));
  }

  /** A line to `url`, on a port of its own. */
  static async to(url: string, random: Random): Promise<BadLine> {
    const { hostname, port, protocol } = new URL(url);
    if (protocol !== "http:") throw new Error(`The line carries plain http alone, not ${url}.`);
    const line = new BadLine({ host: hostname, port: Number(port || 80) }, random);
    await once(line.#server.listen(0, "127.0.0.1"), "listening");
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  #join(client: Socket): void {
    const server = connect({ ...this.#target, allowHalfOpen: true, noDelay: true });
    client.setNoDelay(true);
    this.figures.connections += 1;
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") this.figures.refused += 1;
    });
    const drop = () => this.#drop(client, server);
    for (const socket of [client, server]) {
      this.#open.add(socket);
      socket.on("error", drop);
      socket.on("close", () => {
        this.#open.delete(socket);
        drop();
      });
    }
    this.#carry("request", client, server, drop);
    this.#carry("answer", server, client, drop);
  }

  #carry(direction: Direction, from: Socket, to: Socket, drop: () => void): void {
    let untilFault = this.#random.around(meanBytes[direction]);
    let held = false;
    const pass = (chunk: Buffer) => {
      if (!to.writable || to.write(chunk)) return;
      from.pause();
      // What comes during a pause must not overtake what is held back.
      to.once("drain", () => held || from.resume());
    };
    const hold = (ms: number, then: () => void) => {
      held = true;
      from.pause();
      setTimeout(() => {
        held = false;
        if (!from.destroyed) then();
        from.resume();
      }, ms);
    };
    from.on("end", () => to.end());
    from.on("data", (chunk: Buffer) => {
      untilFault -= chunk.length;
      if (this.calm || untilFault > 0) return pass(chunk);
      untilFault = this.#random.around(meanBytes[direction]);
      const part = chunk.subarray(
        0,
        this.#random.chance(0.6) ? 0 : Math.floor(this.#random.between(0, chunk.length)),
      );
      const cut = () => {
        this.figures[direction === "answer" && part.length === 0 ? "unread" : direction] += 1;
        drop();
      };
      const goOn = () => pass(chunk.subarray(part.length));
      const kind = this.#random.next();
      pass(part);
      if (kind < 0.5) return cut();
      if (kind < 0.8) {
        this.figures.delays += 1;
        return hold(this.#random.between(20, 500), goOn);
      }
      this.figures.stalls += 1;
      hold(this.#random.between(500, longestStallMs), this.#random.chance(0.5) ? cut : goOn);
    });
  }

  /** At times with a reset, at times with an end that looks like a good one. */
  #drop(client: Socket, server: Socket): void {
    if (client.destroyed && server.destroyed) return;
    server.destroy();
    if (client.destroyed) return;
    if (this.#random.chance(0.5)) client.resetAndDestroy();
    else client.destroySoon();
  }
}
