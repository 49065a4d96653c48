import { describe, expect, test } from "vitest";
import { faultsOfReport } from "../testing/report-schema.js";
import { reportOf, requirementLike, resultOf } from "../testing/samples.js";

const must = requirementLike({});
const report = reportOf([
  resultOf(must),
  { ...resultOf(must, "fail"), id: "sample/fail" },
  { ...resultOf(must, "not-testable"), id: "sample/not-testable" },
]);

type Path = readonly string[];
type Members = Record<string, unknown>;

/** The path of every object in a value, but of those whose members have any name. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || path.at(-1) === "headers") return [];
  const below = Object.entries(value).flatMap(([key, item]) => objectsIn(item, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

const at = (value: unknown, path: Path): Members =>
  path.reduce((part: unknown, key) => (part as Members)[key], value) as Members;

describe("the schema of reports", () => {
  test("allows a report", () => {
    expect(faultsOfReport(report)).toEqual([]);
  });

  test.each(objectsIn(report).map((path) => [path.join(".") || "the report", path] as const))(
    "refuses a member too many or missing in %s",
    (_, path) => {
      const surplus = structuredClone(report);
      at(surplus, path).surplus = 1;
      expect(faultsOfReport(surplus)).not.toEqual([]);
      for (const member of Object.keys(at(report, path))) {
        const lacking = structuredClone(report);
        delete at(lacking, path)[member];
        expect(faultsOfReport(lacking), member).not.toEqual([]);
      }
    },
  );
});
