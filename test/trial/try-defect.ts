import { runConformance } from "@portico/conformance";
import type { RequirementId } from "@portico/contract/requirements";
import type { Defect } from "./defect.ts";
import { type Ground, startDefective } from "./server.ts";

/** What the kit said of one backend. */
export interface Finding {
  /** Null for the backend without a defect. */
  readonly defect: string | null;
  readonly checks: readonly Outcome[];
  /** Why there are no checks. */
  readonly failure: string | null;
  readonly milliseconds: number;
}

/** How one check ended that did not pass. */
interface Outcome {
  readonly id: string;
  readonly outcome: string;
  readonly requirements: readonly RequirementId[];
  readonly broken: readonly RequirementId[];
  readonly what: string;
}

export interface Trying {
  readonly ground: Ground;
  /** Runs every check instead of those that cite what the defect breaks. */
  readonly whole: boolean;
}

/** The same for every trial, so that two of them can be compared. */
const seed = 1;

export async function tryDefect(defect: Defect | null, { ground, whole }: Trying): Promise<Finding> {
  const start = performance.now();
  const backend = await startDefective(defect, ground);
  const name = defect?.name ?? null;
  const milliseconds = () => Math.round(performance.now() - start);
  try {
    const { checks } = await runConformance({
      url: backend.url,
      tokens: backend.tokens,
      mode: "certify",
      level: "gold",
      seed,
      // What the run made goes with the backend.
      keep: true,
      ...(whole || defect === null ? {} : { only: defect.breaks }),
    });
    const outcomes = checks
      .filter(({ outcome }) => outcome !== "pass")
      .map(({ id, outcome, requirements, violations, reason }) => ({
        id,
        outcome,
        requirements,
        broken: violations.map(({ requirement }) => requirement),
        what: violations[0]?.message ?? reason ?? "",
      }));
    return { defect: name, checks: outcomes, failure: null, milliseconds: milliseconds() };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { defect: name, checks: [], failure, milliseconds: milliseconds() };
  } finally {
    await backend.close();
  }
}

/** The checks that caught a defect: they cite what it breaks and failed, or named it in a warning. */
export const catchesOf = ({ breaks }: Defect, { checks }: Finding): readonly string[] =>
  checks
    .filter(({ outcome, requirements, broken }) => {
      const holds = (ids: readonly RequirementId[]) => breaks.some((id) => ids.includes(id));
      return outcome === "fail" ? holds(requirements) : outcome === "warn" && holds(broken);
    })
    .map(({ id }) => id);
