import { requirements } from "@portico/contract/requirements";
import { expect, test } from "vitest";
import { defects } from "./defects/index.ts";

test("no two defects have one name", () => {
  const names = defects.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("every defect is named in kebab case and told in a sentence", () => {
  const untold = defects.filter(
    ({ name, summary }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || !/^[A-Z`].*\.$/.test(summary),
  );
  expect(untold.map(({ name }) => name)).toEqual([]);
});

test("every MUST is broken by a defect", () => {
  const broken = new Set<string>(defects.flatMap(({ breaks }) => breaks));
  const whole = requirements.filter(({ id, keyword }) => keyword === "MUST" && !broken.has(id));
  expect(whole.map(({ id }) => id)).toEqual([]);
});

test("every defect changes something", () => {
  expect(defects.filter(({ http, store }) => !http && !store).map(({ name }) => name)).toEqual([]);
});
