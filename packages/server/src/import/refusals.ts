/** Why a record, or a part of it, was not taken. */
export interface Refusal {
  /** Where the record stands in the file: its index, or its line. */
  position: number;
  /** What it is called there, as far as it says. */
  id: string;
  /** The member or column that is wrong. */
  field: string;
  value: unknown;
  reason: string;
}

const longestValue = 32;

/** The refusals as an aligned table for people; `position` is how the file counts its records. */
export function refusalTable(refusals: readonly Refusal[], position: "index" | "line"): string {
  const header = [position, "id", "field", "value", "reason"];
  const rows = refusals.map(({ position: at, id, field, value, reason }) => [
    String(at),
    id,
    field,
    shorten(value),
    reason,
  ]);
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => width(row[column] ?? ""))));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** One line, no control characters: a file must not write on the terminal what it likes. */
function shorten(value: unknown): string {
  const text = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const visible = text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  return [...visible].length > longestValue
    ? `${[...visible].slice(0, longestValue - 1).join("")}…`
    : visible;
}

/** Columns on a terminal: characters of East Asian scripts take two. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
