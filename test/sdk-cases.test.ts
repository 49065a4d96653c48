import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case, Environment, Observed } from "./sdk-cases/engine/case.ts";
import { failuresOf } from "./sdk-cases/engine/check.ts";
import { Chromium } from "./sdk-cases/engine/chromium.ts";
import { FaultServer } from "./sdk-cases/engine/fault-server.ts";
import { loadCases } from "./sdk-cases/engine/load.ts";
import { inNode } from "./sdk-cases/engine/node.ts";

const files = loadCases();
let chromium: Chromium;

beforeAll(async () => {
  chromium = await Chromium.start();
});
afterAll(() => chromium?.close());

const environments: Record<Environment, (script: Case, server: FaultServer) => Promise<Observed>> = {
  node: inNode,
  chromium: (script, server) => chromium.run(script, server),
};

describe.each(["node", "chromium"] as const)("in %s", (environment) => {
  const here = ({ only = environment }: Case) => only === environment;

  for (const { title, cases } of files) {
    const together = cases.filter((script) => here(script) && !script.alone);
    if (together.length > 0) {
      describe.concurrent(title, () => {
        test.for(together)("$name", (script) => check(script, environment));
      });
    }
  }
  for (const { title, cases } of files) {
    const alone = cases.filter((script) => here(script) && script.alone);
    if (alone.length > 0) {
      describe(`${title}, alone`, () => {
        test.for(alone)("$name", (script) => check(script, environment));
      });
    }
  }
});

async function check(script: Case, environment: Environment): Promise<void> {
  const server = await FaultServer.start(script.server, chromium.assets);
  try {
    const observed = await environments[environment](script, server);
    const { quiet } = script.expect ?? {};
    const before = server.log.length;
    if (quiet) await sleep(quiet);
    const late = quiet && server.log.length > before ? ["A request came when all was over."] : [];
    const evidence = { observed, log: server.log, records: server.records.size };
    expect([...failuresOf(script, evidence), ...late]).toEqual([]);
  } finally {
    await server.close();
  }
}

test("each case has a name of its own", () => {
  const names = files.flatMap(({ cases }) => cases.map(({ name }) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
