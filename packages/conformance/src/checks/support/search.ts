import fc from "fast-check";
import type { Kit } from "../../kit.js";
import { Violation } from "../../violation.js";

/** Longest time for one search, shrinking included, in milliseconds. */
const searchMs = 20_000;

/** Tries a property on seeded samples; what breaks it is made small and told with its place among the samples. */
export async function search<T>(
  kit: Kit,
  samples: fc.Arbitrary<T>,
  numRuns: number,
  property: (sample: T) => Promise<void>,
): Promise<void> {
  const found = await fc.check(fc.asyncProperty(samples, property), {
    seed: kit.seed,
    numRuns,
    interruptAfterTimeLimit: searchMs,
    ...(kit.replayPath === undefined ? {} : { path: kit.replayPath, endOnFailure: true }),
  });
  if (!found.failed) return;
  const { errorInstance: error, counterexamplePath: path } = found;
  if (!(error instanceof Violation)) throw error ?? new Error("The search ended without a result.");
  throw new Violation(error.requirement, error.message, error.evidence, path);
}
