import { expect, test } from "vitest";
import type { OpenApiDocument } from "../src/openapi.ts";
import { emitRequirements } from "./emit-requirements.ts";
import { readRequirements } from "./read-requirements.ts";

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1.0.0" },
  paths: {
    "/v1/notes": {
      get: { operationId: "listNotes", "x-profile": "core", "x-principals": ["agent"], responses: {} },
    },
  },
  components: { schemas: {} },
};

const sound = `# What a notes backend does.
- id: CRM-NT-001
  keyword: MUST
  profile: core
  level: bronze
  text: A list of notes answers with pages.
  pointer: /paths/~1v1~1notes/get
- id: CRM-SR-001
  keyword: SHOULD
  profile: voice
  level: gold
  text: A note is kept.
  pointer: /paths
- id: CRM-NT-014
  keyword: MAY
  profile: summary
  level: silver
  text: >-
    A note has
    a colour.
  pointer: /info/title
`;

test("sound requirements are read in their order", () => {
  const { requirements, mistakes } = readRequirements(sound, document);
  expect(mistakes).toEqual([]);
  expect(requirements.map(({ id }) => id)).toEqual(["CRM-NT-001", "CRM-SR-001", "CRM-NT-014"]);
  expect(requirements[2]).toEqual({
    id: "CRM-NT-014",
    keyword: "MAY",
    profile: "summary",
    level: "silver",
    text: "A note has a colour.",
    pointer: "/info/title",
  });
});

test.each<[fault: string, from: string | RegExp, to: string, message: string]>([
  [
    "an unknown member",
    "  level: bronze\n",
    "  level: bronze\n  colour: red\n",
    "requirements.yaml:6 CRM-NT-001: `colour` is not a member of a requirement",
  ],
  [
    "a missing member",
    "  level: bronze\n",
    "",
    "requirements.yaml:2 CRM-NT-001: `level` is not one of bronze, silver, gold",
  ],
  [
    "a missing id",
    "- id: CRM-NT-001\n  keyword",
    "- keyword",
    "requirements.yaml:2 ?: `id` is not of the form CRM-SR-014",
  ],
  [
    "an id in lower case",
    "CRM-NT-001",
    "CRM-nt-001",
    "requirements.yaml:2 CRM-nt-001: `id` is not of the form CRM-SR-014",
  ],
  [
    "an id with more digits",
    "CRM-NT-001",
    "CRM-NT-0011",
    "requirements.yaml:2 CRM-NT-0011: `id` is not of the form CRM-SR-014",
  ],
  ["an id used twice", "CRM-NT-014", "CRM-NT-001", "requirements.yaml:14 CRM-NT-001: `id` is already used"],
  [
    "an id out of order",
    "CRM-NT-001",
    "CRM-NT-020",
    "requirements.yaml:14 CRM-NT-014: `id` stands after CRM-NT-020",
  ],
  [
    "an unknown keyword",
    "SHOULD",
    "SHALL",
    "requirements.yaml:9 CRM-SR-001: `keyword` is not one of MUST, SHOULD, MAY",
  ],
  [
    "an unknown profile",
    "voice",
    "billing",
    "requirements.yaml:10 CRM-SR-001: `profile` is not one of core, relationship, voice, summary",
  ],
  [
    "an unknown level",
    "gold",
    "platinum",
    "requirements.yaml:11 CRM-SR-001: `level` is not one of bronze, silver, gold",
  ],
  [
    "an empty text",
    "A note is kept.",
    '""',
    "requirements.yaml:12 CRM-SR-001: `text` is not a sentence that ends in a full stop",
  ],
  [
    "a text without a full stop",
    "A note is kept.",
    "A note is kept",
    "requirements.yaml:12 CRM-SR-001: `text` is not a sentence that ends in a full stop",
  ],
  ["a text that is none", "A note is kept.", "7", "requirements.yaml:12 CRM-SR-001: `text` is not a text"],
  [
    "a pointer that leads nowhere",
    "notes/get",
    "notes/post",
    "requirements.yaml:7 CRM-NT-001: `pointer` leads nowhere in openapi.json: /paths/~1v1~1notes/post",
  ],
  [
    "a pointer without a leading slash",
    "/paths/~1v1~1notes/get",
    "paths",
    "requirements.yaml:7 CRM-NT-001: `pointer` leads nowhere in openapi.json: paths",
  ],
  ["an entry that is no requirement", /$/, "- CRM-NT-015\n", "requirements.yaml:22 ?: is not a requirement"],
  [
    "a file that is no list",
    /.*/s,
    "id: CRM-NT-001\n",
    "requirements.yaml:1 YAML: is not a list of requirements",
  ],
  [
    "a member said twice",
    "  level: gold\n",
    "  level: gold\n  level: gold\n",
    "requirements.yaml:12 YAML: Map keys must be unique",
  ],
])("%s is a mistake", (_, from, to, message) => {
  expect(readRequirements(sound.replace(from, to), document).mistakes).toEqual([message]);
});

test("every mistake is told at once", () => {
  const text = sound
    .replace("SHOULD", "SHALL")
    .replace("gold", "platinum")
    .replace("/info/title", "/info/titel");
  expect(readRequirements(text, document).mistakes).toHaveLength(3);
});

test("a requirement is written on one line", () => {
  const { requirements } = readRequirements(sound, document);
  expect(emitRequirements(requirements)).toContain(
    '\n  {"id":"CRM-SR-001","keyword":"SHOULD","profile":"voice","level":"gold","text":"A note is kept.","pointer":"/paths"},\n',
  );
});
