import { type Requirement, requirements } from "@portico/contract/requirements";
import { expect, test } from "vitest";
import { everyCheck } from "./catalogue.js";

const all: readonly Requirement[] = requirements;
const cited = new Set<string>(everyCheck.flatMap(({ check }) => check.requirements));

test("every MUST has a check", () => {
  const without = all.filter(({ keyword, id }) => keyword === "MUST" && !cited.has(id));
  expect(without.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});

test("every requirement that a check cites exists", () => {
  const known = new Set<string>(all.map(({ id }) => id));
  expect([...cited].filter((id) => !known.has(id))).toEqual([]);
});

test("no two checks share an id, and each is topic and name", () => {
  const ids = everyCheck.map(({ check }) => check.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test("titles are sentences", () => {
  const titles = everyCheck.map(({ check }) => check.title);
  expect(titles.filter((title) => !/^[A-Z`].*\.$/.test(title))).toEqual([]);
});
