import { type RequirementId, requirementOf } from "@portico/contract/requirements";
import type { Check, Observer, Stage } from "./check.js";
import { catalogue, observers } from "./checks/index.js";
import { type Level, levels, type Mode } from "./session.js";

export interface Selection {
  readonly checks: readonly { readonly stage: Stage; readonly check: Check }[];
  readonly observers: readonly Observer[];
}

export interface Wanted {
  readonly mode: Mode;
  readonly level: Level;
  /** Profiles whose requirements count, the core among them. */
  readonly profiles: readonly string[];
  /** Ids of checks or of requirements; empty for all. */
  readonly only: readonly string[];
}

/** The checks of a run, in the order they run and are reported. */
export function select(wanted: Wanted): Selection {
  const chosenObservers = observers.filter((observer) => isWanted(observer, wanted));
  // An observer finds nothing without traffic: the calls of every operation are its least.
  const tour = wanted.only.length > 0 && chosenObservers.length > 0;
  const checks = catalogue.flatMap(({ stage, checks: ofStage }) =>
    ofStage
      .filter((check) => wanted.mode !== "observe" || !check.writes)
      .filter((check) => isWanted(check, wanted) || (tour && stage === "schema"))
      .map((check) => ({ stage, check })),
  );
  return { checks, observers: chosenObservers };
}

function isWanted({ id, requirements }: Check | Observer, { level, profiles, only }: Wanted): boolean {
  const counts = requirements.some((requirement) => isCounted(requirement, level, profiles));
  return (
    counts && (only.length === 0 || only.includes(id) || requirements.some((each) => only.includes(each)))
  );
}

/** Whether a requirement counts at a level and for these profiles. */
export function isCounted(id: RequirementId, level: Level, profiles: readonly string[]): boolean {
  const requirement = requirementOf(id);
  return levels.indexOf(requirement.level) <= levels.indexOf(level) && profiles.includes(requirement.profile);
}
