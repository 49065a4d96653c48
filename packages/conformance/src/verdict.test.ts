import type { RequirementId } from "@portico/contract/requirements";
import { describe, expect, test } from "vitest";
import type { Outcome } from "./check.js";
import { operationsOf } from "./reach.js";
import type { CheckResult, Verdict } from "./report/report.js";
import { requirementLike, resultOf, violationOf } from "./testing/samples.js";
import { judge, requirementResults, type Tried } from "./verdict.js";

const bronze = requirementLike({ level: "bronze" });
const silver = requirementLike({ level: "silver" });
const gold = requirementLike({ level: "gold" });
const should = requirementLike({ keyword: "SHOULD", level: "bronze" });
const voice = requirementLike({ profile: "voice" });
const relationship = requirementLike({ profile: "relationship" });
const further = [resultOf(voice), resultOf(relationship)];

const everything: Tried = {
  mode: "certify",
  level: "gold",
  profiles: ["core", "relationship", "voice"],
  undeclaredProfiles: [],
  declared: new Set(operationsOf("gold")),
  extent: "whole",
};

function verdictOn(results: readonly CheckResult[], tried: Partial<Tried> = {}): Verdict {
  const limits = { ...everything, ...tried };
  return judge(results, requirementResults(results, limits), limits);
}

const passes = (...ids: RequirementId[]): CheckResult[] => ids.map((id) => resultOf(id));

describe("a level", () => {
  test("is reached when everything up to it passes", () => {
    const verdict = verdictOn([...passes(bronze, silver, gold), ...further]);
    expect(verdict).toEqual({ conforms: true, reached: "gold", sentence: "Gold is reached.", obstacles: [] });
  });

  test("is not reached with a MUST of it broken, while those below are", () => {
    const verdict = verdictOn([...passes(bronze, silver), resultOf(gold, "fail"), ...further]);
    expect(verdict).toMatchObject({
      conforms: false,
      reached: "silver",
      sentence: "1 required thing is broken.",
    });
    expect(verdict.obstacles).toEqual([expect.stringMatching(`^${gold} \\(fail\\): `)]);
  });

  test("is not reached by a run that tried nothing of it", () => {
    const all = { level: "bronze" } as const;
    expect(verdictOn([], all)).toMatchObject({ conforms: false, reached: null });
    expect(verdictOn([resultOf(bronze, "not-supported")], all)).toMatchObject({ reached: null });
    expect(verdictOn(passes(bronze), { level: "silver" })).toMatchObject({
      reached: "bronze",
      sentence: "Bronze is reached, Silver is not.",
      obstacles: ["Nothing of Silver was tried with success."],
    });
  });

  test("is not reached by a backend that does not declare its operations", () => {
    const declared = new Set(operationsOf("bronze"));
    const verdict = verdictOn(passes(bronze, silver), { level: "silver", declared });
    expect(verdict).toMatchObject({ conforms: false, reached: "bronze" });
    expect(verdict.obstacles).toEqual([
      expect.stringMatching(/^Silver takes operations that are not declared: .*createServiceRequest/),
    ]);
  });

  test("is not reached with a MUST untested when certifying, and is in a sandbox", () => {
    const untested = requirementLike({ level: "silver" }, 1);
    const results = [...passes(bronze, silver), resultOf(untested, "not-testable")];
    expect(verdictOn(results, { level: "silver" })).toMatchObject({ conforms: false, reached: "bronze" });
    expect(verdictOn(results, { level: "silver", mode: "sandbox" })).toMatchObject({
      conforms: true,
      reached: "silver",
    });
  });

  test("costs nothing for a SHOULD that is broken", () => {
    const results = [...passes(bronze), resultOf(should, "warn")];
    expect(verdictOn(results, { level: "bronze" })).toMatchObject({ conforms: true, reached: "bronze" });
  });

  test("of Gold takes two profiles beside the core that were tried with success", () => {
    const core = passes(bronze, silver, gold);
    const obstacles = ["Gold takes 2 profiles beside the core; 1 were tried with success."];
    const one = verdictOn([...core, resultOf(voice), resultOf(relationship, "not-supported")]);
    expect(one).toMatchObject({ conforms: false, reached: "silver", obstacles });
  });

  test("is not reached when a profile was asked for that the backend does not declare", () => {
    const verdict = verdictOn(passes(bronze), { level: "bronze", undeclaredProfiles: ["voice"] });
    expect(verdict).toMatchObject({
      conforms: false,
      reached: null,
      obstacles: ["The profile `voice` is not declared."],
    });
  });
});

describe("a run that is not whole", () => {
  test("reaches no level when it only read, and conforms when nothing is broken", () => {
    expect(verdictOn(passes(bronze), { mode: "observe" })).toEqual({
      conforms: true,
      reached: null,
      sentence: "Nothing that can be seen by reading is broken.",
      obstacles: [],
    });
    expect(verdictOn([resultOf(bronze, "fail")], { mode: "observe" })).toMatchObject({ conforms: false });
  });

  test("reaches no level when it was limited, even when certifying", () => {
    expect(verdictOn(passes(bronze), { extent: "part" })).toMatchObject({
      conforms: true,
      reached: null,
      sentence: "Nothing that was tried is broken.",
    });
  });

  test("reaches no level when it was stopped", () => {
    expect(verdictOn(passes(bronze), { extent: "stopped" })).toMatchObject({ reached: null });
  });

  test("reaches no level when its time was up, and says so", () => {
    expect(verdictOn(passes(bronze), { extent: "overdue" })).toMatchObject({
      reached: null,
      obstacles: ["The time was up; what came after was not tried. `--max-minutes` gives more."],
    });
  });

  test("does not conform when the backend went away", () => {
    expect(verdictOn(passes(bronze), { extent: "lost" })).toMatchObject({
      conforms: false,
      reached: null,
      sentence: "The backend stopped answering in the middle of the run.",
      obstacles: ["The backend stopped answering; what came after was not tried."],
    });
  });

  test("does not conform when the kit itself failed", () => {
    expect(verdictOn([resultOf(bronze, "error")], { extent: "part" })).toMatchObject({
      conforms: false,
      sentence: "The kit itself failed.",
    });
  });
});

describe("a requirement", () => {
  const outcomeOf = (id: RequirementId, results: readonly CheckResult[]): Outcome | undefined =>
    requirementResults(results, everything).find((each) => each.id === id)?.outcome;

  test("fares as badly as the worst of its checks", () => {
    expect(outcomeOf(bronze, [resultOf(bronze), { ...resultOf(bronze, "fail"), id: "a/b" }])).toBe("fail");
  });

  test("is untested when its check broke another first", () => {
    const check: CheckResult = {
      ...resultOf(bronze, "fail"),
      requirements: [bronze, silver],
      violations: [violationOf(silver)],
    };
    expect(outcomeOf(bronze, [check])).toBe("not-testable");
    expect(outcomeOf(silver, [check])).toBe("fail");
  });

  test("is broken by a check about something else that could not come that far", () => {
    const check = { ...resultOf(silver, "fail"), violations: [violationOf(bronze)] };
    expect(outcomeOf(bronze, [resultOf(bronze), check])).toBe("fail");
    expect(verdictOn([check], { mode: "sandbox", level: "silver" })).toMatchObject({ conforms: false });
  });

  test("passes by a rule for all exchanges that found only another broken", () => {
    const check: CheckResult = {
      ...resultOf(bronze, "fail"),
      requirements: [bronze, silver],
      violations: [{ ...violationOf(silver), sentBy: "a/b" }],
    };
    expect(outcomeOf(bronze, [check])).toBe("pass");
  });

  test("is left out above the level and outside the profiles that were tried", () => {
    const tried = { level: "bronze", profiles: ["core"] } as const;
    const ids = requirementResults([...passes(bronze, silver), ...further], tried).map(({ id }) => id);
    expect(ids).toEqual([bronze]);
  });
});
