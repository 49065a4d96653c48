/** A table, or nothing without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A section with its heading, or nothing without text. */
export function section(title: string, text: string): string {
  return text && `## ${title}\n\n${text}`;
}

/** The parts that say something, with an empty line between. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

export function code(text: string): string {
  return text && `\`${text}\``;
}

/** A bar would end the cell, and so would the end of the line. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}
