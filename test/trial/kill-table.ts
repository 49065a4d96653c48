import { catalogue, observers } from "@portico/conformance";
import { type RequirementId, requirementOf } from "@portico/contract/requirements";
import type { Defect } from "./defect.ts";

export interface Tried {
  readonly defect: Defect;
  /** Ids of the checks that caught it. */
  readonly caughtBy: readonly string[];
}

interface CheckCatches {
  readonly id: string;
  readonly requirements: readonly RequirementId[];
  readonly isRequired: boolean;
  readonly caught: number;
}

/** How many defects each check caught, in the order of the catalogue. */
export function catchesByCheck(tried: readonly Tried[]): CheckCatches[] {
  return [...catalogue.flatMap(({ checks }) => checks), ...observers].map(({ id, requirements }) => ({
    id,
    requirements,
    isRequired: requirements.some((requirement) => requirementOf(requirement).keyword === "MUST"),
    caught: tried.filter(({ caughtBy }) => caughtBy.includes(id)).length,
  }));
}

/** The table of the docs: what was tried, what caught it and what caught nothing. */
export function killTable(tried: readonly Tried[]): string {
  const checks = catchesByCheck(tried);
  const required = checks.filter(({ isRequired }) => isRequired);
  const caught = tried.filter(({ caughtBy }) => caughtBy.length > 0);
  const catching = required.filter((check) => check.caught > 0);
  return `# The kit on trial

A kit is worth what it catches. Each of these defects is switched on alone in the reference backend, and the checks that
cite what it breaks are run against it. This page is made by \`npm run trial\`.

- ${caught.length} of ${tried.length} defects are caught.
- ${catching.length} of ${required.length} checks of a MUST catch at least one.

## Defects

${table(
  ["Defect", "What the backend does", "Breaks", "Caught by"],
  tried.map(({ defect: { name, summary, breaks }, caughtBy }) => [
    code(name),
    summary,
    breaks.join(", "),
    caughtBy.map(code).join(", ") || "**nothing**",
  ]),
)}

## Checks

${table(
  ["Check", "Proves", "Defects caught"],
  checks.map(({ id, requirements, caught: count }) => [code(id), requirements.join(", "), String(count)]),
)}
`;
}

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|");
