import { randomInt } from "node:crypto";
import { openApiDocument } from "@portico/contract/document";
import { requirementOf } from "@portico/contract/requirements";
import { type Check, type Observer, type Outcome, outcomes, type Stage } from "./check.js";
import { cleanUp } from "./clean-up.js";
import type { Exchange } from "./http/exchange.js";
import { Sender } from "./http/sender.js";
import { Journal } from "./journal.js";
import { Kit } from "./kit.js";
import { declaredLevel, reach } from "./reach.js";
import { recordViolation } from "./record.js";
import type { CheckResult, Leftover, Report, ViolationResult } from "./report/report.js";
import { select } from "./select.js";
import type { Level, Mode, Session, Tokens } from "./session.js";
import { judge, requirementResults } from "./verdict.js";
import { kitVersion } from "./version.js";
import { Interrupted, NotSupported, NotTestable, Violation } from "./violation.js";

export interface RunOptions {
  /** The backend's address: what `/v1` is put after. */
  readonly url: string;
  readonly tokens: Tokens;
  /** `sandbox` unless given. */
  readonly mode?: Mode;
  /** The level to try for; the one the backend's own declarations amount to unless given. */
  readonly level?: Level;
  /** Profiles to try beside the core; those the backend declares unless given. */
  readonly profiles?: readonly string[];
  /** Decides every sample; drawn unless given. */
  readonly seed?: number;
  /** Ids of checks or requirements to limit the run to. */
  readonly only?: readonly string[];
  /** Where a fuzzing check begins, from a report. */
  readonly replayPath?: string;
  /** Longest wait for an answer, in milliseconds; 10 000 unless given. */
  readonly timeoutMs?: number;
  /** Most requests; 20 000 unless given. */
  readonly maxRequests?: number;
  /** Leaves what the run made, for a look at it. */
  readonly keep?: boolean;
  /** Folder of the journal; nothing is written without one. */
  readonly journalFolder?: string;
  /** Stops the run: what it made is still removed. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export type Progress =
  | { readonly kind: "begun"; readonly runId: string; readonly checks: number }
  | { readonly kind: "started"; readonly stage: Stage; readonly id: string }
  | { readonly kind: "finished"; readonly result: CheckResult }
  | { readonly kind: "cleaning"; readonly things: number };

/**
 * Tries a backend and reports what was found. Throws `CannotRun` when no backend of the contract answers at the address
 * or a token is not taken.
 */
export async function runConformance(options: RunOptions): Promise<Report> {
  const startedAt = new Date();
  const start = performance.now();
  const { mode = "sandbox", only = [], onProgress = () => undefined } = options;
  const runId = startedAt.getTime().toString(36);
  const seed = options.seed ?? randomInt(1, 0x7fffffff);
  const url = options.url.replace(/\/+$/, "");
  const stop = options.signal ?? new AbortController().signal;
  const sending = { url, timeoutMs: options.timeoutMs ?? 10_000, requestCap: options.maxRequests ?? 20_000 };
  const sender = new Sender({ ...sending, readOnly: mode === "observe", signal: stop });
  const journal = new Journal(
    options.journalFolder ? Journal.fileOf(options.journalFolder, runId) : undefined,
  );
  sender.onExchange(journal.note);

  const reached = await reach(sender, options.tokens, runId);
  const level = options.level ?? declaredLevel(reached);
  const declaredProfiles = reached.capabilities.profiles.map(({ id }) => id);
  const profiles = ["core", ...(options.profiles ?? declaredProfiles).filter((id) => id !== "core")];
  const session: Session = {
    runId,
    seed,
    mode,
    level,
    tokens: options.tokens,
    sender,
    journal,
    ...reached,
    replayPath: options.replayPath,
  };

  const selection = select({ mode, level, profiles, only });
  onProgress({ kind: "begun", runId, checks: selection.checks.length });
  const watches = selection.observers.map((observer) => new Watch(observer, url));
  for (const watch of watches) sender.onExchange(watch.note);
  const results = await runChecks(session, selection.checks, url, onProgress);
  results.push(...watches.map((watch) => watch.result()));

  const leftovers: Leftover[] =
    mode === "observe" || options.keep ? [] : await removed(options, sending, session, onProgress);
  const interrupted = stop.aborted;
  const tried = { mode, level, profiles, partial: only.length > 0 || interrupted };
  const met = requirementResults(results, tried);
  return {
    format: "portico-conformance/1",
    kit: { version: kitVersion, contractVersion: openApiDocument.info.version },
    backend: {
      url,
      name: reached.capabilities.name,
      version: reached.capabilities.version ?? null,
      contractVersion: reached.capabilities.contractVersion,
      profiles: declaredProfiles,
    },
    run: {
      id: runId,
      startedAt: startedAt.toISOString(),
      milliseconds: Math.round(performance.now() - start),
      requests: sender.sent,
      seed,
      mode,
      level,
      profiles: options.profiles ?? null,
      only,
      interrupted,
    },
    verdict: judge(results, met, tried),
    counts: countOutcomes(results),
    checks: results,
    requirements: met,
    leftovers,
  };
}

/** Cleaning goes through a door of its own, which a run that was stopped does not shut. */
function removed(
  { signal: _, ...options }: RunOptions,
  sending: { url: string; timeoutMs: number; requestCap: number },
  session: Session,
  onProgress: (progress: Progress) => void,
): Promise<Leftover[]> {
  const sender = new Sender({ ...sending, readOnly: false, signal: new AbortController().signal });
  onProgress({ kind: "cleaning", things: session.journal.made.length });
  return cleanUp(session.journal.made, sender, options.tokens);
}

/** Runs the checks one after another, those that mostly wait beside them; the results keep the order of the checks. */
async function runChecks(
  session: Session,
  checks: readonly { stage: Stage; check: Check }[],
  url: string,
  onProgress: (progress: Progress) => void,
): Promise<CheckResult[]> {
  const run = async ({ stage, check }: { stage: Stage; check: Check }): Promise<CheckResult> => {
    onProgress({ kind: "started", stage, id: check.id });
    const result = await runCheck(session, stage, check, url);
    onProgress({ kind: "finished", result });
    return result;
  };
  const waiting = new Map(
    checks.filter(({ check }) => check.inBackground).map((each) => [each.check.id, run(each)]),
  );
  const results: CheckResult[] = [];
  for (const each of checks) results.push(await (waiting.get(each.check.id) ?? run(each)));
  return results;
}

async function runCheck(session: Session, stage: Stage, check: Check, url: string): Promise<CheckResult> {
  const start = performance.now();
  const { id, title, requirements } = check;
  const kit = new Kit(session, check);
  const done = (
    outcome: Outcome,
    reason: string | null,
    violations: ViolationResult[] = [],
  ): CheckResult => ({
    id,
    title,
    stage,
    requirements,
    outcome,
    reason,
    milliseconds: Math.round(performance.now() - start),
    violations,
  });
  try {
    kit.require(...(check.operations ?? []));
    for (const name of check.callers ?? []) kit.as(name);
    await check.run(kit);
    return done("pass", null);
  } catch (error) {
    if (error instanceof Violation) return done(severityOf(error), null, [recordViolation(error, id, url)]);
    if (error instanceof NotSupported) return done("not-supported", error.message);
    if (error instanceof NotTestable || error instanceof Interrupted)
      return done("not-testable", error.message);
    return done("error", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const severityOf = ({ requirement }: { requirement: Violation["requirement"] }): Outcome =>
  requirementOf(requirement).keyword === "MUST" ? "fail" : "warn";

/** An observer through a run: what it saw and what was wrong. */
class Watch {
  readonly #observer: Observer;
  readonly #url: string;
  readonly #faults = new Map<string, ViolationResult>();
  #seen = 0;

  constructor(observer: Observer, url: string) {
    this.#observer = observer;
    this.#url = url;
  }

  readonly note = (exchange: Exchange): void => {
    const { id } = this.#observer;
    if (!this.#observer.applies(exchange)) return;
    this.#seen += 1;
    for (const { requirement, message } of this.#observer.faults(exchange)) {
      // The same fault of the same operation is told once.
      const key = `${exchange.operation} ${message}`;
      if (this.#faults.has(key) || this.#faults.size >= mostFaults) continue;
      this.#faults.set(key, recordViolation(new Violation(requirement, message, [exchange]), id, this.#url));
    }
  };

  result(): CheckResult {
    const { id, title, requirements } = this.#observer;
    const violations = [...this.#faults.values()];
    const worst = violations.map(severityOf);
    const found: Outcome = worst.includes("fail") ? "fail" : worst.includes("warn") ? "warn" : "pass";
    const outcome = this.#seen === 0 ? "not-testable" : found;
    const reason = this.#seen === 0 ? "no answer that this is about" : null;
    return { id, title, stage: "schema", requirements, outcome, reason, milliseconds: 0, violations };
  }
}

/** Of one rule in one report. */
const mostFaults = 20;

const countOutcomes = (results: readonly CheckResult[]): Record<Outcome, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, results.filter((result) => result.outcome === outcome).length]),
  ) as Record<Outcome, number>;
