const widest = 100;

/** Breaks text at its spaces into lines that fit the terminal; a word that is longer than a line stays whole. */
export function wrap(text: string, indent = "", hanging = indent): string[] {
  const width = Math.min(process.stdout.columns ?? widest, widest);
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
