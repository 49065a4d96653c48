import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { openApiDocument } from "../src/document.ts";
import { operations } from "../src/generated/operations.ts";
import { requestStateValues } from "../src/generated/values.ts";
import { emitCrosswalk } from "./emit-crosswalk.ts";
import { type Crosswalk, readCrosswalk } from "./read-crosswalk.ts";

const text = readFileSync(new URL("../crosswalk.yaml", import.meta.url), "utf8");
const crosswalk: Crosswalk = parse(text);

describe("the crosswalk", () => {
  it("is sound", () => {
    expect(readCrosswalk(crosswalk, openApiDocument).mistakes).toEqual([]);
  });

  it("has a row for every operation and every state, and no other", () => {
    expect(new Set(Object.keys(crosswalk.operations))).toEqual(new Set(Object.keys(operations)));
    expect(new Set(Object.keys(crosswalk.states))).toEqual(new Set(requestStateValues));
  });

  it("leads to each of the systems it promises", () => {
    const promised = ["TM Forum", "Open311", "Salesforce", "Zendesk", "HubSpot", "Request Tracker"];
    const names = Object.values(crosswalk.systems).map(({ name }) => name);
    for (const name of [...promised, "Redmine", "EspoCRM", "Odoo"])
      expect(names).toContainEqual(expect.stringContaining(name));
  });

  it("keeps the eight states of TMF621 word for word", () => {
    for (const [state, { tmf }] of Object.entries(crosswalk.states))
      expect(tmf).toEqual({ fit: "exact", value: state });
  });
});

// A crosswalk is data that a test breaks in one place, so its type is of no interest here.
interface Node {
  [key: string]: Node;
}

function mistakesWith(change: (node: Node) => void): string[] {
  const broken = parse(text) as Node;
  change(broken);
  return readCrosswalk(broken, openApiDocument).mistakes;
}

const at = (node: Node, path: string): Node =>
  path.split("/").reduce<Node>((found, step) => found[step] ?? {}, node);
const without = (path: string, key: string) => (node: Node) => void delete at(node, path)[key];
const having = (path: string, key: string, value: unknown) => (node: Node) =>
  void Object.assign(at(node, path), { [key]: value });

const read = { fit: "exact", calls: ["GET /x"] };

test.each<[mistake: string, said: string, change: (node: Node) => void]>([
  ["an operation without a row", "operations.getMe: has no row", without("operations", "getMe")],
  ["a state without a row", "states.held: has no row", without("states", "held")],
  [
    "a row of an operation that is not ours",
    "operations.getYou: is no operation of the document",
    (node) => having("operations", "getYou", at(node, "operations/getMe"))(node),
  ],
  [
    "a row of a state that is not ours",
    "states.lost: is no state of a request",
    (node) => having("states", "lost", at(node, "states/held"))(node),
  ],
  [
    "a row of a member that is not ours",
    "fields.ServiceRequest.colour: is no member of a schema",
    (node) => having("fields", "ServiceRequest.colour", at(node, "fields/ServiceRequest.kind"))(node),
  ],
  ["a row without a system", "operations.getMe.rt: has no cell", without("operations/getMe", "rt")],
  ["a cell of no system", "operations.getMe.sap: is no system", having("operations/getMe", "sap", read)],
  [
    "a reason that is missing",
    "operations.urgeServiceRequest.open311: has no note, which tells what is lost or how it is composed",
    without("operations/urgeServiceRequest/open311", "note"),
  ],
  [
    "a call that is missing",
    "operations.getContact.zendesk: does not say how",
    without("operations/getContact/zendesk", "calls"),
  ],
  [
    "a call of what cannot be done",
    "operations.getMe.open311: says how, but fits in no way",
    having("operations/getMe/open311", "calls", ["GET /me"]),
  ],
  [
    "several calls that claim to be one",
    "operations.getContact.zendesk: takes several calls, so it is composed",
    having("operations/getContact/zendesk", "calls", ["GET /a", "GET /b"]),
  ],
  [
    "a loss in what claims to be exact",
    "operations.getContact.zendesk: is exact, so it takes no note",
    having("operations/getContact/zendesk", "note", "The name is lost."),
  ],
  ["an unknown fit", "operations.getMe.rt.fit: ", having("operations/getMe/rt", "fit", "maybe")],
  ["an unknown confidence", "systems.rt.confidence: ", having("systems/rt", "confidence", "sure")],
  ["an unknown member", "operations.getMe.rt: ", having("operations/getMe/rt", "colour", "red")],
])("%s is a mistake", (_, said, change) => {
  expect(mistakesWith(change)).toContainEqual(expect.stringContaining(`crosswalk.yaml ${said}`));
});

test("what is no crosswalk at all is told by what it lacks", () => {
  expect(readCrosswalk(null, openApiDocument).mistakes).not.toEqual([]);
  expect(readCrosswalk({}, openApiDocument).mistakes).toContainEqual(expect.stringContaining("systems"));
});

test("the page shows every operation with its calls and its losses", () => {
  const page = emitCrosswalk(crosswalk);
  for (const [id, row] of Object.entries(crosswalk.operations)) {
    expect(page).toContain(`\n### ${id}\n`);
    for (const { calls = [], note = "" } of Object.values(row)) {
      for (const call of calls) expect(page).toContain(`\`${call}\``);
      expect(page).toContain(note);
    }
  }
});
