import { randomUUID } from "node:crypto";
import { problems, problemType } from "@portico/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signToken } from "./auth/tokens.js";
import { changes, customers, serviceRequests } from "./stores/postgres/schema.js";
import {
  agent,
  type CallOptions,
  codesOf,
  customer,
  inMemory,
  openTestServer,
  secret,
  type TestServer,
} from "./testing/harness.js";

let server: TestServer;
let ada: string;
let etag: string;

beforeAll(async () => {
  server = await openTestServer(await inMemory());
  const made = await server.call("POST", "/v1/customers", {
    as: agent,
    body: { kind: "person", displayName: "Ada" },
  });
  ada = made.body.id;
  etag = made.headers.get("ETag") ?? "";
});
afterAll(() => server.close());

const person = { kind: "person", displayName: "Grace" };
const fault = {
  kind: "fault",
  title: "Dark",
  location: { address: "Here" },
  requester: { phone: "13800138000" },
};
const faultFields = { customFields: { faultType: "streetLight" } };

type Case = [what: string, method: string, path: string, options: CallOptions, code: string, where: string[]];

const cases: Case[] = [
  ["an unknown route", "GET", "/v1/nothing", {}, "route-not-found", []],
  ["a route of another version", "GET", "/v2/customers", {}, "route-not-found", []],
  ["a method the address does not take", "DELETE", "/v1/customers", { as: agent }, "method-not-allowed", []],
  ["malformed JSON", "POST", "/v1/customers", { as: agent, body: "{" }, "malformed-body", [" format"]],
  [
    "no body",
    "POST",
    "/v1/customers",
    { as: agent, headers: { "Content-Type": "application/json" } },
    "malformed-body",
    [" format"],
  ],
  [
    "bytes that are no UTF-8",
    "POST",
    "/v1/customers",
    { as: agent, body: Uint8Array.from([0x22, 0xff, 0x22]) },
    "malformed-body",
    [" format"],
  ],
  [
    "another media type",
    "POST",
    "/v1/customers",
    { as: agent, body: person, headers: { "Content-Type": "text/plain" } },
    "unsupported-media-type",
    [],
  ],
  [
    "a body of 300 KB",
    "POST",
    "/v1/customers",
    { as: agent, body: { ...person, displayName: "x".repeat(300_000) } },
    "payload-too-large",
    [],
  ],
  [
    "a wrong type",
    "POST",
    "/v1/customers",
    { as: agent, body: { ...person, displayName: 7 } },
    "validation-failed",
    ["/displayName type"],
  ],
  [
    "a missing member",
    "POST",
    "/v1/customers",
    { as: agent, body: { kind: "person" } },
    "validation-failed",
    ["/displayName required"],
  ],
  [
    "an unknown member",
    "POST",
    "/v1/customers",
    { as: agent, body: { ...person, colour: "red" } },
    "validation-failed",
    ["/colour unknown-member"],
  ],
  [
    "several faults at once",
    "POST",
    "/v1/customers",
    { as: agent, body: { kind: "robot", displayName: "", tags: [""] } },
    "validation-failed",
    ["/kind enum", "/displayName too-short", "/tags/0 too-short"],
  ],
  [
    "a character no database keeps",
    "POST",
    "/v1/customers",
    { as: agent, body: { ...person, displayName: "a\u0000b" } },
    "validation-failed",
    ["/displayName pattern"],
  ],
  [
    "a parent that does not exist",
    "POST",
    "/v1/customers",
    { as: agent, body: { ...person, parentId: "none" } },
    "validation-failed",
    ["/parentId unknown-reference"],
  ],
  [
    "no key",
    "POST",
    "/v1/customers",
    { as: agent, body: person, key: null },
    "idempotency-key-missing",
    ["Idempotency-Key required"],
  ],
  [
    "a key that is too short",
    "POST",
    "/v1/customers",
    { as: agent, body: person, key: "1" },
    "invalid-parameter",
    ["Idempotency-Key too-short"],
  ],
  [
    "a limit that is no number",
    "GET",
    "/v1/customers?limit=ten",
    { as: agent },
    "invalid-parameter",
    ["limit type"],
  ],
  [
    "a limit that is too large",
    "GET",
    "/v1/customers?limit=1000",
    { as: agent },
    "invalid-parameter",
    ["limit too-large"],
  ],
  [
    "a sort that is not offered",
    "GET",
    "/v1/customers?sort=shoeSize",
    { as: agent },
    "invalid-parameter",
    ["sort enum"],
  ],
  [
    "an unknown parameter",
    "GET",
    "/v1/customers?colour=red",
    { as: agent },
    "invalid-parameter",
    ["colour unknown-member"],
  ],
  [
    "an unknown state",
    "GET",
    "/v1/service-requests?state=resolved,asleep",
    { as: agent },
    "invalid-parameter",
    ["state enum"],
  ],
  [
    "an instant that is none",
    "GET",
    "/v1/service-requests?createdAfter=yesterday",
    { as: agent },
    "invalid-parameter",
    ["createdAfter format"],
  ],
  ["a cursor made up", "GET", "/v1/customers?cursor=abc", { as: agent }, "invalid-cursor", ["cursor format"]],
  ["a feed cursor made up", "GET", "/v1/changes?after=abc", {}, "invalid-cursor", ["after format"]],
  ["a feed cursor of another database", "GET", "/v1/changes?after=999999", {}, "cursor-expired", []],
  [
    "an id with a zero byte",
    "GET",
    "/v1/customers/a%00b",
    { as: agent },
    "invalid-parameter",
    ["id pattern"],
  ],
  [
    "an id that is too long",
    "GET",
    `/v1/customers/${"a".repeat(65)}`,
    { as: agent },
    "invalid-parameter",
    ["id too-long"],
  ],
  ["an id of nothing", "GET", "/v1/customers/none", { as: agent }, "not-found", []],
  ["nobody signed in", "GET", "/v1/customers", {}, "unauthenticated", []],
  [
    "a token that is none",
    "GET",
    "/v1/customers",
    { headers: { Authorization: "Bearer a.b.c" } },
    "unauthenticated",
    [],
  ],
  [
    "another scheme",
    "GET",
    "/v1/customers",
    { headers: { Authorization: "Basic YTpi" } },
    "unauthenticated",
    [],
  ],
  [
    "a customer in the staff's place",
    "POST",
    "/v1/customers",
    { as: customer("x"), body: person },
    "forbidden",
    [],
  ],
  [
    "a kind a guest may not submit",
    "POST",
    "/v1/service-requests",
    { body: { kind: "application", title: "x" } },
    "validation-failed",
    ["/kind not-allowed"],
  ],
  [
    "a kind nobody knows",
    "POST",
    "/v1/service-requests",
    { body: { kind: "wish", title: "x" } },
    "validation-failed",
    ["/kind enum"],
  ],
  [
    "a missing field of the kind",
    "POST",
    "/v1/service-requests",
    { body: fault },
    "validation-failed",
    ["/customFields/faultType required"],
  ],
  [
    "a field of another kind",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, customFields: { faultType: "meter", remedy: "x" } } },
    "validation-failed",
    ["/customFields/remedy unknown-member"],
  ],
  [
    "no place where one is needed",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, ...faultFields, location: undefined } },
    "validation-failed",
    ["/location required"],
  ],
  [
    "nobody to call back",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, ...faultFields, requester: {} } },
    "validation-failed",
    ["/requester/phone required"],
  ],
  [
    "an anonymous fault",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, ...faultFields, anonymous: true } },
    "validation-failed",
    ["/anonymous not-allowed"],
  ],
  [
    "a guest's priority",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, ...faultFields, priority: "critical" } },
    "validation-failed",
    ["/priority not-allowed"],
  ],
  [
    "a file that was never sent",
    "POST",
    "/v1/service-requests",
    { body: { ...fault, ...faultFields, attachmentIds: ["none"] } },
    "validation-failed",
    ["/attachmentIds/0 unknown-reference"],
  ],
  [
    "a file without a name",
    "POST",
    "/v1/attachments",
    { body: Uint8Array.from([1]), headers: { "Content-Type": "image/png" } },
    "invalid-parameter",
    ["Content-Disposition required"],
  ],
  [
    "a file that is not what it says",
    "POST",
    "/v1/attachments",
    {
      body: "<html>",
      headers: { "Content-Type": "image/png", "Content-Disposition": "attachment; filename=a.png" },
    },
    "unsupported-media-type",
    [],
  ],
  [
    "a file of a type that is not taken",
    "POST",
    "/v1/attachments",
    {
      body: "<html>",
      headers: { "Content-Type": "text/html", "Content-Disposition": "attachment; filename=a.html" },
    },
    "unsupported-media-type",
    [],
  ],
  [
    "a file that is too large",
    "POST",
    "/v1/attachments",
    {
      body: new Uint8Array(10 * 1024 * 1024 + 1),
      headers: { "Content-Type": "text/plain", "Content-Disposition": "attachment; filename=a.txt" },
    },
    "payload-too-large",
    [],
  ],
];

describe("bad input changes nothing and is told what is wrong:", () => {
  it.each(cases)("%s", async (_what, method, path, options, code, where) => {
    const before = await everything();
    const { status, body, headers } = await server.call(method, path, options);
    expect({ code: body.code, where: codesOf(body) }).toEqual({ code, where });
    expect(body).toMatchObject({ type: problemType(code as keyof typeof problems), status });
    expect(status).toBe(problems[code as keyof typeof problems].status);
    expect(headers.get("Content-Type")).toBe("application/problem+json");
    expect(headers.get("Request-Id")).toBe(body.requestId);
    expect(await everything()).toEqual(before);
  });

  it("a stale and a missing validator", async () => {
    const path = `/v1/customers/${ada}`;
    const stale = { as: agent, body: { displayName: "B" }, headers: { "If-Match": '"stale"' } };
    expect(await server.call("PATCH", path, stale)).toMatchObject({
      status: 412,
      body: { code: "precondition-failed" },
    });
    const missing = await server.call("PATCH", path, { as: agent, body: { displayName: "B" } });
    expect(missing).toMatchObject({
      status: 428,
      body: { errors: [{ header: "If-Match", code: "required" }] },
    });
    const empty = { as: agent, body: {}, headers: { "If-Match": etag } };
    expect(await server.call("PATCH", path, empty)).toMatchObject({
      status: 422,
      body: { errors: [{ code: "too-few" }] },
    });
    expect((await server.call("GET", path, { as: agent })).headers.get("ETag")).toBe(etag);
  });

  it("a token that has expired", async () => {
    const token = await signToken(agent, secret, 60);
    const then = server.clock.now;
    server.clock.now = new Date(Date.now() + 3600_000);
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await server.call("GET", "/v1/customers", { headers });
    server.clock.now = then;
    expect(answer).toMatchObject({ status: 401, body: { code: "token-expired" } });
    expect(answer.headers.get("WWW-Authenticate")).toContain("Bearer");
  });

  it("a token signed by somebody else", async () => {
    const token = await signToken(
      agent,
      new TextEncoder().encode("another secret of the same length or so"),
      60,
    );
    const headers = { Authorization: `Bearer ${token}` };
    expect(await server.call("GET", "/v1/customers", { headers })).toMatchObject({ status: 401 });
  });

  it("a cursor of another filter, sort or list", async () => {
    for (const name of ["B", "C"])
      await server.call("POST", "/v1/customers", { as: agent, body: { kind: "person", displayName: name } });
    const { body } = await server.call("GET", "/v1/customers?limit=1", { as: agent });
    const cursor = body.page.nextCursor;
    expect(await server.call("GET", `/v1/customers?limit=2&cursor=${cursor}`, { as: agent })).toMatchObject({
      status: 200,
    });
    for (const path of [
      `/v1/customers?kind=person&cursor=${cursor}`,
      `/v1/customers?sort=-createdAt&cursor=${cursor}`,
      `/v1/contacts?cursor=${cursor}`,
      `/v1/customers?cursor=${cursor.slice(0, -4)}`,
    ])
      expect(await server.call("GET", path, { as: agent })).toMatchObject({
        status: 400,
        body: { code: "invalid-cursor" },
      });
  });

  it("a key used for something else", async () => {
    const key = randomUUID();
    await server.call("POST", "/v1/customers", { as: agent, key, body: person });
    const other = await server.call("POST", "/v1/customers", {
      as: agent,
      key,
      body: { ...person, displayName: "Other" },
    });
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency-mismatch" } });
  });

  it("tells a wrong method which ones are right", async () => {
    const answer = await server.call("PATCH", "/v1/customers", { as: agent });
    expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST");
  });
});

describe("across origins", () => {
  it("only the portals on the list may read an answer", async () => {
    const from = (Origin: string) => server.call("GET", "/v1/capabilities", { headers: { Origin } });
    const ours = await from("https://portal.example");
    expect(ours.headers.get("Access-Control-Allow-Origin")).toBe("https://portal.example");
    expect(ours.headers.get("Access-Control-Expose-Headers")).toContain("ETag");
    expect((await from("https://elsewhere.example")).headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("a portal can read a problem, too", async () => {
    const answer = await server.call("GET", "/v1/customers", {
      headers: { Origin: "https://portal.example" },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("https://portal.example");
  });
});

it("gives the caller's own request id back", async () => {
  const answer = await server.call("GET", "/v1/me", { headers: { "Request-Id": "portal-12345678" } });
  expect(answer.headers.get("Request-Id")).toBe("portal-12345678");
});

async function everything() {
  const { db } = server;
  return [await db.$count(customers), await db.$count(serviceRequests), await db.$count(changes)];
}
