const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const string = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const template = String.raw`${"`"}(?:\\.|[^${"`"}\\])*${"`"}`;

const importOrNoise = new RegExp(
  String.raw`\b(?:from|import)\s*\(?\s*(?:"(?<double>[^"\n]+)"|'(?<single>[^'\n]+)')|${comment}|${string}|${template}`,
  "g",
);
const noise = new RegExp(`${comment}|${string}|${template}`, "g");

export interface Found {
  text: string;
  /** Counted from 1. */
  line: number;
}

/** Every module that a JavaScript or TypeScript source imports, exports from or loads, types included. */
export function importsOf(source: string): Found[] {
  return [...source.matchAll(importOrNoise)].flatMap((match) => {
    const text = match.groups?.double ?? match.groups?.single;
    return text ? [{ text, line: lineAt(source, match.index) }] : [];
  });
}

/** Uses of the given globals, outside comments and strings, that are not somebody's property of that name. */
export function globalsUsed(source: string, names: string[]): Found[] {
  const code = source.replace(noise, (text) => text.replace(/[^\n]/g, " "));
  const use = new RegExp(
    String.raw`(?<![\w$.]|\.\s)(?:globalThis\.|self\.)?(${names.join("|")})\b(?!\s*\??:)`,
    "g",
  );
  return [...code.matchAll(use)].map((match) => ({ text: match[1] ?? "", line: lineAt(code, match.index) }));
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split("\n").length;
}
