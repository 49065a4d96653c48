import { describe, expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../openapi.js";
import { type Change, compareDocuments } from "./index.js";

type Json = Schema & Record<string, unknown>;

const components = {
  Text: { type: "string" },
  Short: { type: "string", maxLength: 9 },
  Tree: { type: "object", properties: { parent: { $ref: "#/components/schemas/Tree" } } },
  DeepTree: {
    type: "object",
    properties: { parent: { $ref: "#/components/schemas/DeepTree" }, depth: { type: "integer" } },
  },
  Base: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
} satisfies Record<string, Json>;

/** A document that takes the schema in the body of a request, or answers with it. */
function documentWith(schema: Json, direction: "request" | "response"): OpenApiDocument {
  const content = { "application/json": { schema } };
  return {
    openapi: "3.1.0",
    info: { title: "Notes", version: "1.0.0" },
    paths: {
      "/v1/notes": {
        post: {
          operationId: "createNote",
          "x-profile": "core",
          "x-principals": ["agent"],
          ...(direction === "request" ? { requestBody: { content } } : {}),
          responses: { 201: direction === "response" ? { content } : {} },
        },
      },
    },
    components: { schemas: components },
  };
}

function changes(released: Json, current: Json, direction: "request" | "response"): Change[] {
  return compareDocuments(documentWith(released, direction), documentWith(current, direction));
}

/** `breaking` when anything breaks, `none` when nothing changed. */
function impactOf(released: Json, current: Json, direction: "request" | "response"): string {
  const impacts = changes(released, current, direction).map(({ impact }) => impact);
  return impacts.find((impact) => impact === "breaking") ?? impacts[0] ?? "none";
}

const ref = (name: keyof typeof components): Json => ({ $ref: `#/components/schemas/${name}` });
const text: Json = { type: "string" };
const object = (properties: Record<string, Json>, more: Json = {}): Json => ({
  type: "object",
  properties,
  ...more,
});

/** Changes that allow less: they break requests. Turned round they allow more and break responses. */
const narrowings: [what: string, wider: Json, narrower: Json][] = [
  ["a type of several", { type: ["string", "integer"] }, { type: "string" }],
  ["null", { type: ["string", "null"] }, text],
  ["null beside a reference", { anyOf: [ref("Text"), { type: "null" }] }, ref("Text")],
  ["any type but one", {}, text],
  ["a fraction", { type: "number" }, { type: "integer" }],
  ["an alternative", { anyOf: [text, object({ a: text })] }, { anyOf: [text] }],
  ["one of two alternatives", { oneOf: [{ const: "a" }, { const: "b" }] }, { const: "a" }],
  ["texts of no format", text, { type: "string", format: "date" }],
  ["texts of no pattern", text, { type: "string", pattern: "^a" }],
  ["short texts", { type: "string", minLength: 1 }, { type: "string", minLength: 2 }],
  ["empty texts", text, { type: "string", minLength: 1 }],
  ["long texts", { type: "string", maxLength: 9 }, { type: "string", maxLength: 8 }],
  ["small numbers", { type: "integer", minimum: 0 }, { type: "integer", minimum: 1 }],
  ["large numbers", { type: "integer", maximum: 9 }, { type: "integer", maximum: 8 }],
  ["numbers below", { type: "number" }, { type: "number", exclusiveMinimum: 0 }],
  ["numbers above", { type: "number", exclusiveMaximum: 9 }, { type: "number", exclusiveMaximum: 8 }],
  ["odd numbers", { type: "integer" }, { type: "integer", multipleOf: 2 }],
  ["short lists", { type: "array" }, { type: "array", minItems: 1 }],
  ["long lists", { type: "array", maxItems: 9 }, { type: "array", maxItems: 8 }],
  ["lists with doubles", { type: "array" }, { type: "array", uniqueItems: true }],
  ["small objects", { type: "object" }, { type: "object", minProperties: 1 }],
  ["large objects", { type: "object" }, { type: "object", maxProperties: 1 }],
  ["an exception", text, { type: "string", not: { const: "a" } }],
  ["a value of a closed set", { enum: ["a", "b"] }, { enum: ["a"] }],
  ["all values but a few", text, { type: "string", enum: ["a"] }],
  ["all values but one", text, { type: "string", const: "a" }],
  ["an object without a member", object({ a: text }), object({ a: text }, { required: ["a"] })],
  ["items of any kind", { type: "array" }, { type: "array", items: text }],
  ["long items", { type: "array", items: text }, { type: "array", items: ref("Short") }],
  ["long members", object({ a: text }), object({ a: ref("Short") })],
  ["long members without a name", { additionalProperties: text }, { additionalProperties: ref("Short") }],
  [
    "members of any kind",
    { type: "object", additionalProperties: true },
    { type: "object", additionalProperties: text },
  ],
];

describe("a request", () => {
  test.each(narrowings)("breaks when it may no longer hold %s", (_, wider, narrower) => {
    expect(impactOf(wider, narrower, "request")).toBe("breaking");
  });

  test.each(narrowings)("does not break when it may now hold %s", (_, wider, narrower) => {
    expect(impactOf(narrower, wider, "request")).toBe("compatible");
  });
});

describe("a response", () => {
  test.each(narrowings)("does not break when it no longer holds %s", (_, wider, narrower) => {
    expect(impactOf(wider, narrower, "response")).toBe("compatible");
  });

  test.each(narrowings)("breaks when it may now hold %s", (_, wider, narrower) => {
    expect(impactOf(narrower, wider, "response")).toBe("breaking");
  });
});

test.each<[what: string, released: Json, current: Json, request: string, response: string]>([
  ["another type", text, { type: "boolean" }, "breaking", "breaking"],
  [
    "another format",
    { type: "string", format: "date" },
    { type: "string", format: "time" },
    "breaking",
    "breaking",
  ],
  [
    "another pattern",
    { type: "string", pattern: "a" },
    { type: "string", pattern: "b" },
    "breaking",
    "breaking",
  ],
  ["another constant", { const: "a" }, { const: "b" }, "breaking", "breaking"],
  [
    "another step",
    { type: "integer", multipleOf: 2 },
    { type: "integer", multipleOf: 3 },
    "breaking",
    "breaking",
  ],
  ["a member less", object({ a: text, b: text }), object({ a: text }), "breaking", "breaking"],
  ["a member more", object({ a: text }), object({ a: text, b: text }), "compatible", "compatible"],
  [
    "a required member more",
    object({ a: text }),
    object({ a: text, b: text }, { required: ["b"] }),
    "breaking",
    "compatible",
  ],
  [
    "other members refused",
    object({}),
    object({}, { additionalProperties: false }),
    "breaking",
    "compatible",
  ],
  [
    "other members taken",
    object({}, { additionalProperties: false }),
    object({}),
    "compatible",
    "compatible",
  ],
  ["another default", { default: 1 }, { default: 2 }, "breaking", "compatible"],
  ["a default less", { default: 1 }, {}, "breaking", "compatible"],
  ["a default more", {}, { default: 1 }, "compatible", "compatible"],
  [
    "a known value more",
    { "x-extensible-enum": ["a"] },
    { "x-extensible-enum": ["a", "b"] },
    "compatible",
    "compatible",
  ],
  [
    "a known value less",
    { "x-extensible-enum": ["a", "b"] },
    { "x-extensible-enum": ["a"] },
    "breaking",
    "compatible",
  ],
  [
    "an open set that closes",
    { type: "string", "x-extensible-enum": ["a"] },
    { type: "string", enum: ["a"] },
    "breaking",
    "compatible",
  ],
  [
    "a closed set that opens",
    { type: "string", enum: ["a"] },
    { type: "string", "x-extensible-enum": ["a", "b"] },
    "compatible",
    "breaking",
  ],
  ["a member more deep in a recursive schema", ref("Tree"), ref("DeepTree"), "compatible", "compatible"],
])("%s: what it means in a request and in a response", (_, released, current, request, response) => {
  expect(impactOf(released, current, "request")).toBe(request);
  expect(impactOf(released, current, "response")).toBe(response);
});

test.each<[what: string, released: Json, current: Json]>([
  ["moved behind a reference", text, ref("Text")],
  ["written out instead of referred to", ref("Short"), { type: "string", maxLength: 9 }],
  ["described otherwise", text, { type: "string", description: "Words.", title: "Text", examples: ["a"] }],
  ["put into a one-part allOf", text, { allOf: [ref("Text")] }],
  [
    "composed instead of written out",
    object({ a: text, b: text }, { required: ["a"] }),
    { allOf: [ref("Base"), { properties: { b: text } }] },
  ],
  [
    "nullable in another style",
    { type: ["string", "null"], maxLength: 9 },
    { anyOf: [{ type: "null" }, ref("Short")] },
  ],
  ["a constant instead of a set of one", { enum: ["a"] }, { type: "string", const: "a" }],
  ["a set in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
  ["required members in another order", { required: ["a", "b"] }, { required: ["b", "a"] }],
  [
    "alternatives in another order",
    { anyOf: [{ const: 1 }, { const: "a" }] },
    { anyOf: [{ const: "a" }, { const: 1 }] },
  ],
  ["a limit that limits nothing", { type: "array" }, { type: "array", minItems: 0, uniqueItems: false }],
  ["anything, said in a word", { type: "object" }, { type: "object", additionalProperties: true }],
  [
    "composed, with a member that both parts name",
    object({ a: ref("Short") }, { required: ["a"] }),
    object({ a: ref("Short") }, { allOf: [ref("Base")] }),
  ],
  [
    "a set without values of another type",
    { type: "integer", enum: [1, 1.5] },
    { type: "integer", enum: [1] },
  ],
  ["recursive and unchanged", ref("Tree"), ref("Tree")],
  ["a reference with a stray per cent sign", { $ref: "#/paths/%" }, { $ref: "#/paths/%" }],
  ["a reference to itself", { $ref: "#/paths" }, { $ref: "#/paths" }],
])("a schema %s has not changed", (_, released, current) => {
  expect(impactOf(released, current, "request")).toBe("none");
  expect(impactOf(released, current, "response")).toBe("none");
});

test("a change is told with its place and in a sentence", () => {
  const released = object({ a: { type: "string", maxLength: 9 }, b: text });
  const current = object({ a: { type: "string", maxLength: 8 } });
  const schema = "/paths/~1v1~1notes/post/requestBody/content/application~1json/schema";
  expect(changes(released, current, "request")).toEqual([
    {
      impact: "breaking",
      pointer: `${schema}/properties/a/maxLength`,
      text: "In requests, `maxLength` was `9` and is now `8`.",
    },
    {
      impact: "breaking",
      pointer: `${schema}/properties/b`,
      text: "In requests, the member `b` was removed.",
    },
  ]);
});

test("a change in a shared schema is told once, at its own place", () => {
  const released = documentWith(object({ a: ref("Text"), b: ref("Text") }), "response");
  const current = structuredClone(released);
  current.components.schemas.Text = { type: ["string", "null"] };
  expect(compareDocuments(released, current)).toEqual([
    {
      impact: "breaking",
      pointer: "/components/schemas/Text",
      text: "In responses, a value can now be null.",
    },
  ]);
});
