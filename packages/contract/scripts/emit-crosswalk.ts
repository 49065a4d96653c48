import type { AnyCell, Crosswalk, Row, System } from "./read-crosswalk.ts";

const intro = `
How Portico's contract maps onto other systems. \`exact\`: one call or one value does it, and nothing of ours is lost;
\`partial\`: it comes near, and something is lost; \`composed\`: several calls do it, or something added to the system;
\`none\`: it cannot be done there.`.trim();

/** The crosswalk as a page for people: who fits how well at a glance, then every cell. */
export function emitCrosswalk({ systems, conventions, operations, states, fields }: Crosswalk): string {
  return [
    "<!-- Generated from crosswalk.yaml by scripts/generate.ts: change the source, not this file. -->",
    "# Crosswalk",
    intro,
    "## Systems",
    table(
      ["system", "version", "held against", "confidence"],
      Object.values(systems).map(({ name, version, documentation, confidence }) => [
        name,
        version,
        documentation,
        confidence,
      ]),
    ),
    "## How well each operation fits",
    glance("operation", operations, systems, ({ fit }) => fit),
    "## What each state is called",
    glance("state", states, systems, ({ value = "" }) => value),
    "## States",
    ...details(states, systems),
    "## Members",
    ...details(fields, systems),
    "## Conventions",
    ...details(conventions, systems),
    "## Operations",
    ...details(operations, systems),
  ].join("\n\n");
}

type Rows = Readonly<Record<string, Row<AnyCell>>>;
type Systems = Readonly<Record<string, System>>;

/** One line a row, one column a system. */
function glance(subject: string, rows: Rows, systems: Systems, show: (cell: AnyCell) => string): string {
  const keys = Object.keys(systems);
  return table(
    [subject, ...keys],
    Object.entries(rows).map(([name, row]) => [
      `[${name}](#${name.toLowerCase()})`,
      ...keys.map((key) => (row[key] ? show(row[key]) : "")),
    ]),
  );
}

/** One table a row, one line a system. */
function details(rows: Rows, systems: Systems): string[] {
  return Object.entries(rows).flatMap(([name, row]) => [
    `### ${name}`,
    table(
      ["system", "fit", "how", "note"],
      Object.entries(systems).flatMap(([key, system]) => (row[key] ? [line(system, row[key])] : [])),
    ),
  ]);
}

function line({ name }: System, { fit, calls, value, note = "" }: AnyCell): string[] {
  const how = calls ?? (value === undefined ? [] : [value]);
  return [name, fit, how.map((text) => `\`${text}\``).join("<br>"), note];
}

function table(head: string[], rows: string[][]): string {
  const joined = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [joined(head), joined(head.map(() => "---")), ...rows.map(joined)].join("\n");
}
