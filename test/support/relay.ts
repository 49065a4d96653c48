import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy before a backend that counts writes and can keep an answer back after the backend has carried the write out. */
export class Relay {
  /** Path of every POST that came through. */
  readonly posts: string[] = [];
  #held: (() => void) | undefined;
  #server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const piece of request) body.push(piece);
    if (request.method === "POST") this.posts.push(request.url ?? "");
    const { host: _, connection: __, ...headers } = request.headers;
    const answer = await fetch(`${this.target}${request.url}`, {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      body: request.method === "POST" ? Buffer.concat(body) : null,
    });
    const content = Buffer.from(await answer.arrayBuffer());
    if (this.#held && request.url?.endsWith("/entries")) return this.#held();
    response
      .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" })
      .end(content);
  });

  private constructor(private readonly target: string) {}

  static async to(target: string): Promise<Relay> {
    const relay = new Relay(target);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on no entry is answered. Resolves when the backend has carried one out. */
  hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#held = resolve;
    });
  }

  release(): void {
    this.#held = undefined;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
