import { type OperationId, type ProblemCode, problems } from "@portico/contract";
import { Refusal } from "./problem.js";

export interface Failure {
  /** Status of the answer; that of the code unless given. */
  status?: number;
  /** Code of the problem; the catalogue's first of the status unless given, `unavailable` without either. */
  code?: ProblemCode;
  /** Seconds of a `Retry-After`. */
  retryAfter?: number;
  /** How many requests fail. Default 1. */
  times?: number;
}

/** What shall go wrong next. */
export class Faults {
  readonly #failures = new Map<OperationId, Refusal[]>();
  readonly #lost: OperationId[] = [];
  isOffline = false;
  delayMs = 0;

  failNext(
    operation: OperationId,
    { status, code = codeOf(status), retryAfter, times = 1 }: Failure = {},
  ): void {
    const refusal = new Refusal(code, {
      ...(status !== undefined && { status }),
      ...(retryAfter !== undefined && { headers: { "retry-after": String(retryAfter) } }),
    });
    const waiting = this.#failures.get(operation) ?? [];
    this.#failures.set(operation, [...waiting, ...Array<Refusal>(times).fill(refusal)]);
  }

  loseAnswer(operation: OperationId): void {
    this.#lost.push(operation);
  }

  /** Throws what the operation shall fail with. */
  strike(operation: OperationId): void {
    const refusal = this.#failures.get(operation)?.shift();
    if (refusal) throw refusal;
  }

  /** Whether the answer that is ready shall not arrive. */
  takesAnswer(operation: OperationId): boolean {
    const place = this.#lost.indexOf(operation);
    if (place >= 0) this.#lost.splice(place, 1);
    return place >= 0;
  }
}

function codeOf(status = 503): ProblemCode {
  const codes = Object.keys(problems) as ProblemCode[];
  return codes.find((code) => problems[code].status === status) ?? "internal";
}
