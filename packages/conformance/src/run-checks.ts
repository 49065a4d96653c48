import { requirementOf } from "@portico/contract/requirements";
import type { Check, Outcome, Stage } from "./check.js";
import { Kit } from "./kit.js";
import type { Recorder } from "./report/record.js";
import type { CheckResult, ViolationResult } from "./report/report.js";
import type { Session } from "./session.js";
import { currentTrace, Trace } from "./trace.js";
import { Interrupted, NotSupported, NotTestable, Violation } from "./violation.js";

export interface Staged {
  readonly stage: Stage;
  readonly check: Check;
}

export interface Events {
  started(each: Staged): void;
  finished(result: CheckResult): void;
}

/** Runs checks one after another, those that mostly wait beside them; the results keep the order of the checks. */
export async function runChecks(
  session: Session,
  checks: readonly Staged[],
  recorder: Recorder,
  events: Events,
): Promise<CheckResult[]> {
  const run = async (each: Staged): Promise<CheckResult> => {
    events.started(each);
    const trace = new Trace(each.check.id);
    const result = await currentTrace.run(trace, () => runCheck(session, each, recorder));
    events.finished(result);
    return result;
  };
  const waiting = new Map(
    checks.filter(({ check }) => check.inBackground).map((each) => [each.check.id, run(each)]),
  );
  const results: CheckResult[] = [];
  for (const each of checks) results.push(await (waiting.get(each.check.id) ?? run(each)));
  return results;
}

async function runCheck(
  session: Session,
  { stage, check }: Staged,
  recorder: Recorder,
): Promise<CheckResult> {
  const start = performance.now();
  const { id, title, requirements } = check;
  const kit = new Kit(session, check);
  const done = (
    outcome: Outcome,
    reason: string | null,
    violations: readonly ViolationResult[] = [],
  ): CheckResult => {
    const milliseconds = Math.round(performance.now() - start);
    return { id, title, stage, requirements, outcome, reason, milliseconds, violations };
  };
  try {
    kit.require(...(check.operations ?? []));
    for (const name of check.callers ?? []) kit.as(name);
    await check.run(kit);
    return done("pass", null);
  } catch (error) {
    if (error instanceof Violation)
      return done(severityOf(error), null, [recorder.violation(error, { case: id, sentBy: null })]);
    if (error instanceof NotSupported) return done("not-supported", error.message);
    if (error instanceof NotTestable || error instanceof Interrupted)
      return done("not-testable", error.message);
    return done("error", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** What a broken requirement amounts to. */
export const severityOf = ({ requirement }: Pick<Violation, "requirement">): "fail" | "warn" =>
  requirementOf(requirement).keyword === "MUST" ? "fail" : "warn";
