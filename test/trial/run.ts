import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Defect } from "./defect.ts";
import { defects } from "./defects/index.ts";
import { catchesByCheck, killTable, type Tried } from "./kill-table.ts";
import { prepareGround } from "./server.ts";
import { catchesOf, type Finding, type Trying } from "./try-defect.ts";

const page = fileURLToPath(new URL("../../packages/conformance/docs/trial.md", import.meta.url));

/**
 * `npm run trial`: holds the kit to what it must find. The sound backend passes all of it, and every defect is caught
 * by a check of what it breaks. Writes the table of the docs, or compares it with `--check`.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      defect: { type: "string", multiple: true, default: [] },
      parallel: { type: "string", default: "2" },
      whole: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
    },
  });
  const unknown = values.defect.filter((name) => !defects.some((defect) => defect.name === name));
  if (unknown.length > 0) {
    console.error(`There is no defect ${unknown.join(", ")}.`);
    return 2;
  }
  const isPartial = values.defect.length > 0;
  const chosen = defects.filter(({ name }) => !isPartial || values.defect.includes(name));
  const names = [...(isPartial ? [] : [null]), ...chosen.map(({ name }) => name)];

  const { ground, leave } = await prepareGround();
  const findings = await tryAll(names, { ground, whole: values.whole }, Number(values.parallel)).finally(
    leave,
  );
  const tried = chosen.map((defect) => ({ defect, caughtBy: catchesIn(findings, defect) }));
  const faults = [...faultsOfSound(findings), ...uncaught(tried), ...(isPartial ? [] : idleChecks(tried))];
  if (!isPartial && !values.whole) faults.push(...keepTable(killTable(tried), values.check));
  console.log(["", ...faults, `${tried.length} defects tried, ${faults.length} faults.`].join("\n"));
  return faults.length === 0 ? 0 : 1;
}

/** Tries them all, some at once, each in a thread that takes the next when it is done. */
async function tryAll(
  names: readonly (string | null)[],
  trying: Trying,
  parallel: number,
): Promise<Finding[]> {
  const left = [...names];
  const findings: Finding[] = [];
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: trying,
      // What a defect makes the server complain about is no news.
      stderr: true,
    });
    const ended = new Promise<never>((_, reject) => {
      worker.once("error", reject).once("exit", () => reject(new Error("A thread ended before its work.")));
    });
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const message = new Promise<Finding>((resolve) => worker.once("message", resolve));
      worker.postMessage(name);
      const finding = await Promise.race([message, ended]);
      findings.push(finding);
      console.log(`${String(findings.length).padStart(4)}/${names.length} ${describe(finding)}`);
    }
    ended.catch(() => undefined);
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return findings;
}

function describe(finding: Finding): string {
  const { defect, failure, checks, milliseconds } = finding;
  const tried = defects.find(({ name }) => name === defect);
  const caughtBy = tried ? catchesOf(tried, finding) : [];
  const others = checks.map(({ id, outcome, what }) => `${outcome} ${id}: ${what.split("\n")[0]}`);
  const found = failure ?? (caughtBy.length > 0 ? caughtBy.join(", ") : ["", ...others].join("\n       "));
  const mark = tried && caughtBy.length === 0 ? "UNCAUGHT " : "";
  return `${mark}${defect ?? "(no defect)"} (${(milliseconds / 1000).toFixed(1)} s) ${found}`;
}

function catchesIn(findings: readonly Finding[], defect: Defect): readonly string[] {
  const finding = findings.find((each) => each.defect === defect.name);
  return finding ? catchesOf(defect, finding) : [];
}

function faultsOfSound(findings: readonly Finding[]): string[] {
  const sound = findings.find(({ defect }) => defect === null);
  if (!sound) return [];
  if (sound.failure !== null) return [`The sound backend could not be tried: ${sound.failure}`];
  return sound.checks
    .filter(({ outcome }) => ["fail", "warn", "error"].includes(outcome))
    .map(({ id, outcome, what }) => `The sound backend does not pass ${id} (${outcome}): ${what}`);
}

const uncaught = (tried: readonly Tried[]): string[] =>
  tried
    .filter(({ caughtBy }) => caughtBy.length === 0)
    .map(({ defect: { name, breaks } }) => `Uncaught: ${name} (${breaks.join(", ")})`);

const idleChecks = (tried: readonly Tried[]): string[] =>
  catchesByCheck(tried)
    .filter(({ isRequired, caught }) => isRequired && caught === 0)
    .map(({ id, requirements }) => `Catches nothing: ${id} (${requirements.join(", ")})`);

function keepTable(table: string, isCheck: boolean): string[] {
  const kept = existsSync(page) ? readFileSync(page, "utf8") : "";
  if (kept === table) return [];
  if (isCheck) return [`${page} is not what the trial found; run \`npm run trial\`.`];
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, table);
  return [];
}
