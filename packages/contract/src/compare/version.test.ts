import { expect, test } from "vitest";
import { compareVersions, mayBreak } from "./version.js";

test.each([
  ["1.2.3", "2.0.0", true],
  ["1.2.3", "1.3.0", false],
  ["1.2.3", "1.2.4", false],
  ["0.1.0", "0.2.0", true],
  ["0.1.0", "0.1.1", false],
  ["0.1.0", "0.1.0", false],
  ["0.9.0", "1.0.0", true],
  ["1.9.0", "0.10.0", false],
])("after %s, %s may break: %s", (released, current, expected) => {
  expect(mayBreak(released, current)).toBe(expected);
});

test("versions are ordered by their numbers", () => {
  expect(["0.10.0", "1.0.0", "0.9.1", "0.9.0"].sort(compareVersions)).toEqual([
    "0.9.0",
    "0.9.1",
    "0.10.0",
    "1.0.0",
  ]);
});

test("anything else is no version", () => {
  expect(() => mayBreak("1.0", "2.0.0")).toThrow("1.0 is not a version such as 1.0.0");
});
