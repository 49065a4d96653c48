import type { Observer, Outcome } from "./check.js";
import type { Exchange } from "./http/exchange.js";
import type { Recorder } from "./report/record.js";
import type { CheckResult, ViolationResult } from "./report/report.js";
import { severityOf } from "./run-checks.js";
import { currentTrace } from "./trace.js";
import { Violation } from "./violation.js";

/** Of one rule in one report. */
const mostFaults = 20;

/** What a fault is, without the ids and values of one answer: the same of one operation is told once. */
const kindOf = (message: string): string => message.replaceAll(/\/v1\S*|"[^"]*"|\d+/g, "");

/** An observer through a run: whether it saw what it is about, and what was wrong. */
export class Watch {
  readonly #observer: Observer;
  readonly #recorder: Recorder;
  readonly #faults = new Map<string, ViolationResult>();
  #hasSeen = false;

  constructor(observer: Observer, recorder: Recorder) {
    this.#observer = observer;
    this.#recorder = recorder;
  }

  readonly note = (exchange: Exchange): void => {
    if (!this.#observer.applies(exchange)) return;
    this.#hasSeen = true;
    for (const { requirement, message } of this.#observer.faults(exchange)) {
      const key = `${exchange.operation} ${requirement} ${kindOf(message)}`;
      if (this.#faults.has(key) || this.#faults.size >= mostFaults) continue;
      const violation = new Violation(requirement, message, [exchange]);
      const sentBy = currentTrace.getStore()?.check ?? null;
      this.#faults.set(key, this.#recorder.violation(violation, { case: this.#observer.id, sentBy }));
    }
  };

  result(): CheckResult {
    const { id, title, requirements } = this.#observer;
    // By what they are, since checks that run side by side find them in any order.
    const violations = [...this.#faults.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, violation]) => violation);
    const worst = violations.map(severityOf);
    const found: Outcome = worst.includes("fail") ? "fail" : worst.includes("warn") ? "warn" : "pass";
    const outcome = this.#hasSeen ? found : "not-testable";
    const reason = this.#hasSeen ? null : "no answer that this is about";
    return { id, title, stage: "schema", requirements, outcome, reason, milliseconds: 0, violations };
  }
}
