import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { lintDocument } from "./lint.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portico-lint-"));
});
afterAll(() => rm(folder, { recursive: true }));

const sound = `
openapi: 3.1.0
info: { title: Notes, version: 1.0.0, license: { name: Apache-2.0, identifier: Apache-2.0 } }
servers: [{ url: /, description: The host itself. }]
security: [{ bearer: [] }]
tags: [{ name: notes, description: Notes. }]
paths:
  /v1/notes:
    get:
      operationId: listNotes
      summary: List notes
      tags: [notes]
      x-profile: core
      x-principals: [agent]
      x-paginate: true
      x-problems: [invalid-cursor]
      parameters:
        - { name: limit, in: query, description: Rows a page., schema: { type: integer } }
        - { name: cursor, in: query, description: Where to go on., schema: { type: string } }
      responses:
        '200':
          description: A page.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/NoteList' }
              examples: { none: { value: { data: [], page: {} } } }
        default: { $ref: '#/components/responses/Problem' }
    post:
      operationId: createNote
      summary: Write a note
      tags: [notes]
      x-profile: core
      x-principals: [agent]
      x-idempotent: true
      parameters:
        - { $ref: '#/components/parameters/Key' }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Note' }
            examples: { hello: { value: { text: Hello, createdAt: '2026-01-31T08:00:00Z' } } }
      responses:
        '201': { description: Written. }
        default: { $ref: '#/components/responses/Problem' }
  /v1/notes/{id}:
    parameters:
      - { name: id, in: path, required: true, description: Which., schema: { type: string } }
      - { name: If-Match, in: header, required: true, description: ETag., schema: { type: string } }
    delete:
      operationId: deleteNote
      summary: Delete a note
      tags: [notes]
      x-profile: core
      x-principals: [agent]
      responses:
        '204': { description: Gone. }
        default: { $ref: '#/components/responses/Problem' }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  parameters:
    Key: { name: Idempotency-Key, in: header, required: true, description: Key., schema: { type: string } }
  responses:
    Problem:
      description: Not done.
      content: { application/problem+json: { schema: { type: object } } }
  schemas:
    Note:
      type: object
      required: [text]
      properties:
        text: { type: string, description: What it says. }
        kind: { type: string, x-extensible-enum: [idea, task], description: What it is. }
        createdAt: { type: string, format: date-time, description: When it was written. }
        remindDate: { type: string, format: date, description: When to look again. }
    NoteList:
      type: object
      required: [data, page]
      properties:
        data: { type: array, description: Rows., items: { $ref: '#/components/schemas/Note' } }
        page: { type: object, description: Where it goes on. }
`;

// A document is data that a test breaks in one place, so its type is of no interest here.
type Node = Record<string, unknown>;

function at(document: Node, path: string[]): Node {
  return path.reduce((node, key) => node[key] as Node, document);
}

async function lintWith(change: (document: Node) => void): Promise<string[]> {
  const document = parse(sound) as Node;
  change(document);
  const file = join(folder, "notes.yaml");
  await writeFile(file, stringify(document, { aliasDuplicateObjects: false }));
  return (await lintDocument(file)).map((mistake) => mistake.replace(/^\S+:\d+ /, ""));
}

const list = ["paths", "/v1/notes", "get"];
const create = ["paths", "/v1/notes", "post"];
const listed = [...list, "responses", "200", "content", "application/json"];
const created = [...create, "requestBody", "content", "application/json"];
const note = ["components", "schemas", "Note", "properties"];

const without = (path: string[], key: string) => (document: Node) => void delete at(document, path)[key];
const having = (path: string[], key: string, value: unknown) => (document: Node) => {
  at(document, path)[key] = value;
};

test("a sound document has no mistakes", async () => {
  expect(await lintWith(() => {})).toEqual([]);
});

test("a mistake is reported with its file and line", async () => {
  const file = join(folder, "unsound.yaml");
  await writeFile(file, sound.replace("operationId: listNotes", "operationId: list-notes"));
  expect(await lintDocument(file)).toEqual([
    expect.stringMatching(/unsound\.yaml:10 portico\/operation-identity: `operationId` is camelCase\.$/),
  ]);
});

test.each<[mistake: string, rule: string, change: (document: Node) => void]>([
  ["an operation id that is not camelCase", "operation-identity", having(list, "operationId", "ListNotes")],
  ["an operation without a profile", "operation-identity", without(list, "x-profile")],
  ["an unknown profile", "operation-identity", having(list, "x-profile", "extra")],
  ["an operation nobody may call", "operation-identity", having(list, "x-principals", [])],
  ["an unknown principal", "operation-identity", having(list, "x-principals", ["robot"])],
  ["an operation with two tags", "operation-identity", having(list, "tags", ["notes", "notes"])],
  ["no problem response", "problem-responses", without([...list, "responses"], "default")],
  ["a problem nobody explains", "known-problems", having(list, "x-problems", ["bad-luck"])],
  ["a POST without a key", "idempotent-posts", without(create, "parameters")],
  [
    "a POST with an optional key",
    "idempotent-posts",
    having(["components", "parameters", "Key"], "required", false),
  ],
  ["a POST that is not marked", "idempotent-posts", without(create, "x-idempotent")],
  [
    "a DELETE without If-Match",
    "guarded-changes",
    (document) => {
      (at(document, ["paths", "/v1/notes/{id}"]).parameters as Node[]).pop();
    },
  ],
  [
    "a list without a cursor",
    "paged-lists",
    (document) => {
      (at(document, list).parameters as Node[]).pop();
    },
  ],
  ["a list that is not marked", "paged-lists", without(list, "x-paginate")],
  [
    "a list without page information",
    "paged-lists",
    having(["components", "schemas", "NoteList"], "required", ["data"]),
  ],
  [
    "a property that is not camelCase",
    "property-case",
    having(note, "due_day", { type: "string", description: "Due." }),
  ],
  ["a property without description", "described-properties", having(note, "author", { type: "string" })],
  [
    "an instant without a format",
    "instant-names",
    having(note, "readAt", { type: "string", description: "Read." }),
  ],
  [
    "a day without a format",
    "instant-names",
    having(note, "dueDate", { type: "string", description: "Due." }),
  ],
  [
    "an enum that was not closed on purpose",
    "open-enums",
    having(note, "size", { enum: ["s", "l"], description: "Size." }),
  ],
  ["a request nobody shows", "shown-bodies", without(created, "examples")],
  ["an answer nobody shows", "shown-bodies", having(listed, "examples", {})],
])("%s is a mistake", async (_, rule, change) => {
  expect(await lintWith(change)).toContainEqual(expect.stringMatching(new RegExp(`^portico/${rule}: `)));
});

test("an enum marked as closed is not a mistake", async () => {
  const size = { type: "string", enum: ["s", "l"], "x-closed-enum": true, description: "Size." };
  expect(await lintWith(having(note, "size", size))).toEqual([]);
});

test.each<[mistake: string, rule: string, change: (document: Node) => void]>([
  [
    "an example with a member of the wrong type",
    "no-invalid-media-type-examples",
    having([...created, "examples", "hello"], "value", { text: 1 }),
  ],
  [
    "an example with an unknown member",
    "no-invalid-media-type-examples",
    having([...created, "examples", "hello"], "value", { text: "Hello", colour: "red" }),
  ],
  ["an operation without summary", "operation-summary", without(list, "summary")],
  ["two operations of one id", "operation-operationId-unique", having(list, "operationId", "createNote")],
  [
    "a reference to nothing",
    "no-unresolved-refs",
    having(note, "owner", { $ref: "#/components/schemas/Owner" }),
  ],
])("%s is a mistake", async (_, rule, change) => {
  expect(await lintWith(change)).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: `)));
});
