import { describe, expect, it } from "vitest";
import { instantsIn, isUtcInstant, sortKeyOf } from "./instants.js";

it("finds the instants of a value where its schema says they are, at any depth", () => {
  const schema = {
    type: "object",
    properties: {
      at: { $ref: "#/components/schemas/Timestamp" },
      marks: { anyOf: [{ $ref: "#/components/schemas/RequestMarks" }, { type: "null" }] },
      promises: { type: "array", items: { $ref: "#/components/schemas/ServicePromise" } },
    },
  };
  const value = {
    at: "one",
    title: "2026-05-04T00:00:00+08:00",
    marks: { lastUrgedAt: "two" },
    promises: [{ dueAt: "three", metAt: null }],
  };
  expect([...instantsIn(schema, value)]).toEqual([
    { pointer: "/at", text: "one" },
    { pointer: "/marks/lastUrgedAt", text: "two" },
    { pointer: "/promises/0/dueAt", text: "three" },
  ]);
});

describe("an instant in UTC", () => {
  it.each(["2026-05-04T00:00:00Z", "2026-05-04T00:00:00.123456Z"])("is %s", (text) => {
    expect(isUtcInstant(text)).toBe(true);
  });

  it.each(["2026-05-04T00:00:00+00:00", "2026-05-04 00:00:00Z", "2026-05-04", "2026-13-04T00:00:00Z"])(
    "is not %s",
    (text) => {
      expect(isUtcInstant(text)).toBe(false);
    },
  );
});

it("orders instants of different precision", () => {
  const sorted = ["2026-05-04T00:00:00.12Z", "2026-05-04T00:00:00Z", "2026-05-04T00:00:00.119Z"].sort(
    (a, b) => ((sortKeyOf(a) ?? "") < (sortKeyOf(b) ?? "") ? -1 : 1),
  );
  expect(sorted).toEqual(["2026-05-04T00:00:00Z", "2026-05-04T00:00:00.119Z", "2026-05-04T00:00:00.12Z"]);
});
