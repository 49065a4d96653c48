import { type Requirement, requirements } from "@portico/contract/requirements";
import type { Check, Observer, Stage } from "./check.js";
import { catalogue, observers } from "./checks/index.js";

/** Every check and observer with its stage, in the order of a report. */
export const everyCheck: readonly { readonly stage: Stage; readonly check: Check | Observer }[] = [
  ...catalogue.flatMap(({ stage, checks }) => checks.map((check) => ({ stage, check }))),
  ...observers.map((check) => ({ stage: "schema", check }) as const),
];

const all: readonly Requirement[] = requirements;

/** Whether an id is that of a check or of a requirement. */
export const isKnown = (id: string): boolean =>
  everyCheck.some(({ check }) => check.id === id) || all.some((requirement) => requirement.id === id);
