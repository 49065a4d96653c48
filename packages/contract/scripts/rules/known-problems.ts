import { problems } from "../../src/problems.ts";
import { operationRule } from "./operation-rule.ts";

/** An operation promises only problems that the catalogue explains. */
export const knownProblems = operationRule(({ operation }) =>
  (operation["x-problems"] ?? [])
    .filter((code) => !Object.hasOwn(problems, code))
    .map((code) => `The problem catalogue has no \`${code}\`.`),
);
