import { describe, expect, it } from "vitest";
import { countSessions } from "./counting-reporter.ts";
import { countVitest, formatCounts } from "./counts.ts";

const test = (passed: boolean, skipped = false) => ({ passed, skipped });

describe("formatCounts", () => {
  it("names skipped tests only when there are any", () => {
    expect(formatCounts({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(formatCounts({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });
});

describe("browser sessions", () => {
  it("are counted through nested suites", () => {
    const inner = { suites: [], tests: [test(true), test(false)] };
    const testResults = { suites: [inner], tests: [test(true), test(false, true)] };
    expect(countSessions([{ testFile: "a", passed: false, testResults }])).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });

  it("count a file that broke before its tests as one failure", () => {
    expect(countSessions([{ testFile: "a", passed: false }])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("vitest's report", () => {
  const report = { success: true, numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

  it("is counted by its totals", () => {
    expect(countVitest({ ...report, testResults: [] })).toEqual({ passed: 4, failed: 0, skipped: 1 });
  });

  it("counts a file that broke outside its tests", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(countVitest({ ...report, success: false, testResults }).failed).toBe(1);
  });

  it("fails when the run failed for a reason no test shows", () => {
    expect(countVitest({ ...report, success: false, testResults: [] }).failed).toBe(1);
  });
});
