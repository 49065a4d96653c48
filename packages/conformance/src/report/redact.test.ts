import { describe, expect, test } from "vitest";
import { exchangeOf } from "../testing/samples.js";
import { conceal, redactBody, redactHeaders, redactTarget } from "./redact.js";

const json = "application/json";
const redacted = (body: unknown, mediaType = json): unknown =>
  JSON.parse(redactBody(JSON.stringify(body), mediaType));

describe("an answer", () => {
  test("shows codes, ids and times, and hides what is about people", () => {
    const customer = {
      id: "7f3a",
      kind: "person",
      displayName: "王芳",
      contactPoints: [{ id: "1", type: "mobile", value: "13800135678", primary: true }],
      location: { latitude: 31.2 },
      createdAt: "2026-05-04T08:00:00Z",
    };
    expect(redacted({ data: [customer], page: { nextCursor: null } })).toEqual({
      data: [
        {
          ...customer,
          displayName: "…",
          contactPoints: [{ id: "1", type: "mobile", value: "…", primary: true }],
          location: { latitude: 0 },
        },
      ],
      page: { nextCursor: null },
    });
  });

  test("hides what the contract does not know, and everything below it", () => {
    expect(redacted({ id: "1", taxNumber: "91310", family: { kind: "married", id: "x" } })).toEqual({
      id: "1",
      taxNumber: "…",
      family: { kind: "…", id: "…" },
    });
    expect(redacted({ customFields: { kind: "gas" }, tags: ["vip"] })).toEqual({
      customFields: { kind: "…" },
      tags: ["…"],
    });
  });

  test("shows what the kit made, told by its tag", () => {
    const displayName = "kit:mwr1jp4j1adegli 江南样品";
    expect(redacted({ displayName })).toEqual({ displayName });
  });

  test("shows what a problem says, and hides the record it carries", () => {
    const problem = { title: "Stale", detail: "It has changed.", errors: [{ pointer: "/title" }] };
    expect(redacted({ ...problem, current: { displayName: "王芳" } }, "application/problem+json")).toEqual({
      ...problem,
      current: { displayName: "…" },
    });
  });

  test("shows what is said of the backend itself", () => {
    const text = '{"name":"Reference backend","limits":{"maxUrges":3}}';
    expect(redactBody(text, json, "getCapabilities")).toBe(text);
  });

  test("leaves out what is no JSON, and what is too long", () => {
    expect(redactBody("<h1>王芳</h1>", "text/html")).toBe("(11 characters of text/html)");
    expect(redactBody("{王芳", json)).toBe("(3 characters of application/json)");
    const long = redactBody(JSON.stringify({ ids: Array(2000).fill("abc") }), json);
    expect(long.length).toBeLessThan(4100);
    expect(long).toMatch(/… \(\d+ characters\)$/);
  });
});

describe("a header", () => {
  test("of the protocol is shown, another one is not", () => {
    const headers = { etag: '"1"', "request-id": "r-1", "x-user": "wang", "content-disposition": "王芳.pdf" };
    expect(redactHeaders(headers)).toEqual({
      etag: '"1"',
      "request-id": "r-1",
      "x-user": "…",
      "content-disposition": "…",
    });
  });
});

describe("a target", () => {
  test("hides the words that were searched for, unless they are the kit's, and survives broken ones", () => {
    expect(redactTarget("/v1/customers?limit=2&q=%E7%8E%8B")).toBe("/v1/customers?limit=2&q=…");
    expect(redactTarget("/v1/customers?q=kit%3Amwr1jp4j")).toBe("/v1/customers?q=kit%3Amwr1jp4j");
    expect(redactTarget("/v1/customers?q=%E7%")).toBe("/v1/customers?q=…");
  });
});

describe("a message", () => {
  const seen = exchangeOf({ answer: { id: "7f", displayName: "王芳", comment: "on" } });

  test("does not quote what is personal in the answers", () => {
    expect(conceal('the name is "王芳"; expected "李"', [seen])).toBe('the name is "…"; expected "李"');
    expect(conceal("GET /v1/customers?q=%E7%8E%8B as agent → 200 lists 王芳", [seen])).toBe(
      "GET /v1/customers?q=… as agent → 200 lists …",
    );
  });

  test("does not quote it where it was cut short", () => {
    const long = "电费账单有误".repeat(40);
    const told = conceal(`the title is "${long.slice(0, 160)}…`, [exchangeOf({ answer: { title: long } })]);
    expect(told).toBe('the title is "…');
  });

  test("keeps ids, words that only look alike, and what the kit sent itself", () => {
    expect(conceal("7f has none of one; expected more", [seen])).toBe("7f has none of one; expected more");
    const echoed = exchangeOf({ body: '{"phone":"138 0013 8000"}', answer: { phone: "138 0013 8000" } });
    expect(conceal("phone is 138 0013 8000", [echoed])).toBe("phone is 138 0013 8000");
  });
});
