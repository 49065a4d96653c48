import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signToken } from "./auth/tokens.js";
import {
  agent,
  codesOf,
  customer,
  inMemory,
  manager,
  openTestServer,
  secret,
  type TestServer,
} from "./testing/harness.js";

let server: TestServer;
let ada: string;

beforeAll(async () => {
  server = await openTestServer(await inMemory());
  for (const displayName of ["Ada", "Ben", "Cy"]) {
    const made = await server.call("POST", "/v1/customers", {
      as: agent,
      body: { kind: "person", displayName },
    });
    ada ??= made.body.id;
  }
});
afterAll(() => server.close());

/** Sends JSON exactly as it is written. */
const post = (path: string, json: string) => server.call("POST", path, { as: agent, body: json });
const praise = (members: string) =>
  post("/v1/service-requests", `{"kind":"praise","title":"Thanks",${members}}`);
const person = (members: string) => post("/v1/customers", `{"kind":"person","displayName":"Eve",${members}}`);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a body is told what of it cannot be kept", () => {
  it.each([
    ["half a surrogate pair", () => praise('"description":"\\ud800"'), "/description pattern"],
    [
      "half a pair inside an object",
      () => praise('"requester":{"name":"\\udc00"}'),
      "/requester/name pattern",
    ],
    ["U+0000 in a name", () => person('"customFields":{"a\\u0000":"b"}'), "/customFields pattern"],
    ["half a pair in a name", () => person('"customFields":{"\\ud800":"b"}'), "/customFields pattern"],
    ["a number beyond all numbers", () => person('"customFields":{"a":1e400}'), "/customFields/a type"],
    ["a member named __proto__", () => person('"__proto__":{"kind":"group"}'), "/__proto__ unknown-member"],
    [
      "lists in lists without end",
      () => praise(`"customFields":{"a":${nested(100_000)}}`),
      "/customFields/a type",
    ],
    ["nothing but lists", () => post("/v1/customers", nested(100_000)), " type"],
  ])("%s", async (_, send, code) => {
    const { status, body } = await send();
    expect(status).toBe(422);
    expect(codesOf(body)).toContain(code);
  });

  it.each([
    "2016-12-31T23:59:60Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+08:00",
    "9999-12-31T23:59:59-08:00",
    "2026-02-29T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01",
  ])("the instant %s", async (instant) => {
    const graded = await post(
      `/v1/customers/${ada}/assessments`,
      `{"kind":"risk","code":"low","assessedAt":"${instant}"}`,
    );
    expect(codesOf(graded.body)).toEqual(["/assessedAt format"]);
    const listed = await server.call(
      "GET",
      `/v1/service-requests?createdAfter=${encodeURIComponent(instant)}`,
      { as: agent },
    );
    expect(codesOf(listed.body)).toEqual(["createdAfter format"]);
  });

  it("takes own members with any name as what they are", async () => {
    const { status, body } = await person('"customFields":{"__proto__":"a","constructor":"b"}');
    expect(status).toBe(201);
    expect(Object.entries(body.customFields)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });

  it("keeps whole surrogate pairs and the last of two members with one name", async () => {
    const { body } = await person('"displayName":"\\ud83d\\ude00"');
    expect(body.displayName).toBe("😀");
  });
});

it("answers a body of many faults in no time and in few words", async () => {
  const distinct = Array.from({ length: 38_000 }, (_, i) => i).join();
  const members = Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join();
  const started = performance.now();
  const [listed, named] = await Promise.all([praise(`"attachmentIds":[${distinct}]`), praise(members)]);
  expect(performance.now() - started).toBeLessThan(1500);
  expect(codesOf(listed.body)).toContain("/attachmentIds too-many");
  expect(named.body.errors).toHaveLength(100);
});

it("refuses the same file twice in one list", async () => {
  const { body } = await praise('"attachmentIds":["a","a"]');
  expect(codesOf(body)).toEqual(["/attachmentIds not-allowed"]);
});

describe("an address", () => {
  it.each([
    ["/v1/customers?__proto__=x", 400],
    ["/v1/customers?__proto__=x&__proto__=y", 400],
    ["/v1/customers?constructor=x", 400],
    ["/v1/customers?limit=1e400", 400],
    ["/v1/customers/%00", 400],
    ["/v1/customers/%ff", 404],
    ["/v1/customers/%E0%A4%A", 404],
    ["/v1/customers/..%2f..%2fetc", 404],
    ["/v1//customers", 404],
    ["/v1/customers/", 404],
    [`/v1/customers/${"x".repeat(65)}`, 400],
  ])("%s is answered with %i", async (path, status) => {
    expect(await server.call("GET", path, { as: agent })).toMatchObject({ status });
  });
});

describe("a cursor", () => {
  const forge = (place: [key: string, id: string], boundTo: unknown[]): string => {
    const seal = createHash("sha256")
      .update(JSON.stringify([place, boundTo]))
      .digest("base64url");
    return Buffer.from(JSON.stringify([...place, seal.slice(0, 16)])).toString("base64url");
  };
  const list = (path: string) => server.call("GET", path, { as: agent });
  const next = async (path: string): Promise<string> => (await list(path)).body.page.nextCursor;

  it("that was forged with its seal is refused when the database could not compare it", async () => {
    const boundTo = (sort: string) => ["/v1/customers", [["sort", sort]], sort, "staff", null];
    const send = (sort: string, place: [string, string]) =>
      list(`/v1/customers?sort=${sort}&cursor=${forge(place, boundTo(sort))}`);
    expect((await send("-updatedAt", ["2026-11-20T02:00:00.000Z", "x"])).status).toBe(200);
    for (const key of [
      "never",
      "infinity",
      "2026",
      "0000-01-01T00:00:00.000Z",
      "+010000-01-01T00:00:00.000Z",
    ])
      expect((await send("-updatedAt", [key, "x"])).body.code).toBe("invalid-cursor");
    expect((await send("displayName", ["a\0", "x"])).body.code).toBe("invalid-cursor");
    expect((await send("displayName", ["a", "\ud800"])).body.code).toBe("invalid-cursor");
  });

  it("is good for its own list and for nobody else's", async () => {
    const cursor = await next("/v1/customers?sort=-updatedAt&limit=1");
    expect((await list(`/v1/service-requests?sort=-updatedAt&cursor=${cursor}`)).body.code).toBe(
      "invalid-cursor",
    );
    expect((await list(`/v1/contacts?sort=-updatedAt&cursor=${cursor}`)).body.code).toBe("invalid-cursor");
    const theirs = await server.call("GET", `/v1/customers?sort=-updatedAt&cursor=${cursor}`, {
      as: customer(ada),
    });
    expect(theirs.body.code).toBe("invalid-cursor");
  });

  it("does not mind the order of the filters", async () => {
    const cursor = await next("/v1/customers?kind=person&status=active&limit=1");
    expect((await list(`/v1/customers?status=active&cursor=${cursor}&kind=person`)).status).toBe(200);
  });

  it("comes to an end though what it lists keeps moving", async () => {
    const seen: string[] = [];
    let cursor = "";
    for (let page = 0; page < 20; page++) {
      const { body } = await list(`/v1/customers?sort=-updatedAt&limit=1${cursor && `&cursor=${cursor}`}`);
      for (const { id } of body.data) {
        seen.push(id);
        server.clock.now = new Date(server.clock.now.getTime() + 1000);
        const path = `/v1/customers/${id}`;
        const etag = (await list(path)).headers.get("ETag") ?? "";
        await server.call("PATCH", path, {
          as: agent,
          body: { tags: [`${page}`] },
          headers: { "If-Match": etag },
        });
      }
      cursor = body.page.nextCursor;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("a token", () => {
  it.each([
    ["U+0000 in its subject", { ...agent, id: "a\0b" }],
    ["a subject longer than an identifier", { ...agent, id: "a".repeat(65) }],
    ["U+0000 in its customer", customer("a\0b")],
    ["U+0000 in its unit, which limits what it opens", { ...manager, unitId: "a\0b" }],
    ["half a surrogate pair in its subject", { ...agent, id: "\ud800" }],
  ])("with %s is refused", async (_, as) => {
    expect(await server.call("GET", "/v1/me", { as })).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
  });

  it("with a name that cannot be stored has none", async () => {
    const { status, body } = await server.call("GET", "/v1/me", { as: { ...manager, name: "\ud800" } });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("displayName");
  });

  it("that lasts for ever still tells its end in four digits of a year", async () => {
    const headers = { Authorization: `Bearer ${await signToken(agent, secret, 1e15)}` };
    const { status, body } = await server.call("GET", "/v1/me", { headers });
    expect(status).toBe(200);
    expect(body.expiresAt).toBe("9999-12-31T23:59:59.000Z");
  });
});
