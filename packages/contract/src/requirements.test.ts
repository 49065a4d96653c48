import { expect, test } from "vitest";
import { operations } from "./index.js";
import { type Requirement, requirementOf, requirements } from "./requirements.js";

const all: readonly Requirement[] = requirements;

test("every requirement is found by its id", () => {
  expect(requirements.map(({ id }) => requirementOf(id))).toEqual(all);
});

test("something is required from every level on", () => {
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(["bronze", "silver", "gold"]));
});

test("something is required of every profile", () => {
  const profiles = new Set(Object.values(operations).map(({ profile }) => profile));
  expect(new Set(all.map(({ profile }) => profile))).toEqual(profiles);
});
