import type { OperationId } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import type { Outcome, Stage } from "../check.js";
import type { Level, Mode } from "../session.js";

/** What a run found, as written to `report.json`. Everything but times and the run's id follows from seed and backend. */
export interface Report {
  /** Version of this format. */
  readonly format: "portico-conformance/1";
  readonly kit: { readonly version: string; readonly contractVersion: string };
  readonly backend: {
    readonly url: string;
    readonly name: string;
    readonly version: string | null;
    readonly contractVersion: string;
    readonly profiles: readonly string[];
  };
  readonly run: {
    /** Unlike that of any other run: it names the journal and the tag. */
    readonly id: string;
    readonly startedAt: string;
    readonly milliseconds: number;
    readonly seed: number;
    readonly mode: Mode;
    /** The level that was tried for. */
    readonly level: Level;
    /** Further profiles that were tried; null for those the backend declares. */
    readonly profiles: readonly string[] | null;
    /** What the run was limited to; empty for everything. */
    readonly only: readonly string[];
    readonly interrupted: boolean;
  };
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly checks: readonly CheckResult[];
  readonly requirements: readonly RequirementResult[];
  readonly leftovers: readonly LeftBehind[];
}

export interface Verdict {
  /** Whether nothing that was tried breaks a MUST and, when certifying, the level was reached. */
  readonly conforms: boolean;
  /** The highest level all of whose requirements were met; null for none, and always null when only observed. */
  readonly reached: Level | null;
  /** The verdict in a sentence. */
  readonly sentence: string;
  /** What keeps the backend from the level that was tried for, a sentence each. */
  readonly obstacles: readonly string[];
}

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly requirements: readonly RequirementId[];
  readonly outcome: Outcome;
  /** Why it was not supported, not testable or an error. */
  readonly reason: string | null;
  readonly milliseconds: number;
  readonly violations: readonly ViolationResult[];
}

export interface ViolationResult {
  readonly requirement: RequirementId;
  readonly message: string;
  /** How to see it again: arguments of `replay` after the report's name. */
  readonly replay: { readonly case: string; readonly path: string | null };
  /** The check that sent what a rule for all exchanges found; null where the check found it itself. */
  readonly sentBy: string | null;
  readonly exchanges: readonly RecordedExchange[];
}

/** An exchange without secrets and without personal data. */
export interface RecordedExchange {
  readonly caller: string;
  readonly operation: OperationId | null;
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  } | null;
  readonly failure: string | null;
  /** The request as a command line, the token as a variable such as `$TOKEN_A`. */
  readonly curl: string;
}

export interface RequirementResult {
  readonly id: RequirementId;
  readonly keyword: "MUST" | "SHOULD" | "MAY";
  readonly profile: string;
  readonly level: Level;
  readonly text: string;
  readonly outcome: Outcome;
  readonly checks: readonly string[];
}

/** Things of one sort that a run made and could not remove; all of them carry its tag. */
export interface LeftBehind {
  /** The operation that made them. */
  readonly operation: OperationId;
  readonly count: number;
  readonly why: string;
  /** Whether the contract has no way to do more; otherwise `clean` may try again. */
  readonly final: boolean;
}
