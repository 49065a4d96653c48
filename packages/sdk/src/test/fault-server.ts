import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createClient } from "../client.js";
import type { ClientOptions } from "../types.js";

/** A request as it arrived on the socket. */
export interface Arrived {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
  /** Whether the client went away before it was answered. */
  gone: boolean;
  /** How many came before it. */
  index: number;
}

export type Handler = (request: Arrived, response: ServerResponse) => void | Promise<void>;

/** A backend on a socket that misbehaves as the test says. Closes, with every connection, when the test is over. */
export async function backend(handler: Handler, clientOptions: Partial<ClientOptions> = {}) {
  const requests: Arrived[] = [];
  const server = createServer(async (message, response) => {
    const url = new URL(message.url ?? "/", "http://backend.test");
    const arrived: Arrived = {
      method: message.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: message.headers,
      body: "",
      gone: false,
      index: requests.length,
    };
    requests.push(arrived);
    response.on("close", () => {
      arrived.gone = !response.writableEnded;
    });
    message.setEncoding("utf8");
    for await (const piece of message) arrived.body += piece;
    await handler(arrived, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (options: Partial<ClientOptions> = {}) =>
    createClient({ baseUrl, retry: { baseDelay: 1 }, ...clientOptions, ...options });
  return { baseUrl, requests, server, client, crm: client() };
}

export function json(
  response: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
  status = 200,
): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "r-1", ...headers });
  response.end(JSON.stringify(body));
}

export function problem(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
  more: object = {},
): void {
  response.writeHead(status, { "content-type": "application/problem+json", ...headers });
  response.end(
    JSON.stringify({
      type: `urn:portico:problem:${code}`,
      title: code,
      status,
      code,
      requestId: "r-2",
      retryable: false,
      ...more,
    }),
  );
}

/** Waits until something is true. */
export async function until(condition: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a promise was rejected with. */
export async function errorOf<E = Record<string, unknown>>(promise: PromiseLike<unknown>): Promise<E> {
  try {
    await promise;
  } catch (error) {
    return error as E;
  }
  throw new Error("It was not rejected.");
}
