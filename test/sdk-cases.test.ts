import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "./sdk-cases/engine/case.ts";
import { failuresOf } from "./sdk-cases/engine/check.ts";
import { Chromium } from "./sdk-cases/engine/chromium.ts";
import type { Environment } from "./sdk-cases/engine/evidence.ts";
import { loadCases } from "./sdk-cases/engine/load.ts";
import { node } from "./sdk-cases/engine/node.ts";

const files = loadCases();

test("each case has a name of its own", () => {
  const names = files.flatMap(({ cases }) => cases.map(({ name }) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each([
  ["node", async () => node],
  ["chromium", () => Chromium.start()],
] as const)("in %s", (name, start: () => Promise<Environment>) => {
  let environment: Environment;
  beforeAll(async () => {
    environment = await start();
  });
  afterAll(() => environment?.close());

  const check = async (script: Case) => expect(failuresOf(script, await environment.run(script))).toEqual([]);

  const run = (suite: typeof describe.concurrent, suffix: string, chosen: (script: Case) => boolean) => {
    for (const { title, cases } of files) {
      const here = cases.filter((script) => chosen(script) && (script.only ?? name) === name);
      if (here.length > 0) suite(`${title}${suffix}`, () => test.for(here)("$name", check));
    }
  };
  run(describe.concurrent, "", ({ alone }) => !alone);
  run(describe, ", measured alone", ({ alone }) => alone === true);
});
