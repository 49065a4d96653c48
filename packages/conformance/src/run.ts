import { randomBytes, randomInt } from "node:crypto";
import { type OperationId, operations } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { isKnown } from "./catalogue.js";
import { type Outcome, outcomes, type Stage } from "./check.js";
import { cleanUp, type Leftover } from "./clean-up.js";
import { Sender, type SenderOptions } from "./http/sender.js";
import { Journal } from "./journal.js";
import { CannotRun, declaredLevel, type Reached, reach } from "./reach.js";
import { Recorder } from "./report/record.js";
import type { CheckResult, LeftBehind, Report } from "./report/report.js";
import { Secrets } from "./report/secrets.js";
import { runChecks } from "./run-checks.js";
import { type Selection, select } from "./select.js";
import type { Level, Mode, Session, Tokens } from "./session.js";
import { judge, requirementResults, type Tried } from "./verdict.js";
import { kitVersion } from "./version.js";
import { Watch } from "./watch.js";

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
  /** Longest run, in milliseconds; 15 minutes unless given. What it made is removed after that. */
  readonly maxDurationMs?: number;
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

/** Profiles of the contract. */
export const knownProfiles: readonly string[] = [
  ...new Set(Object.values(operations).map(({ profile }) => profile)),
];

/**
 * Tries a backend and reports what was found. Throws `CannotRun` when no backend of the contract answers at the address,
 * a token is not taken or nothing is left to try, and `Interrupted` when it is stopped before it has begun.
 */
export async function runConformance(options: RunOptions): Promise<Report> {
  expectKnown(options);
  const startedAt = new Date();
  const start = performance.now();
  const { tokens, mode = "sandbox", only = [], onProgress = () => undefined } = options;
  const runId = newRunId(startedAt);
  const stop = options.signal ?? new AbortController().signal;
  const timeIsUp = AbortSignal.timeout(options.maxDurationMs ?? 15 * 60_000);
  const sending: SenderOptions = {
    url: options.url.replace(/\/+$/, ""),
    timeoutMs: options.timeoutMs ?? 10_000,
    requestCap: options.maxRequests ?? 20_000,
    readOnly: mode === "observe",
    signal: AbortSignal.any([stop, timeIsUp]),
  };
  const sender = new Sender(sending);
  const journal = new Journal(
    options.journalFolder ? Journal.fileOf(options.journalFolder, runId) : undefined,
  );
  sender.onSending(journal.noteSending);
  sender.onExchange(journal.note);

  const reached = await reach(sender, tokens, runId);
  const level = options.level ?? declaredLevel(reached);
  const profiles = profilesOf(reached, options.profiles);
  const selection = select({ mode, level, profiles: profiles.tried, only });
  expectSomething(selection, mode, level);
  const session: Session = {
    runId,
    seed: options.seed ?? randomInt(1, 0x7fffffff),
    mode,
    level,
    tokens,
    sender,
    journal,
    ...reached,
    replayPath: options.replayPath,
  };

  onProgress({ kind: "begun", runId, checks: selection.checks.length });
  const results = await tried(session, selection, new Recorder(sending.url, tokens), onProgress);

  const interrupted = stop.aborted || timeIsUp.aborted;
  const extent = sender.gone ? "lost" : interrupted ? cutBy(stop) : only.length > 0 ? "part" : "whole";

  // A run that was stopped still cleans up: through a door of its own, which is open.
  const leftovers =
    options.keep || mode === "observe" || journal.isEmpty
      ? []
      : await removed(session, { ...sending, signal: new AbortController().signal }, onProgress);

  const limits: Tried = {
    mode,
    level,
    profiles: profiles.tried,
    undeclaredProfiles: profiles.undeclared,
    declared: reached.declared,
    extent,
  };
  const met = requirementResults(results, limits);
  return new Secrets(tokens).hideIn<Report>({
    format: "portico-conformance/1",
    kit: { version: kitVersion, contractVersion: openApiDocument.info.version },
    backend: {
      url: sending.url,
      name: String(reached.capabilities.name),
      version: textOrNull(reached.capabilities.version),
      contractVersion: reached.capabilities.contractVersion,
      profiles: profiles.declared,
    },
    run: {
      id: runId,
      startedAt: startedAt.toISOString(),
      milliseconds: Math.round(performance.now() - start),
      seed: session.seed,
      mode,
      level,
      profiles: options.profiles ?? null,
      only,
      interrupted,
    },
    verdict: judge(results, met, limits),
    counts: countOutcomes(results),
    checks: results,
    requirements: met,
    leftovers,
  });
}

/** From the time, and by chance, so that kits that start at once keep apart. Always of the same length. */
const newRunId = (at: Date): string =>
  at.getTime().toString(36) + randomBytes(4).readUInt32BE().toString(36).padStart(7, "0");

const cutBy = (stop: AbortSignal): Tried["extent"] => (stop.aborted ? "stopped" : "overdue");

function expectKnown({ profiles = [], only = [] }: RunOptions): void {
  const stranger = profiles.find((id) => !knownProfiles.includes(id));
  if (stranger !== undefined)
    throw new CannotRun(`The contract has no profile \`${stranger}\`. It has ${knownProfiles.join(", ")}.`);
  const unknown = only.find((id) => !isKnown(id));
  if (unknown !== undefined) throw new CannotRun(`There is no check or requirement ${unknown}.`);
}

function expectSomething({ checks, observers }: Selection, mode: Mode, level: Level): void {
  if (checks.length === 0 && observers.length === 0)
    throw new CannotRun(`Nothing that was asked for can be tried in mode ${mode} at level ${level}.`);
}

/** Which profiles count, beside what the backend says of them. */
function profilesOf({ capabilities }: Reached, wanted?: readonly string[]) {
  const declared = capabilities.profiles.map((profile) => profile?.id).filter((id) => typeof id === "string");
  const further = (wanted ?? declared).filter((id) => id !== "core");
  return {
    declared,
    tried: ["core", ...further],
    undeclared: further.filter((id) => !declared.includes(id)),
  };
}

async function tried(
  session: Session,
  selection: Selection,
  recorder: Recorder,
  onProgress: (progress: Progress) => void,
): Promise<CheckResult[]> {
  const watches = selection.observers.map((observer) => new Watch(observer, recorder));
  for (const watch of watches) session.sender.onExchange(watch.note);
  const results = await runChecks(session, selection.checks, recorder, {
    started: ({ stage, check: { id } }) => onProgress({ kind: "started", stage, id }),
    finished: (result) => onProgress({ kind: "finished", result }),
  });
  return [...results, ...watches.map((watch) => watch.result())];
}

async function removed(
  { journal, tokens, sender }: Session,
  sending: SenderOptions,
  onProgress: (progress: Progress) => void,
): Promise<LeftBehind[]> {
  onProgress({ kind: "cleaning", things: journal.made.length });
  const unreached = { why: "the backend no longer answers", final: false };
  return grouped(
    sender.gone
      ? journal.made.map((thing) => ({ ...thing, ...unreached }))
      : await cleanUp(journal, new Sender({ ...sending, requestCap: Infinity }), tokens),
  );
}

/** By sort, so that two runs with one seed say the same. */
function grouped(leftovers: readonly Leftover[]): LeftBehind[] {
  const groups = new Map<string, { operation: OperationId; count: number; why: string; final: boolean }>();
  for (const { operation, why, final } of leftovers) {
    const group = groups.get(`${operation} ${why}`) ?? { operation, count: 0, why, final };
    group.count += 1;
    groups.set(`${operation} ${why}`, group);
  }
  return [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

const countOutcomes = (results: readonly CheckResult[]): Record<Outcome, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, results.filter((result) => result.outcome === outcome).length]),
  ) as Record<Outcome, number>;
