import fc from "fast-check";
import type { Check } from "../check.js";
import { Violation } from "../violation.js";
import { search } from "./support/search.js";
import { describeStep, type Step, steps } from "./support/steps.js";
import { Subject } from "./support/subject.js";

const sequenceRuns = 14;
const longestSequence = 12;

/** Calls in any order, drawn from the seed, against what must follow from them. */
export const sequences: readonly Check[] = [
  {
    id: "sequences/any-order-of-calls",
    title:
      "After any sequence of calls, reads show what was written, the state follows from the moves and the log tells all.",
    requirements: ["CRM-SEQ-001", "CRM-SEQ-002", "CRM-SEQ-003"],
    operations: [
      "createServiceRequest",
      "getServiceRequest",
      "transitionServiceRequest",
      "createEntry",
      "listEntries",
    ],
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) =>
      search(
        kit,
        fc.array(steps, { minLength: 6, maxLength: longestSequence, size: "max" }),
        sequenceRuns,
        async (sequence) => {
          const subject = await Subject.make(kit);
          for (const [at, step] of sequence.entries()) {
            await subject.take(step).catch((error: unknown) => {
              throw after(error, sequence.slice(0, at + 1));
            });
          }
          await subject.compareLog().catch((error: unknown) => {
            throw after(error, sequence);
          });
        },
      ),
  },
];

/** The same violation with the calls that led to it. */
function after(error: unknown, sequence: readonly Step[]): unknown {
  if (!(error instanceof Violation)) return error;
  const story = sequence.map(describeStep).join(", then ");
  return new Violation(error.requirement, `${error.message} (after: ${story})`, error.evidence);
}
