import { requirements } from "./generated/requirements.js";

export { requirements };

/** One thing a compliant backend does, from `requirements.yaml`. */
export interface Requirement {
  /** Such as `CRM-SR-014`: it never changes and is never used again. */
  readonly id: `CRM-${string}-${string}`;
  /** As RFC 2119 defines it. */
  readonly keyword: "MUST" | "SHOULD" | "MAY";
  /** The profile of the contract it belongs to. */
  readonly profile: "core" | "relationship" | "voice" | "summary";
  /** From which level of certification on it counts. */
  readonly level: "bronze" | "silver" | "gold";
  /** One sentence. */
  readonly text: string;
  /** JSON Pointer to the place of the bundled document that it explains. */
  readonly pointer: string;
}

export type RequirementId = (typeof requirements)[number]["id"];

const all: readonly Requirement[] = requirements;
const byId = Object.fromEntries(all.map((requirement) => [requirement.id, requirement]));

export const requirementOf = (id: RequirementId): Requirement =>
  (byId as Record<RequirementId, Requirement>)[id];
