import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { entries, idempotencyKeys, serviceRequests } from "./stores/postgres/schema.js";
import {
  agent,
  customer,
  inMemory,
  openTestServer,
  realPostgres,
  service,
  type TestDatabase,
  type TestServer,
} from "./testing/harness.js";

interface Change {
  id: string;
  type: string;
  subject: string;
}

describe.each([
  ["the embedded database", inMemory],
  ["PostgreSQL", realPostgres],
] as const)("on %s", (name, start) => {
  let database: TestDatabase | undefined;
  let server: TestServer;
  let other: TestServer;
  const shutdown = new AbortController();

  beforeAll(async () => {
    database = await start().catch((error: unknown) => {
      if (start === inMemory) throw error;
      console.warn(`SKIPPED: ${name} cannot be started here: ${error}`);
      return undefined;
    });
    if (database === undefined) return;
    server = await openTestServer(database, shutdown.signal);
    // The embedded database has one master; PostgreSQL serves two servers at once.
    other = start === inMemory ? server : await openTestServer(database);
  });
  afterAll(async () => {
    shutdown.abort();
    await server?.close();
    if (other !== server) await other?.close();
    await database?.stop();
  });

  const test = (title: string, body: () => Promise<void>, timeout = 60_000) =>
    it(
      title,
      async (context) => {
        if (database === undefined) context.skip(`${name} cannot be started here`);
        await body();
      },
      timeout,
    );
  const newCustomer = async (displayName: string): Promise<string> =>
    (await server.call("POST", "/v1/customers", { as: agent, body: { kind: "person", displayName } })).body
      .id;
  const enquiry = (title: string, customerId: string) => ({ kind: "enquiry", title, customerId });

  test("makes one request of many submissions with one key at once", async () => {
    const id = await newCustomer("Ada");
    const key = randomUUID();
    const before = await server.db.$count(serviceRequests);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        (i % 2 ? server : other).call("POST", "/v1/service-requests", {
          as: customer(id),
          key,
          body: enquiry("One", id),
        }),
      ),
    );
    expect(await server.db.$count(serviceRequests)).toBe(before + 1);
    const created = answers.filter(({ status }) => status === 201);
    expect(new Set(created.map(({ body }) => body.id)).size).toBe(1);
    expect(created.filter(({ headers }) => headers.get("Idempotency-Replayed") === null)).toHaveLength(1);
    for (const { status, body } of answers)
      expect(status === 201 || body.code === "idempotency-in-progress").toBe(true);
    const again = await server.call("POST", "/v1/service-requests", {
      as: customer(id),
      key,
      body: enquiry("One", id),
    });
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(again.headers.get("ETag")).toBe(created[0]?.headers.get("ETag"));
    expect(again.body).toEqual(created[0]?.body);
  });

  test("keeps the keys of two callers apart and stores no failure under one", async () => {
    const [ada, ben] = [await newCustomer("Ada"), await newCustomer("Ben")];
    const key = randomUUID();
    const submit = (id: string, title: string) =>
      server.call("POST", "/v1/service-requests", { as: customer(id), key, body: enquiry(title, id) });
    expect((await submit(ada, "")).status).toBe(422);
    expect((await submit(ada, "Corrected")).status).toBe(201);
    const second = await submit(ben, "Corrected");
    expect(second).toMatchObject({ status: 201, body: { customer: { displayName: "Ben" } } });
    expect((await server.db.select().from(idempotencyKeys)).filter((row) => row.key === key)).toHaveLength(2);
  });

  test("forgets what is old, and tells a reader from before to start anew", async () => {
    await newCustomer("Old");
    const { body: before } = await server.call("GET", "/v1/changes?after=earliest&limit=1", { as: service });
    const kept = await server.db.$count(idempotencyKeys);
    const past = new Date(server.clock.now.getTime() - 1);
    await server.store.tidy({ keys: past, files: past, changes: past });
    expect(await server.db.$count(idempotencyKeys)).toBe(kept);
    const future = new Date(server.clock.now.getTime() + 1);
    await server.store.tidy({ keys: future, files: future, changes: future });
    expect(await server.db.$count(idempotencyKeys)).toBe(0);
    const cursor = Number(before.data[0].id) - 1;
    const late = await server.call("GET", `/v1/changes?after=${cursor}`, { as: service });
    expect(late).toMatchObject({ status: 410, body: { code: "cursor-expired" } });
    const { body: now } = await server.call("GET", "/v1/changes?after=earliest", { as: service });
    expect(now.data).toHaveLength(1);
  });

  test("lets one of many changes made on the same state win", async () => {
    const id = await newCustomer("Contested");
    const path = `/v1/customers/${id}`;
    const etag = (await server.call("GET", path, { as: agent })).headers.get("ETag") ?? "";
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        (i % 2 ? server : other).call("PATCH", path, {
          as: agent,
          body: { displayName: `Name ${i}` },
          headers: { "If-Match": etag },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });

  test("feeds every change once, in order, to a reader that never stops, while many write", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => newCustomer(`Writer ${i}`)));
    let cursor: string = (await server.call("GET", "/v1/changes", { as: service })).body.page.nextCursor;
    const seen: Change[] = [];
    const read = async () => {
      const { body } = await other.call("GET", `/v1/changes?limit=7&after=${cursor}`, { as: service });
      seen.push(...body.data);
      cursor = body.page.nextCursor;
      return body.page.hasMore as boolean;
    };
    let writing = true;
    const reading = (async () => {
      while (writing) await read();
    })();

    const perWriter = 4;
    const made = await Promise.all(
      ids.map(async (id, i) => {
        const target = i % 2 ? server : other;
        const requests: string[] = [];
        for (let n = 0; n < perWriter; n++) {
          const { body } = await target.call("POST", "/v1/service-requests", {
            as: customer(id),
            body: enquiry(`${n}`, id),
          });
          requests.push(body.id);
          await target.call("POST", `/v1/service-requests/${body.id}/urges`, { as: customer(id), body: {} });
        }
        return requests;
      }),
    );
    writing = false;
    await reading;
    while (await read());

    const numbers = seen.map(({ id }) => Number(id));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const id of made.flat())
      expect(seen.filter(({ subject }) => subject === id).map(({ type }) => type)).toEqual([
        "portico.serviceRequest.created",
        "portico.entry.created",
        "portico.entry.created",
        "portico.serviceRequest.updated",
      ]);
  });

  test("streams from where a reader stopped, wakes it at once and ends with the server", async () => {
    const id = await newCustomer("Streamed");
    const { tokenOf } = await import("./testing/harness.js");
    const open = async (headers: Record<string, string> = {}) => {
      const authorization = `Bearer ${await tokenOf(customer(id))}`;
      const response = await server.app.request("/v1/changes/stream", {
        headers: { ...headers, authorization },
      });
      expect(response.headers.get("Content-Type")).toBe("text/event-stream");
      return new EventReader(response);
    };
    const live = await open();
    const ready = await live.next();
    expect(ready.event).toBe("ready");
    const submitted = await other.call("POST", "/v1/service-requests", {
      as: customer(id),
      body: enquiry("Live", id),
    });
    const first = await live.next();
    expect(first).toMatchObject({
      event: "change",
      data: { type: "portico.serviceRequest.created", subject: submitted.body.id },
    });
    await other.call("POST", `/v1/service-requests/${submitted.body.id}/entries`, {
      as: agent,
      body: { type: "comment", text: "internal" },
    });
    await other.call("POST", `/v1/service-requests/${submitted.body.id}/entries`, {
      as: agent,
      body: { type: "reply", text: "public" },
    });

    const resumed = await open({ "Last-Event-ID": first.id });
    const types = (await resumed.take(4)).map(({ event, data }) => data.type ?? event);
    expect(types).toEqual([
      "ready",
      "portico.entry.created",
      "portico.entry.created",
      "portico.serviceRequest.updated",
    ]);
    shutdown.abort();
    expect(await resumed.ended()).toBe(true);
    expect(await live.ended()).toBe(true);
  });

  test("pages through every row that was there, once, whatever is inserted meanwhile", async () => {
    const id = await newCustomer("Paged");
    const owner = customer(id);
    const add = (title: string) =>
      server.call("POST", "/v1/service-requests", { as: owner, body: enquiry(title, id) });
    for (let i = 0; i < 12; i++) {
      await add(`row ${i}`);
      // Some rows share an instant.
      if (i % 3) server.clock.now = new Date(server.clock.now.getTime() + 1);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("updatedAt", "-updatedAt", "createdAt", "-createdAt", "dueAt", "-dueAt"),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.boolean(), { maxLength: 4 }),
        async (sort, limit, inserts) => {
          const there = (
            await server.db
              .select({ id: serviceRequests.id, of: serviceRequests.customerId })
              .from(serviceRequests)
          )
            .filter((row) => row.of === id)
            .map((row) => row.id);
          const seen: string[] = [];
          let cursor: string | null = "";
          for (let page = 0; cursor !== null; page++) {
            const after: string = cursor ? `&cursor=${cursor}` : "";
            const { body }: { body: { data: { id: string }[]; page: { nextCursor: string | null } } } =
              await server.call("GET", `/v1/service-requests?sort=${sort}&limit=${limit}${after}`, {
                as: owner,
              });
            seen.push(...body.data.map((row) => row.id));
            cursor = body.page.nextCursor;
            if (inserts[page]) await add("meanwhile");
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen).toEqual(expect.arrayContaining(there));
        },
      ),
      { numRuns: 10 },
    );
    expect(await server.db.$count(entries)).toBeGreaterThan(0);
  });

  // Last, since its rows are of today while the clock of the others stands.
  test("logs moves that came at once in the order they were made", async () => {
    const running = (now: PropertyDescriptor) => {
      for (const { clock } of [server, other])
        Object.defineProperty(clock, "now", { ...now, configurable: true });
    };
    const stoppedAt = server.clock.now;
    onTestFinished(() => running({ value: stoppedAt, writable: true }));
    running({ get: () => new Date() });
    const customerId = await newCustomer("Mover");
    for (let round = 0; round < 5; round += 1) {
      const made = await server.call("POST", "/v1/service-requests", {
        as: agent,
        body: enquiry("Moved by many", customerId),
      });
      const path = `/v1/service-requests/${made.body.id}`;
      const moves = ["inProgress", "pending", "held", "inProgress", "pending", "held"];
      await Promise.all(
        moves.map((to, i) =>
          (i % 2 ? server : other).call("POST", `${path}/transitions`, { as: agent, body: { to } }),
        ),
      );
      const log = await server.call("GET", `${path}/entries?limit=100`, { as: agent });
      let state = "acknowledged";
      for (const { type, from, to } of log.body.data) {
        if (type !== "stateChange") continue;
        expect(from).toBe(state);
        state = to;
      }
      expect((await server.call("GET", path, { as: agent })).body.state).toBe(state);
    }
  });
});

interface SentEvent {
  event: string;
  id: string;
  data: { type?: string; subject?: string };
}

/** Reads server-sent events one by one. */
class EventReader {
  readonly #reader;
  #text = "";

  constructor(response: Response) {
    this.#reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  }

  async next(): Promise<SentEvent> {
    while (!this.#text.includes("\n\n")) {
      const chunk = await this.#reader?.read();
      if (!chunk || chunk.done) throw new Error("The stream has ended");
      this.#text += chunk.value;
    }
    const [block = "", ...rest] = this.#text.split("\n\n");
    this.#text = rest.join("\n\n");
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
    return { event: field("event"), id: field("id"), data: JSON.parse(field("data")) };
  }

  async take(count: number): Promise<SentEvent[]> {
    const events: SentEvent[] = [];
    while (events.length < count) events.push(await this.next());
    return events;
  }

  async ended(): Promise<boolean> {
    for (;;) {
      const chunk = await this.#reader?.read();
      if (!chunk || chunk.done) return true;
    }
  }
}
