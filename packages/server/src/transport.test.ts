import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.js";
import { agent, inMemory, openTestServer, secret, type TestServer, tokenOf } from "./testing/harness.js";

const portal = "https://portal.example";

let server: TestServer;
let listening = 0;
let request: (path: string, init?: RequestInit) => Response | Promise<Response>;

beforeAll(async () => {
  server = await openTestServer(await inMemory());
  const { store } = server;
  // The same store, with a count of who listens to its feed.
  const onChange = (wake: () => void) => {
    listening++;
    const stop = store.feed.onChange(wake);
    return () => {
      listening--;
      stop();
    };
  };
  const app = createApp({
    store: { ...store, feed: { ...store.feed, onChange } },
    config: { keys: { secret }, origins: [portal], requestTimeoutMs: 20_000 },
  });
  request = app.request;
});
afterAll(() => server.close());

describe("a page of a portal", () => {
  const preflight = (Origin: string, method: string) =>
    request("/v1/service-requests/x", {
      method: "OPTIONS",
      headers: {
        Origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization,content-type,idempotency-key,if-match",
      },
    });

  it.each(["GET", "POST", "PATCH", "DELETE"])(
    "may ask for %s with every header of the contract",
    async (method) => {
      const { status, headers } = await preflight(portal, method);
      expect(status).toBe(204);
      expect(headers.get("Access-Control-Allow-Origin")).toBe(portal);
      expect(headers.get("Access-Control-Allow-Methods")).toContain(method);
      const allowed = headers.get("Access-Control-Allow-Headers")?.toLowerCase().split(",");
      for (const name of [
        "authorization",
        "content-type",
        "content-disposition",
        "idempotency-key",
        "if-match",
        "if-none-match",
        "last-event-id",
      ])
        expect(allowed).toContain(name);
      expect(headers.get("Vary")).toContain("Origin");
    },
  );

  it("of nobody we know may ask for nothing", async () => {
    for (const origin of [
      "https://elsewhere.example",
      "null",
      `${portal}.evil.example`,
      "http://portal.example",
    ]) {
      const { headers } = await preflight(origin, "POST");
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("may read what tells it how to go on, of a success as of a problem", async () => {
    for (const path of ["/v1/capabilities", "/v1/customers", "/v1/nowhere"]) {
      const { headers } = await request(path, { headers: { Origin: portal } });
      expect(headers.get("Access-Control-Allow-Origin")).toBe(portal);
      for (const name of [
        "ETag",
        "Location",
        "Retry-After",
        "Request-Id",
        "Idempotency-Replayed",
        "Content-Disposition",
      ])
        expect(headers.get("Access-Control-Expose-Headers")).toContain(name);
    }
  });
});

describe("HEAD", () => {
  it("tells what GET would, without a body", async () => {
    const [head, get] = [
      await request("/v1/capabilities", { method: "HEAD" }),
      await request("/v1/capabilities"),
    ];
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("ETag")).toBe(get.headers.get("ETag"));
  });

  it("of the stream leaves nobody behind who listens", async () => {
    const { status, headers } = await request("/v1/changes/stream", { method: "HEAD" });
    expect([status, headers.get("Content-Type")]).toEqual([200, "text/event-stream"]);
    await expect.poll(() => listening).toBe(0);
  });
});

describe("If-None-Match", () => {
  const path = "/v1/code-lists/requestStatuses";
  const ask = async (given: (etag: string) => string) => {
    const headers = { Authorization: `Bearer ${await tokenOf(agent)}` };
    const etag = (await request(path, { headers })).headers.get("ETag") ?? "";
    return request(path, { headers: { ...headers, "If-None-Match": given(etag) } });
  };

  it.each<[string, (etag: string) => string, number]>([
    ["the validator", (etag) => etag, 304],
    ["it weakened by a proxy", (etag) => `W/${etag}`, 304],
    ["a list that holds it", (etag) => `"a", W/"b" ,${etag}`, 304],
    ["a star", () => "*", 304],
    ["another", () => '"another"', 200],
    ["it without its quotes", (etag) => etag.replaceAll('"', ""), 200],
  ])("with %s is understood", async (_, given, status) => {
    const answer = await ask(given);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("ETag")).toMatch(/^"[\w-]+"$/);
  });
});

it("forgets a stream whose reader has gone, or whose source failed", async () => {
  const reading = new AbortController();
  const streams = await Promise.all(
    Array.from({ length: 50 }, () => request("/v1/changes/stream", { signal: reading.signal })),
  );
  expect(listening).toBe(50);
  await Promise.all(streams.slice(0, 25).map((stream) => stream.body?.cancel()));
  await expect.poll(() => listening).toBe(25);
  reading.abort();
  await Promise.all(streams.slice(25).map((stream) => stream.text()));
  expect(listening).toBe(0);
});

it.each(["abc", "", "-1", "1e3", "99999999999999999999", "%00"])(
  "refuses the place %j in the feed",
  async (id) => {
    const answer = await request("/v1/changes/stream", { headers: { "Last-Event-ID": id } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid-cursor" });
  },
);

it("sends a reader from a future that never came back to the start", async () => {
  const answer = await request("/v1/changes/stream?after=999", {});
  expect(answer.status).toBe(410);
});
