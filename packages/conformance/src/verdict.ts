import {
  type Requirement,
  type RequirementId,
  requirementOf,
  requirements,
} from "@portico/contract/requirements";
import type { Outcome } from "./check.js";
import { profilesForGold } from "./reach.js";
import type { CheckResult, RequirementResult, Verdict } from "./report/report.js";
import { isCounted } from "./select.js";
import { type Level, levels, type Mode } from "./session.js";

interface Tried {
  readonly mode: Mode;
  readonly level: Level;
  readonly profiles: readonly string[];
  /** Whether the run left out checks on purpose or was stopped. */
  readonly partial: boolean;
}

/** How each requirement fared: broken by a violation that names it, else as well as the checks that cite it. */
export function requirementResults(
  results: readonly CheckResult[],
  { level, profiles }: Tried,
): RequirementResult[] {
  const all: readonly Requirement[] = requirements;
  return all.flatMap((requirement) => {
    const id = requirement.id as RequirementId;
    const citing = results.filter((result) => result.requirements.includes(id));
    if (citing.length === 0 || !isCounted(id, level, profiles)) return [];
    const { keyword, profile, level: from, text } = requirement;
    const outcome = worst(citing.map((result) => outcomeFor(id, result)));
    return [{ id, keyword, profile, level: from, text, outcome, checks: citing.map((result) => result.id) }];
  });
}

/** The verdict of a run. A part of a run, or one that only read, reaches no level. */
export function judge(
  results: readonly CheckResult[],
  met: readonly RequirementResult[],
  tried: Tried,
): Verdict {
  const { mode, level, profiles, partial } = tried;
  const broken = met.filter(({ keyword, outcome }) => keyword === "MUST" && outcome === "fail");
  const errors = results.filter(({ outcome }) => outcome === "error");
  const certifies = mode !== "observe" && !partial;
  const obstacles = certifies ? obstaclesTo(level, met, profiles, mode) : broken.map(describeObstacle);
  const reached = certifies
    ? (levels
        .filter((each) => levels.indexOf(each) <= levels.indexOf(level))
        .findLast((each) => obstaclesTo(each, met, profiles, mode).length === 0) ?? null)
    : null;
  const conforms =
    broken.length === 0 && errors.length === 0 && (mode !== "certify" || partial || reached === level);
  return {
    conforms,
    reached,
    obstacles,
    sentence: sentenceOf({ ...tried, conforms, reached, broken: broken.length }),
  };
}

/** What stands between the backend and a level. */
function obstaclesTo(
  level: Level,
  met: readonly RequirementResult[],
  profiles: readonly string[],
  mode: Mode,
): string[] {
  const blocking: readonly Outcome[] =
    mode === "certify" ? ["fail", "error", "not-testable"] : ["fail", "error"];
  const counted = met.filter(({ id, keyword }) => keyword === "MUST" && isCounted(id, level, profiles));
  const obstacles = counted.filter(({ outcome }) => blocking.includes(outcome)).map(describeObstacle);
  const further = profiles.filter(
    (profile) =>
      profile !== "core" && met.some((each) => each.profile === profile && each.outcome === "pass"),
  );
  if (level === "gold" && further.length < profilesForGold)
    obstacles.push(
      `Gold takes ${profilesForGold} profiles beside the core; ${further.length} were tried with success.`,
    );
  return obstacles;
}

const describeObstacle = ({ id, outcome, text }: RequirementResult): string => `${id} (${outcome}): ${text}`;

function sentenceOf({
  mode,
  level,
  partial,
  conforms,
  reached,
  broken,
}: Tried & { conforms: boolean; reached: Level | null; broken: number }): string {
  if (!conforms && broken > 0)
    return `${broken} required ${broken === 1 ? "thing is" : "things are"} broken.`;
  if (partial) return conforms ? "Nothing that was tried is broken." : "The kit itself failed.";
  if (mode === "observe")
    return conforms ? "Nothing that can be seen by reading is broken." : "The kit itself failed.";
  if (reached === level) return `${capital(level)} is reached.`;
  return reached === null
    ? "No level is reached."
    : `${capital(reached)} is reached, ${capital(level)} is not.`;
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function outcomeFor(id: RequirementId, result: CheckResult): Outcome {
  if (result.violations.length === 0) return result.outcome;
  if (result.violations.some(({ requirement }) => requirement === id))
    return requirementOf(id).keyword === "MUST" ? "fail" : "warn";
  // The check ended before it came to this one.
  return "not-testable";
}

const order: readonly Outcome[] = ["fail", "error", "warn", "not-testable", "not-supported", "pass"];

const worst = (found: readonly Outcome[]): Outcome =>
  order.find((outcome) => found.includes(outcome)) ?? "not-testable";
