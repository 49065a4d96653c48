import type { OperationId } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import type { CallerName } from "./http/caller.js";
import type { Exchange } from "./http/exchange.js";
import type { Kit } from "./kit.js";

/** The parts of a run, in their order. */
export const stages = [
  "reach",
  "capabilities",
  "schema",
  "semantics",
  "negative",
  "fuzz",
  "resilience",
] as const;

export type Stage = (typeof stages)[number];

/**
 * What a check found: `fail` breaks a MUST, `warn` a SHOULD or MAY; `not-supported` is not declared by the backend,
 * `not-testable` could not be tried and says why, `error` is the kit's own fault.
 */
export const outcomes = ["pass", "fail", "warn", "not-supported", "not-testable", "error"] as const;

export type Outcome = (typeof outcomes)[number];

interface Described {
  /** Topic and name, unique and stable: `paging/every-row-once`. */
  readonly id: string;
  /** What a backend that passes does, as a sentence. */
  readonly title: string;
  /** What it proves; a violation names one of these. */
  readonly requirements: readonly [RequirementId, ...RequirementId[]];
}

/** One trial of a backend. It fails by throwing a `Violation`. */
export interface Check extends Described {
  /** What it calls; it is not supported where one of these is not declared. */
  readonly operations?: readonly OperationId[];
  /** Callers it needs besides a guest. */
  readonly callers?: readonly CallerName[];
  /** Whether it sends anything but GET: such a check is no part of `observe`. */
  readonly writes: boolean;
  /** Mostly waits, and so runs beside the others. */
  readonly inBackground?: boolean;
  run(kit: Kit): Promise<void>;
}

/** A rule that every exchange of a run is held to, whichever check sends it. */
export interface Observer extends Described {
  /** What is wrong with this exchange; nothing when all is well or it does not apply. */
  faults(exchange: Exchange): readonly Fault[];
  /** Whether the rule says anything about this exchange; a run without one has not tried the rule. */
  applies(exchange: Exchange): boolean;
}

export interface Fault {
  readonly requirement: RequirementId;
  readonly message: string;
}
