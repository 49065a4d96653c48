import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Answer, FeedScript, Logged } from "./case.ts";
import { changeOf, piecesOf } from "./event-stream.ts";

/** Pieces written at once may arrive as one; after so many milliseconds they do not. */
const apart = 2;

export interface Exchange {
  readonly logged: Logged;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path under which the case's own addresses lie. */
  readonly base: string;
  readonly streams: Set<ServerResponse>;
  /** Ends the connection from this side. */
  cut(how?: { readonly reset: boolean }): void;
}

/** Answers as the case says, faults included. */
export async function answer(script: Answer, exchange: Exchange): Promise<void> {
  const { request, response, logged, streams } = exchange;
  const cut = () => exchange.cut({ reset: script.reset ?? false });
  if (script.delay) await sleep(script.delay);
  if (script.never === "answers") return;
  if (script.cut === "unanswered") return cut();
  if (script.wire !== undefined) {
    request.socket.write(script.wire);
    await sleep(10);
    return cut();
  }
  if (script.never === "ends-head") return endlessHead(request);

  const streamed = script.stream ?? (script.feed && logged.path.endsWith("/stream") ? [] : undefined);
  const body = streamed ? undefined : encoded(script, bodyOf(script, logged));
  response.writeHead(script.status ?? (body?.problem ? 500 : 200), headersOf(script, body, exchange.base));
  response.flushHeaders();
  if (script.cut === "after-head") {
    await sleep(10);
    return cut();
  }
  if (script.never === "ends-body") return endless(response, " ");
  if (!body) {
    streams.add(response);
    response.once("close", () => streams.delete(response));
    const pieces = script.feed ? feedPieces(script, logged) : piecesOf(streamed ?? [], script);
    await write(response, pieces, apart);
    // What was written shall leave before the connection ends.
    await sleep(20);
    if (ending(script, logged) === "end") response.end();
    if (ending(script, logged) === "cut") cut();
    return;
  }
  if (typeof script.cut === "number") {
    await write(response, [body.bytes.subarray(0, script.cut)], 10);
    return cut();
  }
  if (script.drip) await write(response, sliced(body.bytes, script.drip.bytes), script.drip.every);
  else if (body.bytes.length > 0) response.write(body.bytes);
  response.end();
}

interface Body {
  readonly bytes: Buffer;
  readonly type?: string;
  readonly problem?: boolean;
}

function bodyOf(script: Answer, logged: Logged): Body {
  if (script.problem !== undefined) return problemBody(script);
  if (script.feed) return jsonBody(feedPage(script.feed, logged));
  if (script.base64 !== undefined) return { bytes: Buffer.from(script.base64, "base64") };
  if (script.text !== undefined) return { bytes: Buffer.from(script.text), type: "text/html" };
  if (script.bytes !== undefined) return { bytes: Buffer.alloc(script.bytes, "a") };
  if (script.json !== undefined) return jsonBody(script.json, script.pad);
  return { bytes: Buffer.alloc(0) };
}

/** What is announced as gzip and is not cannot be read by anyone. */
const encoded = ({ encoding }: Answer, body: Body): Body =>
  encoding === "gzip" ? { ...body, bytes: gzipSync(body.bytes) } : body;

const jsonBody = (value: unknown, pad = 0): Body => ({
  bytes: Buffer.from(JSON.stringify(value) + " ".repeat(pad)),
  type: "application/json",
});

function problemBody({ problem, status = 500 }: Answer): Body {
  const { code, ...more } =
    typeof problem === "string" ? { code: problem } : (problem ?? { code: "internal" });
  const type = `urn:portico:problem:${code}`;
  const body = { type, title: code, status, code, requestId: "r-problem", retryable: false, ...more };
  return { bytes: Buffer.from(JSON.stringify(body)), type: "application/problem+json", problem: true };
}

function headersOf(script: Answer, body: Body | undefined, base: string): Record<string, string> {
  const headers: Record<string, string> = { "request-id": "r-1" };
  const type = script.type ?? (body ? body.type : "text/event-stream");
  if (type) headers["content-type"] = type;
  if (!script.keepAlive) headers.connection = "close";
  if (script.encoding) headers["content-encoding"] = "gzip";
  else if (body && !script.chunked && script.never !== "ends-body" && script.status !== 204) {
    headers["content-length"] = String(script.claimsBytes ?? body.bytes.length);
  }
  for (const [name, value] of Object.entries(script.headers ?? {})) {
    headers[name] =
      typeof value === "string" ? value : new Date(Date.now() + value.dateIn * 1000).toUTCString();
  }
  if (headers.location?.startsWith("/")) headers.location = base + headers.location;
  return headers;
}

function feedRange({ total, each = total, again = 0 }: FeedScript, after: number) {
  const last = Math.min(total, after + each);
  const first = Math.max(1, after + 1 - again);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function feedPieces(script: Answer, logged: Logged): Buffer[] {
  const after = Number(logged.headers["last-event-id"] ?? 0);
  const changes = script.feed ? feedRange(script.feed, after) : [];
  const ready = { retry: 100, event: "ready", id: String(after), data: {} };
  return piecesOf([ready, ...changes.map((change) => ({ change }))], script);
}

function feedPage(feed: FeedScript, { query }: Logged) {
  const after = Number(query.after ?? 0);
  const ids = query.after === undefined ? [] : feedRange(feed, after);
  const next = Math.max(after, ids.at(-1) ?? 0);
  return {
    data: ids.map((id) => changeOf(id)),
    page: { nextCursor: String(next), hasMore: query.after !== undefined && next < feed.total },
  };
}

/** A feed that was delivered whole stays open, so that nothing but changes can be waited for. */
function ending({ feed, then = "stay" }: Answer, { headers }: Logged) {
  if (!feed) return then;
  const delivered = Number(headers["last-event-id"] ?? 0) + (feed.each ?? feed.total);
  return delivered >= feed.total ? "stay" : (feed.then ?? "cut");
}

async function write(response: ServerResponse, pieces: readonly Buffer[], every: number): Promise<void> {
  for (const piece of pieces) {
    if (response.destroyed) return;
    response.write(piece);
    await sleep(every);
  }
}

const sliced = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

function endlessHead({ socket }: IncomingMessage): void {
  socket.write("HTTP/1.1 200 OK\r\n");
  const timer = setInterval(() => socket.write("x-more: and more\r\n"), 10);
  socket.once("close", () => clearInterval(timer));
}

function endless(response: ServerResponse, piece: string): void {
  const timer = setInterval(() => response.write(piece), 10);
  response.once("close", () => clearInterval(timer));
}
