import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "../document.js";
import type { OpenApiDocument } from "../openapi.js";
import { type Change, compareDocuments } from "./index.js";

type Node = Record<string, unknown>;

const notes: Node = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1.0.0" },
  security: [{}, { bearer: [] }],
  paths: {
    "/v1/notes": {
      parameters: [{ $ref: "#/components/parameters/Locale" }],
      get: {
        operationId: "listNotes",
        "x-profile": "core",
        "x-principals": ["guest", "agent"],
        "x-paginate": true,
        "x-problems": ["forbidden"],
        parameters: [
          { name: "kind", in: "query", schema: { type: "array", items: { type: "string" } } },
          { name: "Since", in: "header", required: true, schema: { type: "string" } },
        ],
        responses: {
          200: {
            headers: {
              ETag: { required: true, schema: { type: "string" } },
              Age: { schema: { type: "integer" } },
            },
            content: { "application/json": { schema: { type: "array" } }, "text/csv": { schema: {} } },
          },
          304: {},
        },
      },
      post: {
        operationId: "createNote",
        "x-profile": "core",
        "x-principals": ["agent"],
        "x-idempotent": true,
        security: [{ bearer: ["write"] }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { type: "object" } }, "text/plain": { schema: {} } },
        },
        responses: { 201: {} },
      },
    },
    "/v1/notes/{id}": {
      get: {
        operationId: "getNote",
        "x-profile": "core",
        "x-principals": ["agent"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 200: {} },
      },
    },
  },
  components: {
    parameters: { Locale: { name: "locale", in: "query", schema: { type: "string" } } },
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    schemas: {},
  },
};

const list = ["paths", "/v1/notes", "get"];
const create = ["paths", "/v1/notes", "post"];
const read = ["paths", "/v1/notes/{id}", "get"];
const answer = [...list, "responses", "200"];

function at(node: Node, path: string[]): Node {
  return path.reduce((parent, key) => parent[key] as Node, node);
}

/** The document with the value at the path replaced, or taken out when `undefined`. */
function having(path: string[], value: unknown): OpenApiDocument {
  const document = structuredClone(notes);
  const parent = at(document, path.slice(0, -1));
  const key = String(path.at(-1));
  if (value === undefined) delete parent[key];
  else parent[key] = value;
  return document as unknown as OpenApiDocument;
}

const sound = notes as unknown as OpenApiDocument;
const told = (changes: Change[]) => changes.map(({ impact, text }) => `${impact}: ${text}`);

const parameters = (...more: Node[]) => [...(at(notes, list).parameters as Node[]), ...more];
const [kind = {}, since = {}] = parameters();

/** Each change made, and what it is called when it is made and when it is taken back. */
test.each<[what: string, path: string[], value: unknown, forth: string, back: string]>([
  [
    "a path",
    ["paths", "/v1/notes/{id}"],
    undefined,
    "breaking: The path /v1/notes/{id} was removed.",
    "compatible: The path /v1/notes/{id} was added.",
  ],
  [
    "an operation",
    create,
    undefined,
    "breaking: POST /v1/notes was removed.",
    "compatible: POST /v1/notes was added.",
  ],
  [
    "the id of an operation",
    [...list, "operationId"],
    "findNotes",
    "breaking: `operationId` was listNotes and is now findNotes.",
    "breaking: `operationId` was findNotes and is now listNotes.",
  ],
  [
    "the profile of an operation",
    [...list, "x-profile"],
    "voice",
    "breaking: `x-profile` was core and is now voice.",
    "breaking: `x-profile` was voice and is now core.",
  ],
  [
    "who may call",
    [...list, "x-principals"],
    ["agent"],
    "breaking: `x-principals` lost `guest`.",
    "compatible: `x-principals` gained `guest`.",
  ],
  [
    "the problems",
    [...list, "x-problems"],
    ["forbidden", "conflict"],
    "compatible: `x-problems` gained `conflict`.",
    "compatible: `x-problems` lost `conflict`.",
  ],
  [
    "pages",
    [...list, "x-paginate"],
    undefined,
    "breaking: `x-paginate` is no longer promised.",
    "compatible: `x-paginate` is now promised.",
  ],
  [
    "keys",
    [...create, "x-idempotent"],
    false,
    "breaking: `x-idempotent` is no longer promised.",
    "compatible: `x-idempotent` is now promised.",
  ],
  [
    "an optional parameter",
    [...list, "parameters"],
    parameters({ name: "q", in: "query" }),
    "compatible: The query parameter `q` was added.",
    "breaking: The query parameter `q` was removed.",
  ],
  [
    "a required parameter",
    [...list, "parameters"],
    parameters({ name: "q", in: "query", required: true }),
    "breaking: The required query parameter `q` was added.",
    "breaking: The query parameter `q` was removed.",
  ],
  [
    "a parameter of the whole path",
    ["paths", "/v1/notes", "parameters"],
    [{ $ref: "#/components/parameters/Locale" }, { name: "q", in: "query" }],
    "compatible: The query parameter `q` was added.",
    "breaking: The query parameter `q` was removed.",
  ],
  [
    "whether a parameter is required",
    [...list, "parameters"],
    [kind, { ...since, required: false }],
    "compatible: The header parameter `Since` is no longer required.",
    "breaking: The header parameter `Since` is now required.",
  ],
  [
    "how a list is written",
    [...list, "parameters"],
    [{ ...kind, explode: false }, since],
    "breaking: The query parameter `kind` is written in another way.",
    "breaking: The query parameter `kind` is written in another way.",
  ],
  [
    "the schema of a shared parameter",
    ["components", "parameters", "Locale", "schema"],
    { type: "string", maxLength: 9 },
    "breaking: In requests, `maxLength` was nothing and is now `9`.",
    "compatible: In requests, `maxLength` was `9` and is now nothing.",
  ],
  [
    "the body of a request",
    [...create, "requestBody"],
    undefined,
    "breaking: The request body was removed.",
    "breaking: A required request body was added.",
  ],
  [
    "whether a body is required",
    [...create, "requestBody", "required"],
    false,
    "compatible: The request body is no longer required.",
    "breaking: The request body is now required.",
  ],
  [
    "what a request is written in",
    [...create, "requestBody", "content", "text/plain"],
    undefined,
    "breaking: The media type text/plain was removed.",
    "compatible: The media type text/plain was added.",
  ],
  [
    "a response",
    [...list, "responses", "304"],
    undefined,
    "breaking: The response 304 was removed.",
    "compatible: The response 304 was added.",
  ],
  [
    "what a response is written in",
    [...answer, "content", "text/csv"],
    undefined,
    "breaking: The media type text/csv was removed.",
    "compatible: The media type text/csv was added.",
  ],
  [
    "a header",
    [...answer, "headers", "Age"],
    undefined,
    "breaking: The response header age was removed.",
    "compatible: The response header age was added.",
  ],
  [
    "whether a header is promised",
    [...answer, "headers", "ETag", "required"],
    false,
    "breaking: The response header etag is no longer promised.",
    "compatible: The response header etag is now promised.",
  ],
  [
    "the schema of a header",
    [...answer, "headers", "Age", "schema"],
    { type: "string" },
    "breaking: In responses, a value can now be a string.",
    "breaking: In responses, a value can now be an integer.",
  ],
  [
    "callers without a token",
    ["security"],
    [{ bearer: [] }],
    "breaking: Callers with no credentials are no longer let in.",
    "compatible: Callers with no credentials are now let in.",
  ],
  [
    "the scope of an operation",
    [...create, "security"],
    [{ bearer: ["write", "admin"] }],
    "breaking: Callers with bearer and bearer:write are no longer let in.",
    "compatible: Callers with bearer and bearer:write are now let in.",
  ],
  [
    "the kind of credentials",
    ["components", "securitySchemes", "bearer", "scheme"],
    "basic",
    "breaking: `scheme` of the security scheme bearer was bearer and is now basic.",
    "breaking: `scheme` of the security scheme bearer was basic and is now bearer.",
  ],
])("%s may change", (_, path, value, forth, back) => {
  expect(told(compareDocuments(sound, having(path, value)))).toContain(forth);
  expect(told(compareDocuments(having(path, value), sound))).toContain(back);
});

test.each<[what: string, current: OpenApiDocument]>([
  ["texts for people", having([...list, "summary"], "All of them.")],
  ["the version", having(["info", "version"], "2.0.0")],
  [
    "where a parameter is written",
    having([...list, "parameters"], parameters(at(notes, ["components", "parameters", "Locale"]))),
  ],
  ["the case of a header", having([...list, "parameters"], [kind, { ...since, name: "since" }])],
  [
    "the default style, spelled out",
    having([...list, "parameters"], [{ ...kind, style: "form", explode: true }, since]),
  ],
  [
    "a response moved behind a reference",
    having([...read, "responses", "200"], { $ref: "#/components/responses/Done" }),
  ],
])("%s is no change", (_, current) => {
  expect(compareDocuments(sound, current)).toEqual([]);
});

test("the name of a path parameter is no change", () => {
  const current = having(["paths", "/v1/notes/{id}"], undefined);
  current.paths["/v1/notes/{noteId}"] = {
    get: {
      ...at(notes, read),
      parameters: [{ name: "noteId", in: "path", required: true, schema: { type: "string" } }],
    },
  } as never;
  expect(compareDocuments(sound, current)).toEqual([]);
});

test("a parameter that is written in a media type is compared like any other", () => {
  const filter = (schema: Node) =>
    having(
      [...list, "parameters"],
      [{ name: "filter", in: "query", content: { "application/json": { schema } } }],
    );
  expect(told(compareDocuments(filter({ type: ["object", "null"] }), filter({ type: "object" })))).toEqual([
    "breaking: In requests, a value can no longer be null.",
  ]);
});

test.each([
  null,
  7,
  "notes",
  [],
  { paths: null },
  { paths: [null] },
  { paths: { "/v1/notes": { get: null } } },
])("what is no document is compared for what it lacks: %j", (nonsense) => {
  const changes = compareDocuments(sound, nonsense as never);
  expect(told(changes)).toContain("breaking: The path /v1/notes/{id} was removed.");
  expect(compareDocuments(nonsense as never, nonsense as never)).toEqual([]);
});

describe("the contract", () => {
  test("has not changed when compared with itself", () => {
    expect(compareDocuments(openApiDocument, structuredClone(openApiDocument))).toEqual([]);
  });

  test("breaks when any member of any answer goes", () => {
    const properties = Object.keys(openApiDocument.components.schemas.ServiceRequest?.properties ?? {});
    expect(properties).not.toEqual([]);
    for (const name of properties) {
      const current = structuredClone(openApiDocument);
      delete current.components.schemas.ServiceRequest?.properties?.[name];
      expect(compareDocuments(openApiDocument, current)).toContainEqual({
        impact: "breaking",
        pointer: `/components/schemas/ServiceRequest/properties/${name}`,
        text: `In responses, the member \`${name}\` was removed.`,
      });
    }
  });
});

describe("for any schemas", () => {
  const { schema } = fc.letrec<{ schema: Node }>((tie) => ({
    schema: fc.oneof(
      { depthSize: "small" },
      fc.record(
        {
          type: fc.subarray(["string", "integer", "null"], { minLength: 1 }),
          maxLength: fc.nat(9),
          minimum: fc.nat(9),
          default: fc.nat(3),
        },
        { requiredKeys: ["type"] },
      ),
      fc.constant({ $ref: "#/components/schemas/It" }),
      fc.record({ enum: fc.uniqueArray(fc.constantFrom("a", "b", 1, null), { minLength: 1 }) }),
      fc.record({ "x-extensible-enum": fc.subarray(["a", "b", "c"]) }),
      fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
      fc.record({ type: fc.constant("array"), items: tie("schema") }, { requiredKeys: ["type"] }),
      fc.record(
        {
          type: fc.constant("object"),
          required: fc.subarray(["a", "b"]),
          properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")),
          additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        },
        { requiredKeys: ["type"] },
      ),
    ),
  }));

  const documentOf = (it: Node): OpenApiDocument => {
    const document = having([...answer, "content", "application/json", "schema"], {
      $ref: "#/components/schemas/It",
    });
    const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/It" } } } };
    at(document as unknown as Node, create).requestBody = body;
    document.components.schemas.It = it;
    return document;
  };

  test("a document has not changed from itself", () => {
    fc.assert(
      fc.property(schema, (it) => {
        expect(compareDocuments(documentOf(it), documentOf(structuredClone(it)))).toEqual([]);
      }),
    );
  });

  test("the order in which members are written does not count", () => {
    fc.assert(
      fc.property(schema, schema, (before, after) => {
        const changes = compareDocuments(documentOf(before), documentOf(after));
        expect(compareDocuments(turned(documentOf(before)), turned(documentOf(after)))).toEqual(changes);
      }),
    );
  });
});

/** The same value with the members of every object in reverse order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member)] as const);
  return Object.fromEntries(members.toReversed()) as T;
}
