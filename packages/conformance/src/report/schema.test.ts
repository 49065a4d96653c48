import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { describe, expect, test } from "vitest";
import { reportOf, requirementLike, resultOf } from "../testing/samples.js";

const schema = JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ formats: fullFormats, allErrors: true, allowUnionTypes: true }).compile(
  schema,
);

const must = requirementLike({});
const report = reportOf([
  resultOf(must),
  { ...resultOf(must, "fail"), id: "sample/fail" },
  { ...resultOf(must, "not-testable"), id: "sample/not-testable" },
]);

type Path = readonly (string | number)[];

/** Every object in a value, by its path, but those whose members have any name. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || path.at(-1) === "headers") return [];
  const below = Object.entries(value).flatMap(([key, item]) =>
    objectsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? below : [path, ...below];
}

/** A copy of the report in which one object was changed. */
function changed(path: Path, change: (target: Record<string, unknown>) => void): unknown {
  const copy: unknown = structuredClone(report);
  change(
    path.reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], copy) as Record<
      string,
      unknown
    >,
  );
  return copy;
}

const at = (path: Path): Record<string, unknown> =>
  path.reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], report) as Record<
    string,
    unknown
  >;

describe("the schema of reports", () => {
  test("allows a report", () => {
    validate(report);
    expect(validate.errors).toBeNull();
  });

  test.each(objectsIn(report).map((path) => [path.join(".") || "the report", path] as const))(
    "refuses a member too many or missing in %s",
    (_, path) => {
      expect(validate(changed(path, (target) => Object.assign(target, { surplus: 1 })))).toBe(false);
      for (const member of Object.keys(at(path)))
        expect(
          validate(
            changed(path, (target) => {
              delete target[member];
            }),
          ),
          member,
        ).toBe(false);
    },
  );
});
