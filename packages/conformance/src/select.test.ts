import { requirementOf } from "@portico/contract/requirements";
import { describe, expect, test } from "vitest";
import { type Check, stages } from "./check.js";
import { catalogue, observers } from "./checks/index.js";
import { select, type Wanted } from "./select.js";

const everything: Wanted = {
  mode: "certify",
  level: "gold",
  profiles: ["core", "relationship", "voice", "summary"],
  only: [],
};
const idsOf = (wanted: Partial<Wanted>): string[] =>
  select({ ...everything, ...wanted }).checks.map(({ check }) => check.id);
const all: readonly Check[] = catalogue.flatMap(({ checks }) => checks);

describe("the checks of a run", () => {
  test("are all of them at Gold with every profile, in the order of the stages", () => {
    expect(idsOf({})).toEqual(all.map(({ id }) => id));
    expect(catalogue.map(({ stage }) => stage)).toEqual(stages);
    expect(select(everything).observers).toEqual(observers);
  });

  test("leave out those that write when the run only observes", () => {
    expect(idsOf({ mode: "observe" })).toEqual(all.filter(({ writes }) => !writes).map(({ id }) => id));
  });

  test("leave out those that prove nothing at the level or in the profiles", () => {
    for (const { check } of select({ ...everything, level: "bronze", profiles: ["core"] }).checks) {
      const counted = check.requirements
        .map(requirementOf)
        .some(({ level, profile }) => level === "bronze" && profile === "core");
      expect(counted, check.id).toBe(true);
    }
  });

  test("can be limited to a check or to those of a requirement", () => {
    const [first] = all;
    if (!first) throw new Error("There is no check.");
    expect(idsOf({ only: [first.id] })).toEqual([first.id]);
    expect(idsOf({ only: [first.requirements[0]] })).toContain(first.id);
  });

  test("hold the tour of every operation when only a rule for all exchanges is asked for", () => {
    const [rule] = observers;
    if (!rule) throw new Error("There is no observer.");
    const selection = select({ ...everything, only: [rule.id] });
    expect(selection.observers).toContain(rule);
    expect(selection.checks.length).toBeGreaterThan(0);
    expect(new Set(selection.checks.map(({ stage }) => stage))).toEqual(new Set(["schema"]));
  });

  test("are none when what is asked for does not count", () => {
    const writing = all.find(({ writes }) => writes);
    expect(idsOf({ mode: "observe", only: [writing?.id ?? ""] })).toEqual([]);
  });
});
