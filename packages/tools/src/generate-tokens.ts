import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type RunResult, root } from "./repo.ts";

/** A custom property a page may set. */
export interface Token {
  readonly name: string;
  /** The private property that holds it within an element, without its `--_crm-`; none where it is used as it is. */
  readonly as?: string;
  readonly light?: string;
  readonly dark?: string;
  /** The system's colour in its place where the visitor forces colours. */
  readonly forced?: string;
  /** What is not a colour by theme. */
  readonly value?: string;
  /** The value in Chinese, whose characters want more room. */
  readonly chinese?: string;
  /** The default in words, where the value would not be understood. */
  readonly default?: string;
  readonly sets: string;
}

export type Tokens = Readonly<Record<string, readonly Token[]>>;

const elements = join(root, "packages/elements");
const styles = join(elements, "src/internal/styles");
const marks = ["<!-- tokens: generated from tokens.json -->", "<!-- /tokens -->"] as const;

export function readTokens(): Tokens {
  return JSON.parse(readFileSync(join(elements, "tokens.json"), "utf8"));
}

/** Makes the stylesheet and the tables of the tokens, or with `check` fails when they differ from `tokens.json`. */
export async function generateTokens(check: boolean): Promise<RunResult> {
  const tokens = readTokens();
  const readme = readFileSync(join(elements, "README.md"), "utf8");
  const made = {
    [join(styles, "tokens.styles.ts")]: stylesheet(Object.values(tokens).flat()),
    [join(elements, "docs/tokens.md")]: page(tokens),
    [join(elements, "README.md")]: between(readme, tables(tokens)),
  };
  const drifted = Object.entries(made).filter(([file, text]) => readOrEmpty(file) !== text);
  if (check && drifted.length > 0) {
    const names = drifted.map(([file]) => relative(root, file)).join(", ");
    return { code: 1, output: `${names} differ from what tokens.json says.\n` };
  }
  for (const [file, text] of drifted) writeFileSync(file, text);
  return { code: 0, output: "" };
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function stylesheet(tokens: readonly Token[]): string {
  const held = tokens.filter(({ as }) => as);
  const lines = (list: readonly Token[], value: (token: Token) => string | undefined, indent = "    ") =>
    list.map((token) => `${indent}--_crm-${token.as}: ${value(token)};`).join("\n");
  return `// Generated from tokens.json by \`npm run generate\`.
import { css } from "lit";

/** The public tokens, resolved once into private ones on the inner node, where no page can set them by accident. */
export const tokens = css\`
  .base {
${lines(held, (token) => `var(${token.name}, ${initial(token)})`)}
  }

  .base:lang(zh) {
${lines(
  held.filter(({ chinese }) => chinese),
  (token) => `var(${token.name}, ${token.chinese})`,
)}
  }

  @media (forced-colors: active) {
    .base {
${lines(
  held.filter(({ forced }) => forced),
  ({ forced }) => forced,
  "      ",
)}
    }
  }
\`;
`;
}

function initial({ light, dark, value }: Token): string | undefined {
  return light && dark ? `light-dark(${light}, ${dark})` : value;
}

function page(tokens: Tokens): string {
  return `# Tokens

Custom properties, set anywhere above the elements. Generated from \`tokens.json\`, which the package
publishes as \`@portico/elements/tokens.json\` for design tools.

${tables(tokens)}
`;
}

function tables(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([group, list]) => (group === "colour" ? colourTable(list) : plainTable(group, list)))
    .join("\n\n");
}

const code = (text: string | undefined): string => `\`${text}\``;

function colourTable(list: readonly Token[]): string {
  return table(
    ["colour", "light", "dark", "forced colours", "sets"],
    list.map((token) => [
      code(token.name),
      ...(token.light ? [code(token.light), code(token.dark)] : [token.default, token.default]),
      token.forced ? code(token.forced) : "",
      token.sets,
    ]),
  );
}

function plainTable(group: string, list: readonly Token[]): string {
  return table(
    [group, "default", "sets"],
    list.map(({ name, value, chinese, default: words, sets }) => [
      code(name),
      words ?? (chinese ? `${code(value)}, in Chinese ${code(chinese)}` : code(value)),
      sets,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function between(text: string, made: string): string {
  const [from, to] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${marks.join(" and ")}.`);
  return `${text.slice(0, from + marks[0].length)}\n\n${made}\n\n${text.slice(to)}`;
}
