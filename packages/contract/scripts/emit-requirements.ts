import type { Requirement } from "../src/requirements.ts";

/** The requirements as a table, one line each. */
export function emitRequirements(requirements: readonly Requirement[]): string {
  return [
    'import type { Requirement } from "../requirements.js";',
    "",
    "export const requirements = [",
    ...requirements.map((requirement) => `  ${JSON.stringify(requirement)},`),
    "] as const satisfies readonly Requirement[];",
  ].join("\n");
}
