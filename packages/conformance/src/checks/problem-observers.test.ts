import { describe, expect, it } from "vitest";
import type { Exchange } from "../http/exchange.js";
import { problemObservers } from "./problem-observers.js";

const sound = {
  type: "urn:portico:problem:not-found",
  title: "There is nothing here for the caller",
  status: 404,
  code: "not-found",
  requestId: "r-1",
  retryable: false,
};

function exchange(
  body: unknown,
  { status = 404, target = "/v1/customers/1", type = "application/problem+json" } = {},
) {
  const text = JSON.stringify(body);
  const headers = new Headers({ "Content-Type": type, "Request-Id": "r-1" });
  const bytes = new TextEncoder().encode(text);
  return {
    caller: "agent",
    operation: "getCustomer",
    request: { method: "GET", target, headers: {}, body: undefined },
    response: { status, headers, text, bytes, json: JSON.parse(text) },
    failure: undefined,
    startedAt: new Date(0),
    milliseconds: 1,
  } satisfies Exchange;
}

const brokenBy = (given: Exchange): string[] =>
  problemObservers.flatMap((observer) => observer.faults(given)).map(({ requirement }) => requirement);

it("finds nothing wrong with a problem as the contract describes it", () => {
  expect(brokenBy(exchange(sound))).toEqual([]);
});

it.each([
  ["plain JSON", exchange(sound, { type: "application/json" }), "CRM-ERR-001"],
  ["a problem without a title", exchange({ ...sound, title: undefined }), "CRM-ERR-001"],
  ["a type of another code", exchange({ ...sound, type: "about:blank" }), "CRM-ERR-002"],
  ["another status than the answer's", exchange({ ...sound, status: 400 }), "CRM-ERR-002"],
  [
    "another status than the catalogue's",
    exchange({ ...sound, status: 410 }, { status: 410 }),
    "CRM-ERR-002",
  ],
  ["another request id", exchange({ ...sound, requestId: "r-2" }), "CRM-ERR-003"],
  ["a retry that leads nowhere", exchange({ ...sound, retryable: true }), "CRM-ERR-004"],
])("finds %s", (_, given, requirement) => {
  expect(brokenBy(given)).toContain(requirement);
});

describe("what a problem shows of the inside", () => {
  const showing = (detail: string, target?: string) =>
    brokenBy(exchange({ ...sound, detail }, target === undefined ? {} : { target })).includes("CRM-ERR-016");

  it.each([
    "TypeError: x is undefined\n    at find (file:///srv/crm/dist/find.js:10:5)",
    'Traceback (most recent call last):\n  File "find.py", line 3',
    "at com.example.Finder.find(Finder.java:41)",
    "select id from customers where id = $1",
    'insert or update on table "contacts" violates foreign-key constraint',
    "no such file: /var/lib/crm/customers.db",
  ])("is found in %s", (detail) => {
    expect(showing(detail)).toBe(true);
  });

  it.each([
    "Nobody answers before 10:30 at the earliest; select another day from the list.",
    "The file photo.jpg is not there.",
    "It must be one of /title and /description.",
  ])("is not found in %s", (detail) => {
    expect(showing(detail)).toBe(false);
  });

  it("is not what the caller sent itself", () => {
    const sent = "select a from b where c";
    expect(showing(`Nothing matches ${sent}.`, `/v1/customers?q=${encodeURIComponent(sent)}`)).toBe(false);
  });
});

it("takes `unsupported` for an answer and every other failure of the server for a fault", () => {
  const failed = {
    ...sound,
    type: "urn:portico:problem:internal",
    code: "internal",
    status: 500,
    retryable: true,
  };
  const refused = { ...sound, type: "urn:portico:problem:unsupported", code: "unsupported", status: 501 };
  expect(brokenBy(exchange(failed, { status: 500 }))).toEqual(["CRM-ERR-010"]);
  expect(brokenBy(exchange(refused, { status: 501 }))).toEqual([]);
  const lost: Exchange = { ...exchange(sound), response: undefined, failure: "ECONNRESET" };
  expect(brokenBy(lost)).toEqual(["CRM-ERR-010"]);
});
