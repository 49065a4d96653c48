import type { Cell, Crosswalk, Row } from "./read-crosswalk.ts";

type Shown = Cell & { calls?: readonly string[] | undefined; value?: string | undefined };

/** The crosswalk as a page for people: who fits how well at a glance, then every cell. */
export function emitCrosswalk({ systems, operations, ...others }: Crosswalk): string {
  const columns = Object.keys(systems);
  const names = columns.map((key) => systems[key]?.name ?? key);
  return [
    "<!-- Generated from crosswalk.yaml by scripts/generate.ts: change the source, not this file. -->",
    "# Crosswalk",
    "How Portico's contract maps onto other systems. `exact`: one call or one value does it, and nothing of ours is lost; " +
      "`partial`: it comes near, and something is lost; `composed`: several calls do it, or something added to the system; " +
      "`none`: it cannot be done there.",
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
    table(
      ["operation", ...columns],
      Object.entries(operations).map(([id, row]) => [
        `[${id}](#${id.toLowerCase()})`,
        ...columns.map((key) => row[key]?.fit ?? ""),
      ]),
    ),
    ...section("States", others.states),
    ...section("Members", others.fields),
    ...section("Conventions", others.conventions),
    "## Operations",
    ...details(operations),
  ].join("\n\n");

  function section(title: string, rows: Readonly<Record<string, Row<Shown>>>): string[] {
    return [`## ${title}`, ...details(rows)];
  }

  function details(rows: Readonly<Record<string, Row<Shown>>>): string[] {
    return Object.entries(rows).flatMap(([name, row]) => [
      `### ${name}`,
      table(
        ["system", "fit", "how", "note"],
        columns.map((key, place) => {
          const { fit, calls, value, note = "" } = row[key] ?? { fit: "none" };
          const how = calls ?? (value === undefined ? [] : [value]);
          return [names[place] ?? key, fit, how.map((text) => `\`${text}\``).join("<br>"), note];
        }),
      ),
    ]);
  }
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
