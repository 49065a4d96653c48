import { describe, expect, it } from "vitest";
import { faultsOf } from "./accessibility-report.ts";

const criteria = Array.from({ length: 55 }, (_, at) => ({
  id: `1.1.${at}`,
  level: "A" as const,
  title: "A criterion",
  verdict: "supports" as const,
  by: ["eyes"],
}));
const tests = { eyes: { file: "eyes.test.ts", name: "It is seen" } };
const read = () => 'test("It is seen", async () => undefined);';

describe("faultsOf", () => {
  it("has nothing to say of claims that tests show", () => {
    expect(faultsOf({ tests, gaps: [], criteria }, read)).toEqual([]);
  });

  it("refuses a test that is gone or only spoken of", () => {
    const faults = faultsOf({ tests, gaps: [], criteria }, () => '// "It is seen" is to come');
    expect(faults).toEqual(["eyes: eyes.test.ts has no test “It is seen”."]);
  });

  it("refuses a claim without a test, a reservation without a reason and a criterion left out", () => {
    const [first, second] = criteria;
    if (!first || !second) throw new Error("There are no criteria.");
    const claims = [
      { ...first, by: [] },
      { ...second, verdict: "not evaluated" as const },
      ...criteria.slice(3),
    ];
    expect(faultsOf({ tests, gaps: [], criteria: claims }, read)).toEqual([
      "There are 54 criteria, each to be named once, of 55.",
      "1.1.0: no test shows it.",
      '1.1.1: "not evaluated" needs a reason.',
    ]);
  });
});
