import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { addCounts, type Counts, countVitest, formatCounts, noCounts, type VitestReport } from "./counts.ts";
import { cache, run, seconds } from "./repo.ts";

interface Step {
  name: string;
  run(): Promise<Counts>;
}

const results = join(cache, "results");
const passedOnce: Counts = { ...noCounts, passed: 1 };
const failedOnce: Counts = { ...noCounts, failed: 1 };

/** No suite takes this long on two cores; one that does hangs. */
const suiteTimeout = 15 * 60_000;

const steps: Step[] = [
  check("build", "node", ["packages/tools/run.js", "build"]),
  check("generate", "node", ["packages/tools/run.js", "generate", "--check"]),
  check("contract", "node", ["packages/contract/scripts/compare.ts"]),
  check("types", "tsc", ["-b"]),
  check("biome", "biome", ["check", "--error-on-warnings", "."]),
  check("directions", "node", ["packages/tools/run.js", "check-directions"]),
  check("drift", "node", ["packages/tools/run.js", "check-drift"]),
  check("knip", "knip", []),
  check("browsers", "node", ["packages/tools/run.js", "browsers"]),
  vitest("vitest", "packages"),
  elements(),
  vitest("end-to-end", "end-to-end"),
  check("trial", "node", ["packages/tools/run.js", "trial", "--check"]),
  check("packing", "node", ["packages/tools/run.js", "packing"]),
  check("size", "node", ["packages/tools/run.js", "size"]),
  check("new-element", "node", ["packages/tools/run.js", "check-new-element"]),
];

/** `npm test`: every check and every suite, or those named. Goes on after a failure, so that one run shows all. */
export async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(", ")}. There are: ${steps.map(({ name }) => name).join(", ")}.`,
    );
    return 2;
  }
  mkdirSync(results, { recursive: true });

  let total = noCounts;
  const summary: string[] = [];
  for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.log(`\n── ${step.name}`);
    const start = performance.now();
    const counts = await step.run();
    total = addCounts(total, counts);
    summary.push(`${step.name.padEnd(12)} ${formatCounts(counts)}  (${seconds(start)})`);
  }

  console.log(["", "── summary", ...summary, "", formatCounts(total)].join("\n"));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** A command that counts as one test and is heard only when it fails. */
function check(name: string, command: string, args: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await run(command, args, { timeout: suiteTimeout });
      if (code === 0) return passedOnce;
      console.error(output);
      return failedOnce;
    },
  };
}

function vitest(name: string, project: string): Step {
  return suite({
    name,
    command: "vitest",
    args: [
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${resultsFile(name)}`,
    ],
    count: (report) => countVitest(report as VitestReport),
  });
}

/** The elements' tests, in every browser that is here; says which is not. */
function elements(): Step {
  return suite({
    name: "elements",
    command: "web-test-runner",
    args: ["--config", "packages/elements/web-test-runner.config.js"],
    env: { PORTICO_TEST_COUNTS: resultsFile("elements") },
    count: (report) => report as Counts,
  });
}

interface Suite {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Reads what the suite left in its results file. */
  count(report: unknown): Counts;
}

/** A test runner that speaks for itself while it runs and leaves its counts in its results file. */
function suite({ name, command, args, env = {}, count }: Suite): Step {
  return {
    name,
    run: async () => {
      rmSync(resultsFile(name), { force: true });
      const { code, output } = await run(command, args, { show: true, timeout: suiteTimeout, env });
      if (output) console.error(output);
      const counts = readCounts(name, count);
      return code !== 0 && counts.failed === 0 ? addCounts(counts, failedOnce) : counts;
    },
  };
}

function readCounts(name: string, count: Suite["count"]): Counts {
  try {
    return count(JSON.parse(readFileSync(resultsFile(name), "utf8")));
  } catch (error) {
    console.error(`${name} left no results: ${error instanceof Error ? error.message : error}`);
    return failedOnce;
  }
}

function resultsFile(name: string): string {
  return join(results, `${name}.json`);
}
