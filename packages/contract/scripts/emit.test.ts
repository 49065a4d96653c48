import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../src/openapi.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitSchemas } from "./emit-schemas.ts";
import { emitTypes } from "./emit-types.ts";
import { emitValues } from "./emit-values.ts";

const documentOf = (schemas: Record<string, Schema>): OpenApiDocument => ({
  openapi: "3.1.0",
  info: { title: "Notes", version: "1.0.0" },
  paths: {},
  components: { schemas },
});

// What the emitter writes for one schema, without the marks for bundlers.
function emitSchema(schemas: Record<string, Schema>, name: string): string | undefined {
  const text = emitSchemas(documentOf(schemas)).replaceAll("/* @__PURE__ */ ", "").replaceAll(/\n */g, " ");
  return text.match(new RegExp(`export const ${name}: z\\.ZodMiniType<models\\.${name}> = (.*?);`))?.[1];
}

test("an open enum completes its values and takes any other", async () => {
  const types = await emitTypes(
    documentOf({ Kind: { type: "string", "x-extensible-enum": ["idea", "task"] } }),
  );
  expect(types).toContain('Kind: "idea" | "task" | (string & {});');
});

test("an open enum that may be null says so", async () => {
  const kind = { type: ["string", "null"], "x-extensible-enum": ["idea"] };
  expect(await emitTypes(documentOf({ Kind: kind }))).toMatch(
    /Kind: \(?"idea" \| \(string & \{\}\)\)? \| null;/,
  );
});

test("the values of open and closed sets are listed", () => {
  const schemas = {
    NoteKind: { type: "string", "x-extensible-enum": ["idea", "task"] },
    Size: { type: "string", enum: ["s", "l"] },
    Text: { type: "string" },
  };
  expect(emitValues(documentOf(schemas))).toBe(
    'export const noteKindValues = ["idea","task"] as const;\nexport const sizeValues = ["s","l"] as const;',
  );
});

test.each<[what: string, schema: Schema, expected: string]>([
  ["a text of any form", { type: "string", format: "uri" }, "z.string()"],
  ["an open enum", { type: "string", "x-extensible-enum": ["a"] }, "z.string()"],
  ["a closed enum", { type: "string", enum: ["a", "b"] }, 'z.literal(["a","b"])'],
  ["a constant", { const: "1.0" }, 'z.literal("1.0")'],
  ["an integer", { type: "integer" }, "z.number()"],
  ["a text or null", { type: ["string", "null"] }, "z.nullable(z.string())"],
  ["one of two", { anyOf: [{ type: "string" }, { type: "number" }] }, "z.union([z.string(), z.number()])"],
  [
    "one of two or null",
    { anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] },
    "z.nullable(z.union([z.string(), z.number()]))",
  ],
  ["nothing said", {}, "z.unknown()"],
  ["a list", { type: "array", items: { type: "boolean" } }, "z.array(z.boolean())"],
  ["a map", { type: "object", additionalProperties: { type: "number" } }, "z.record(z.string(), z.number())"],
  ["any object", { type: "object", additionalProperties: true }, "z.looseObject({})"],
  [
    "an object that refuses strangers in requests",
    {
      type: "object",
      required: ["a"],
      additionalProperties: false,
      properties: { a: { type: "string" }, b: { type: "string" } },
    },
    'z.looseObject({ "a": z.string(), "b": z.exactOptional(z.string()), })',
  ],
  [
    "an object with a rest",
    { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "string" } },
    'z.catchall(z.object({ "a": z.exactOptional(z.string()), }), z.string())',
  ],
])("%s has a tolerant schema", (_, schema, expected) => {
  expect(emitSchema({ It: schema }, "It")).toBe(expected);
});

test("a schema stands after those it refers to", () => {
  const text = emitSchemas(documentOf({ A: { $ref: "#/components/schemas/B" }, B: { type: "string" } }));
  expect(text.indexOf("export const B")).toBeLessThan(text.indexOf("export const A"));
});

test("a schema may contain itself", () => {
  const tree: Schema = { type: "object", properties: { parent: { $ref: "#/components/schemas/Tree" } } };
  expect(emitSchema({ Tree: tree }, "Tree")).toBe(
    'z.looseObject({ "parent": z.exactOptional(z.lazy(() => Tree)), })',
  );
});

test("an extended schema has the members of both", () => {
  const base: Schema = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
  const extended: Schema = {
    allOf: [
      { $ref: "#/components/schemas/Base" },
      { required: ["text"], properties: { text: { type: "string" } } },
    ],
  };
  expect(emitSchema({ Base: base, Note: extended }, "Note")).toBe(
    'z.looseObject({ "id": z.string(), "text": z.string(), })',
  );
});

test("an operation is described by what a client must know before it sends", () => {
  const document = documentOf({});
  document.paths["/v1/notes"] = {
    post: {
      operationId: "createNote",
      "x-profile": "core",
      "x-principals": ["agent"],
      "x-idempotent": true,
      responses: { 201: {}, default: {} },
    },
  };
  expect(emitOperations(document)).toContain(
    'createNote: {"method":"POST","path":"/v1/notes","profile":"core","principals":["agent"],"idempotent":true,"paginate":false,"successStatus":201},',
  );
});
