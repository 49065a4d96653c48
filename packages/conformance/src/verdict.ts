import type { OperationId } from "@portico/contract";
import {
  type Requirement,
  type RequirementId,
  requirementOf,
  requirements,
} from "@portico/contract/requirements";
import type { Outcome } from "./check.js";
import { operationsOf, profilesForGold } from "./reach.js";
import type { CheckResult, RequirementResult, Verdict } from "./report/report.js";
import { isCounted } from "./select.js";
import { type Level, levels, type Mode } from "./session.js";

/** What a run went for and how far it came. */
export interface Tried {
  readonly mode: Mode;
  readonly level: Level;
  /** Profiles whose requirements count, the core among them. */
  readonly profiles: readonly string[];
  /** Profiles that were asked for and that the backend does not declare. */
  readonly undeclaredProfiles: readonly string[];
  readonly declared: ReadonlySet<OperationId>;
  /** Everything, or a part that was asked for; or it ended early: stopped, out of time or left by the backend. */
  readonly extent: "whole" | "part" | "stopped" | "overdue" | "lost";
}

/**
 * How each requirement fared: broken by a violation that names it, be it of a check about something else, which could not
 * come that far; else as well as the checks that cite it.
 */
export function requirementResults(
  results: readonly CheckResult[],
  { level, profiles }: Pick<Tried, "level" | "profiles">,
): RequirementResult[] {
  const all: readonly Requirement[] = requirements;
  return all.flatMap((requirement) => {
    const id = requirement.id as RequirementId;
    const citing = results.filter((result) => result.requirements.includes(id) || isBrokenIn(id, result));
    const counts = isCounted(id, level, profiles) || citing.some((result) => isBrokenIn(id, result));
    if (citing.length === 0 || !counts) return [];
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
  const { mode, level, extent } = tried;
  const broken = met.filter(isBroken);
  const isWhole = mode !== "observe" && extent === "whole";
  const obstacles = isWhole ? obstaclesTo(level, met, tried) : broken.map(describeObstacle);
  if (extent === "lost") obstacles.push("The backend stopped answering; what came after was not tried.");
  if (extent === "overdue")
    obstacles.push("The time was up; what came after was not tried. `--max-minutes` gives more.");
  const reached = isWhole ? highestReached(met, tried) : null;
  const sound =
    broken.length === 0 && results.every(({ outcome }) => outcome !== "error") && extent !== "lost";
  const conforms = sound && (mode !== "certify" || !isWhole || reached === level);
  return { conforms, reached, sentence: sentenceOf(tried, broken.length, sound, reached), obstacles };
}

const isBroken = ({ keyword, outcome }: RequirementResult): boolean =>
  keyword === "MUST" && outcome === "fail";

function highestReached(met: readonly RequirementResult[], tried: Tried): Level | null {
  const upTo = levels.slice(0, levels.indexOf(tried.level) + 1);
  return upTo.findLast((level) => obstaclesTo(level, met, tried).length === 0) ?? null;
}

/** What stands between the backend and a level. */
function obstaclesTo(level: Level, met: readonly RequirementResult[], tried: Tried): string[] {
  const { mode, profiles, undeclaredProfiles, declared } = tried;
  const blocking: readonly Outcome[] =
    mode === "certify" ? ["fail", "error", "not-testable"] : ["fail", "error"];
  const counted = met.filter(({ id, keyword }) => keyword === "MUST" && isCounted(id, level, profiles));
  const missing = operationsOf(level).filter((id) => !declared.has(id));
  const further = profiles.filter((profile) => profile !== "core" && hasPassed(met, { profile }));
  return [
    ...counted.filter(({ outcome }) => blocking.includes(outcome)).map(describeObstacle),
    ...(missing.length > 0
      ? [`${capital(level)} takes operations that are not declared: ${missing.join(", ")}.`]
      : []),
    ...undeclaredProfiles.map((profile) => `The profile \`${profile}\` is not declared.`),
    ...(hasPassed(met, { level }) ? [] : [`Nothing of ${capital(level)} was tried with success.`]),
    ...(level === "gold" && further.length < profilesForGold
      ? [`Gold takes ${profilesForGold} profiles beside the core; ${further.length} were tried with success.`]
      : []),
  ];
}

const hasPassed = (
  met: readonly RequirementResult[],
  wanted: Partial<Pick<RequirementResult, "level" | "profile">>,
): boolean =>
  met.some(
    ({ outcome, keyword, level, profile }) =>
      outcome === "pass" &&
      keyword === "MUST" &&
      level === (wanted.level ?? level) &&
      profile === (wanted.profile ?? profile),
  );

const describeObstacle = ({ id, outcome, text }: RequirementResult): string => `${id} (${outcome}): ${text}`;

function sentenceOf(tried: Tried, broken: number, sound: boolean, reached: Level | null): string {
  const { mode, level, extent } = tried;
  if (extent === "lost") return "The backend stopped answering in the middle of the run.";
  if (broken > 0) return `${broken} required ${broken === 1 ? "thing is" : "things are"} broken.`;
  if (!sound) return "The kit itself failed.";
  if (extent === "stopped" || extent === "overdue")
    return "The run was stopped; nothing that was tried before is broken.";
  if (extent === "part") return "Nothing that was tried is broken.";
  if (mode === "observe") return "Nothing that can be seen by reading is broken.";
  if (reached === level) return `${capital(level)} is reached.`;
  return reached === null
    ? "No level is reached."
    : `${capital(reached)} is reached, ${capital(level)} is not.`;
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const isBrokenIn = (id: RequirementId, { violations }: CheckResult): boolean =>
  violations.some(({ requirement }) => requirement === id);

function outcomeFor(id: RequirementId, result: CheckResult): Outcome {
  if (result.violations.length === 0) return result.outcome;
  if (isBrokenIn(id, result)) return requirementOf(id).keyword === "MUST" ? "fail" : "warn";
  // A rule for all exchanges tells of everything it finds; a check ended before it came to this one.
  return result.violations.every(({ sentBy }) => sentBy !== null) ? "pass" : "not-testable";
}

const order: readonly Outcome[] = ["fail", "error", "warn", "not-testable", "not-supported", "pass"];

const worst = (found: readonly Outcome[]): Outcome =>
  order.find((outcome) => found.includes(outcome)) ?? "not-testable";
