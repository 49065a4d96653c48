import type { RequirementId } from "@portico/contract/requirements";
import type { Exchange } from "./http/exchange.js";

/** The backend breaks a requirement. The evidence ends with the exchange that shows it. */
export class Violation extends Error {
  override readonly name = "Violation";
  readonly requirement: RequirementId;
  readonly evidence: readonly Exchange[];
  /** Where among its samples a fuzzing check found it. */
  readonly path: string | null;

  constructor(
    requirement: RequirementId,
    message: string,
    evidence: readonly Exchange[] = [],
    path: string | null = null,
  ) {
    super(message);
    this.requirement = requirement;
    this.evidence = evidence;
    this.path = path;
  }
}

/** The check cannot be tried on this backend as it is; the message says what it lacks. */
export class NotTestable extends Error {
  override readonly name = "NotTestable";
}

/** The backend does not declare what the check is about. */
export class NotSupported extends Error {
  override readonly name = "NotSupported";
}

/** The run was stopped from outside; no check is to blame. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
