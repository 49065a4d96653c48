import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { cleanUp } from "./clean-up.js";
import { Sender } from "./http/sender.js";
import type { Made, Unanswered } from "./journal.js";
import { serve } from "./testing/serve.js";

const tokens = { customerA: "a", agent: "agent" };
const contact = (id: string): Made => ({
  operation: "createContact",
  id,
  collection: "/v1/contacts",
  caller: "agent",
});
const request = (id: string): Made => ({
  operation: "createServiceRequest",
  id,
  collection: "/v1/service-requests",
  caller: "customerA",
});

const sender = (url: string): Sender =>
  new Sender({
    url,
    timeoutMs: 200,
    requestCap: Number.POSITIVE_INFINITY,
    readOnly: false,
    signal: new AbortController().signal,
  });

/** A backend of contacts and requests, as far as cleaning needs one. */
class Desk {
  readonly contacts = new Set<string>();
  readonly states = new Map<string, string>();
  readonly made = new Map<string, string>();
  readonly order: string[] = [];

  readonly answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = "", headers } = incoming;
    const [, , collection, id = ""] = url.split("/");
    const say = (status: number, body?: object) =>
      response
        .writeHead(status, { ETag: '"1"', "Content-Type": "application/json" })
        .end(JSON.stringify(body));
    if (collection === "contacts" && method === "POST") {
      const key = String(headers["idempotency-key"]);
      const { name } = (await json(incoming)) as { name: string };
      this.made.set(key, this.made.get(key) ?? name);
      this.contacts.add(name);
      return void say(201, { id: this.made.get(key) });
    }
    if (collection === "contacts") {
      if (!this.contacts.has(id)) return void say(404);
      if (method === "GET") return void say(200, { id });
      if (headers["if-match"] !== '"1"') return void say(412);
      this.order.push(id);
      this.contacts.delete(id);
      return void response.writeHead(204).end();
    }
    if (this.states.get(id) !== "acknowledged") return void say(409, { code: "transition-not-allowed" });
    const { to } = (await json(incoming)) as { to: string };
    this.states.set(id, to);
    say(200, {});
  };
}

describe("what a run made", () => {
  test("is removed, the last first, and an open request is withdrawn", async () => {
    const desk = new Desk();
    for (const id of ["c1", "c2"]) desk.contacts.add(id);
    desk.states.set("r1", "acknowledged").set("r2", "closed");
    await using server = await serve(desk.answer);
    const made = [contact("c1"), request("r1"), request("r2"), contact("c2"), contact("gone-already")];
    const leftovers = await cleanUp({ made, unanswered: [] }, sender(server.url), tokens);
    expect(desk.order).toEqual(["c2", "c1"]);
    expect(desk.states.get("r1")).toBe("cancelled");
    expect(leftovers.map(({ id, why, final }) => [id, why, final])).toEqual([
      ["r2", "it is over; requests cannot be removed", true],
      ["r1", "withdrawn; requests cannot be removed", true],
    ]);
  });

  test("is found by its key when nobody saw the answer, and removed", async () => {
    const desk = new Desk();
    desk.contacts.add("c1");
    desk.made.set("key-1", "c1");
    await using server = await serve(desk.answer);
    const lost: Unanswered = {
      operation: "createContact",
      caller: "agent",
      target: "/v1/contacts",
      headers: { "Idempotency-Key": "key-1" },
      body: '{"name":"c1"}',
    };
    expect(await cleanUp({ made: [], unanswered: [lost] }, sender(server.url), tokens)).toEqual([]);
    expect(desk.contacts.size).toBe(0);
  });

  test("is removed by the validator of its creation, and read only where it has changed since", async () => {
    const desk = new Desk();
    for (const id of ["c1", "c2"]) desk.contacts.add(id);
    const methods: (string | undefined)[] = [];
    await using server = await serve((incoming, response) => {
      methods.push(incoming.method);
      return desk.answer(incoming, response);
    });
    const made = [
      { ...contact("c1"), etag: '"0"' },
      { ...contact("c2"), etag: '"1"' },
    ];
    expect(await cleanUp({ made, unanswered: [] }, sender(server.url), tokens)).toEqual([]);
    expect(desk.order).toEqual(["c2", "c1"]);
    expect(methods).toEqual(["DELETE", "DELETE", "GET", "DELETE"]);
  });

  test("is said to stay when no staff could withdraw it", async () => {
    await using server = await serve(new Desk().answer);
    const [left] = await cleanUp({ made: [request("r1")], unanswered: [] }, sender(server.url), {});
    expect(left).toMatchObject({ id: "r1", final: false });
  });

  test("is given up soon when the backend is gone, and can be tried again", async () => {
    await using server = await serve(() => undefined);
    const made = Array.from({ length: 500 }, (_, i) => contact(`c${i}`));
    const start = performance.now();
    const leftovers = await cleanUp({ made, unanswered: [] }, sender(server.url), tokens);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(leftovers).toHaveLength(500);
    expect(leftovers.every(({ final, why }) => !final && why === "its removal was not answered")).toBe(true);
  });
});
