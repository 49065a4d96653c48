import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { CrmError, FeedStatus } from "../index.js";
import { type Arrived, backend, type Handler, json, problem, until } from "../test/fault-server.js";
import type { ClientOptions } from "../types.js";

const changeOf = (id: number, data: object = {}, subject = "s1") => ({
  specversion: "1.0",
  id: String(id),
  source: "test",
  type: "portico.serviceRequest.updated",
  subject,
  time: "2025-01-01T00:00:00Z",
  data: { resource: "serviceRequests", id: subject, ...data },
});

function open(response: ServerResponse, cursor: number | string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(`retry: 100\n\nevent: ready\nid: ${cursor}\ndata: {}\n\n`);
}

const send = (response: ServerResponse, change: { id: string }) =>
  response.write(`event: change\nid: ${change.id}\ndata: ${JSON.stringify(change)}\n\n`);

/** A feed whose open streams the test can write to and cut. */
async function feed(onStream?: Handler, options: Partial<ClientOptions> = {}) {
  const streams: ServerResponse[] = [];
  const handler: Handler = (request, response) => {
    streams.push(response);
    if (onStream) return onStream(request, response);
    open(response, String(request.headers["last-event-id"] ?? 0));
  };
  const server = await backend(handler, { heartbeat: 2000, ...options });
  /** Subscribes and notes everything. Ends with the test. */
  const follow = (filter = {}, crm = server.crm) => {
    const ids: string[] = [];
    const statuses: FeedStatus[] = [];
    const errors: (CrmError | undefined)[] = [];
    let resyncs = 0;
    const stop = crm.changes.subscribe(filter, ({ id }) => ids.push(id), {
      onStatus: (status, error) => {
        statuses.push(status);
        errors.push(error);
      },
      onResync: () => {
        resyncs += 1;
      },
    });
    onTestFinished(stop);
    return { ids, statuses, errors, stop, resyncs: () => resyncs };
  };
  return { ...server, streams, follow };
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const gc: () => void = runInNewContext("gc");
  gc();
}

const lastEventId = ({ headers }: Arrived) => headers["last-event-id"];

describe("subscriptions", () => {
  it("share one connection, each seeing what it asked for", async () => {
    const { follow, streams, requests } = await feed();
    const all = follow();
    const request = follow({ subject: "s1" });
    const customer = follow({ customerId: "c2" });
    const ratings = follow({ resource: "ratings" });
    await until(() => all.statuses.includes("live"));
    const late = follow({ subject: "s2" });
    expect(late.statuses).toEqual(["live"]);
    for (const stream of streams) {
      send(stream, changeOf(1));
      send(stream, changeOf(2, { customerId: "c2" }, "s2"));
      send(stream, changeOf(3, { resource: "ratings" }, "r1"));
    }
    await until(() => all.ids.length === 3);
    expect(request.ids).toEqual(["1"]);
    expect(customer.ids).toEqual(["2"]);
    expect(late.ids).toEqual(["2"]);
    expect(ratings.ids).toEqual(["3"]);
    expect(requests).toHaveLength(1);
  });

  it("close the connection when the last one leaves, and open it for the next", async () => {
    const { follow, requests } = await feed();
    const one = follow();
    const two = follow();
    await until(() => two.statuses.includes("live"));
    one.stop();
    await sleep(30);
    expect(requests[0]?.gone).toBe(false);
    two.stop();
    await until(() => requests[0]?.gone === true);
    const three = follow();
    await until(() => three.statuses.includes("live"));
    expect(requests).toHaveLength(2);
  });

  it("end with their signal", async () => {
    const { crm, requests } = await feed();
    const controller = new AbortController();
    crm.changes.subscribe({}, () => undefined, { signal: controller.signal });
    await until(() => requests.length === 1);
    controller.abort();
    await until(() => requests[0]?.gone === true);
  });

  it("end at once when they are stopped before the code that follows the feed is here", async () => {
    const { crm, requests } = await feed();
    crm.changes.subscribe({}, () => undefined)();
    const controller = new AbortController();
    crm.changes.subscribe({}, () => undefined, { signal: controller.signal });
    controller.abort();
    await sleep(100);
    expect(requests).toHaveLength(0);
  });

  it("go on when a listener throws, and the host sees its error", async () => {
    const { crm, streams, follow } = await feed();
    const surfaced: unknown[] = [];
    const listeners = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", (error) => surfaced.push(error));
    onTestFinished(() => {
      process.removeAllListeners("uncaughtException");
      for (const listener of listeners) process.on("uncaughtException", listener);
    });
    const stop = crm.changes.subscribe({}, () => {
      throw new Error("the host's");
    });
    onTestFinished(stop);
    const other = follow();
    await until(() => other.statuses.includes("live"));
    for (const stream of streams) send(stream, changeOf(1));
    await until(() => other.ids.length === 1 && surfaced.length === 1);
  });

  it("carry the token, and renew it when it is refused", async () => {
    const tokens = ["old", "new"];
    const { follow, requests } = await feed(
      (request, response) =>
        request.headers.authorization === "Bearer new"
          ? open(response, 0)
          : problem(response, 401, "token-expired"),
      { auth: () => tokens.shift() ?? null },
    );
    const one = follow();
    await until(() => one.statuses.includes("live"));
    expect(requests).toHaveLength(2);
  });

  it("begin anew for another principal", async () => {
    let token = "a";
    const { crm, follow, requests } = await feed(undefined, { auth: () => token });
    const one = follow();
    await until(() => one.statuses.includes("live"));
    token = "b";
    crm.signOut();
    await until(() => requests.length === 2);
    expect(requests[1]?.headers).toMatchObject({ authorization: "Bearer b" });
    expect(one.resyncs()).toBe(1);
  });
});

describe("a broken stream", () => {
  it("is resumed after the last change, none lost and none delivered twice", async () => {
    const total = 60;
    let written = 0;
    const { follow, requests } = await feed((request, response) => {
      // One change is repeated after every reconnect, as at-least-once allows.
      const after = Number(lastEventId(request) ?? 0);
      open(response, after);
      const burst = Math.min(after + 7, total);
      for (let id = Math.max(1, after); id <= burst; id++) send(response, changeOf(id));
      written = burst;
      if (written < total) setTimeout(() => (request.index % 2 ? response.end() : response.destroy()), 5);
    });
    const one = follow();
    await until(() => one.ids.length >= total, 15_000);
    expect(one.ids).toEqual(Array.from({ length: total }, (_, n) => String(n + 1)));
    expect(requests.length).toBeGreaterThan(5);
    expect(one.statuses).toContain("reconnecting");
  });

  it("that was not reached at the first try is read again, since its now is later", async () => {
    const { follow } = await feed((request, response) =>
      request.index === 0 ? problem(response, 503, "unavailable") : open(response, 7),
    );
    const one = follow();
    await until(() => one.statuses.at(-1) === "live");
    expect(one.resyncs()).toBe(1);
  });

  it("keeps its cursor over a connection that brought nothing", async () => {
    const { follow, requests, streams } = await feed((request, response) => {
      if (request.index !== 1) return open(response, "5");
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(": nothing\n\n");
    });
    const one = follow();
    await until(() => one.statuses.includes("live"));
    streams[0]?.destroy();
    await until(() => requests.length === 3);
    expect(requests.map(lastEventId)).toEqual([undefined, "5", "5"]);
  });

  it("that falls silent is opened again, also when the garbage was collected meanwhile", async () => {
    const { follow, requests } = await feed(undefined, { heartbeat: 2000 });
    const one = follow();
    await until(() => one.statuses.includes("live"));
    collectGarbage();
    await until(() => requests.length >= 2, 15_000);
    await until(() => requests[0]?.gone === true);
    expect(lastEventId(requests[1] as Arrived)).toBe("0");
    expect(one.statuses).toContain("reconnecting");
  });

  it("that a proxy answers with a page is tried again", async () => {
    const { follow } = await feed((request, response) => {
      if (request.index > 0) return open(response, 0);
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html>");
    });
    const one = follow();
    await until(() => one.statuses.includes("live"));
    expect(one.errors.some((error) => error?.code === "contract-violation")).toBe(true);
  });

  it("waits as long as the backend asks", async () => {
    const { follow, requests } = await feed((request, response) =>
      request.index === 0 ? problem(response, 503, "unavailable", { "retry-after": "1" }) : open(response, 0),
    );
    const from = Date.now();
    const one = follow();
    await until(() => one.statuses.includes("live"));
    expect(Date.now() - from).toBeGreaterThanOrEqual(950);
    expect(requests).toHaveLength(2);
  });
});

describe("the backend ends the feed", () => {
  it.each([
    [204, undefined],
    [403, "forbidden"],
    [404, "not-found"],
  ])("with %i for good", async (status, code) => {
    const { follow, requests } = await feed((_, response) => {
      if (code) return problem(response, status, code);
      response.writeHead(status);
      response.end();
    });
    const one = follow();
    await until(() => one.statuses.includes("stopped"));
    await sleep(300);
    expect(requests).toHaveLength(1);
    expect(one.errors.at(-1)?.code).toBe(code);
  });

  it("with 410: everything is read again and the feed starts now", async () => {
    const { follow, requests, streams } = await feed((request, response) =>
      lastEventId(request) ? problem(response, 410, "cursor-expired") : open(response, "9"),
    );
    const one = follow();
    await until(() => one.statuses.includes("live"));
    streams[0]?.destroy();
    await until(() => requests.length === 3);
    expect(requests.map(lastEventId)).toEqual([undefined, "9", undefined]);
    await until(() => one.resyncs() === 1);
  });

  it("with 410: nothing is read again before the feed is followed anew, so that no change falls between", async () => {
    const { follow, requests, streams } = await feed((request, response) => {
      if (lastEventId(request)) problem(response, 410, "cursor-expired");
      else if (request.index === 0) open(response, "9");
    });
    const one = follow();
    await until(() => one.statuses.includes("live"));
    streams[0]?.destroy();
    await until(() => requests.length === 3);
    await sleep(100);
    expect(one.resyncs()).toBe(0);
    const anew = streams[2];
    if (!anew) throw new Error("The feed was not asked for anew.");
    open(anew, "20");
    send(anew, changeOf(21));
    await until(() => one.ids.length === 1);
    expect(one.resyncs()).toBe(1);
  });
});

describe("polling", () => {
  /** A feed of which only the polled door works. */
  const polled =
    (stream: Handler): Handler =>
    (request, response) => {
      if (request.path.endsWith("/stream")) return stream(request, response);
      const after = Number(request.query.get("after") ?? 0);
      const data = request.query.has("after") ? [changeOf(after), changeOf(after + 1)] : [];
      json(response, { data, page: { nextCursor: String(after + 1), hasMore: false } });
    };

  it("takes over where a proxy keeps the stream back", async () => {
    const handler = polled((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.flushHeaders();
    });
    const { follow, requests } = await feed(handler, { heartbeat: 200, pollInterval: 20 });
    const one = follow();
    await until(() => one.ids.length >= 5);
    expect(one.ids.slice(0, 5)).toEqual(["1", "2", "3", "4", "5"]);
    expect(one.statuses).toEqual(["connecting", "polling"]);
    expect(requests[0]?.gone).toBe(true);
  });

  it("takes over where the backend has no stream", async () => {
    const handler = polled((_, response) => problem(response, 501, "unsupported"));
    const { follow } = await feed(handler, { pollInterval: 20 });
    const one = follow();
    await until(() => one.ids.length >= 3);
    expect(one.statuses).toEqual(["connecting", "polling"]);
  });
});

describe("a read begun before a change", () => {
  it("is not what those get who read because of it", async () => {
    let stream: ServerResponse | undefined;
    const { crm, requests } = await backend(async (request, response) => {
      if (request.path.endsWith("/stream")) {
        stream = response;
        return open(response, 0);
      }
      await sleep(60);
      json(response, { id: "s1", index: request.index });
    });
    const reread = vi.fn();
    onTestFinished(crm.changes.subscribe({}, () => crm.serviceRequests.get("s1").then(reread)));
    await until(() => stream !== undefined);
    const before = crm.serviceRequests.get("s1");
    await until(() => requests.length === 2);
    if (stream) send(stream, changeOf(1));
    await until(() => reread.mock.calls.length === 1);
    expect(reread).toHaveBeenCalledWith({ id: "s1", index: 2 });
    await expect(before).resolves.toMatchObject({ index: 1 });
  });
});
