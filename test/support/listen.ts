import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** A server of a few lines on a free port. Closing it drops whatever it still holds open. */
export async function listen(answer: RequestListener): Promise<Listening> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Makes what a backend answers wrong in one place. */
export type Spoil = (
  response: Response,
  request: { readonly method: string; readonly path: string },
) => Response;

/** Passes everything on to another server and its answers back, as they are or spoilt. */
export const passTo =
  (
    url: string,
    spoil: Spoil = (response) => response,
    seen: (method: string, path: string) => void = () => undefined,
  ): RequestListener =>
  async (incoming, outgoing) => {
    const { method = "GET", url: path = "/" } = incoming;
    seen(method, path);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      if (
        typeof value === "string" &&
        !["host", "connection", "content-length", "transfer-encoding"].includes(name)
      )
        headers.set(name, value);
    const abort = new AbortController();
    outgoing.on("close", () => abort.abort());
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers,
        redirect: "manual",
        signal: abort.signal,
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      });
      const response = spoil(answer, { method, path });
      outgoing.writeHead(
        response.status,
        [...response.headers].filter(([name]) => name !== "content-encoding"),
      );
      for await (const chunk of response.body ?? []) outgoing.write(chunk);
      outgoing.end();
    } catch {
      outgoing.destroy();
    }
  };
