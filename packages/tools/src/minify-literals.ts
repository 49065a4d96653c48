import type { Plugin } from "vite";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface TaggedTemplate extends Node {
  readonly tag: { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

/** A static piece of a template and what it becomes. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly minified: string;
}

/** Tags that no style of ours draws within a line: white space at their edges is never seen. */
const block = "</?(?:article|dd|details|div|dl|dt|fieldset|h\\d|header|legend|li|ol|p|section|ul)\\b";
const atEdge = new RegExp(`\\s*\\n\\s*(?=${block}|/?>)|(?<=${block}[^<>]*>)\\s*\\n\\s*`, "g");

/** Takes out what only serves the reader of the source. Between words and what stands among them one space stays. */
const minifyMarkup = (text: string) => text.replace(atEdge, "").replace(/\s*\n\s*/g, " ");

/** They see the whole template, with a null character in the place of each value. */
const minifiers: Readonly<Record<string, (text: string) => string>> = {
  html: minifyMarkup,
  svg: minifyMarkup,
  css: (text) =>
    text
      .trim()
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s+/g, " ")
      .replace(/ ?([{};,]) ?/g, "$1")
      .replace(/: /g, ":")
      .replace(/;}/g, "}"),
};

/** Private custom properties, long in the sources so that they explain themselves; nobody outside may know them, and none may be a name of the page's own. */
const privateName = /--_crm-[\w-]+/g;

/**
 * Takes indentation and comments out of `html` and `css` templates, which a minifier of scripts leaves as they are, and
 * shortens the names of private custom properties.
 */
export function minifyLiterals(): Plugin {
  const names = new Set<string>();
  return {
    name: "portico-minify-literals",
    apply: "build",
    transform: {
      filter: { code: /\b(html|svg|css) *`/ },
      handler(code) {
        let minified = "";
        let at = 0;
        for (const piece of pieces(this.parse(code), code).toSorted((a, b) => a.start - b.start)) {
          minified += code.slice(at, piece.start) + piece.minified;
          at = piece.end;
        }
        for (const [name] of code.matchAll(privateName)) names.add(name);
        return { code: minified + code.slice(at), map: null };
      },
    },
    renderChunk: {
      // Sorted, so that the same sources give the same bytes in whatever order they were read.
      handler(code) {
        const sorted = [...names].sort();
        const short = (name: string) => `--_crm-${shortest(sorted.indexOf(name))}`;
        return { code: code.replace(privateName, short), map: null };
      },
    },
  };
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** `a` to `Z`, then `a1` to `Z1` and so on. */
function shortest(index: number): string {
  const round = Math.floor(index / letters.length);
  return `${letters[index % letters.length]}${round || ""}`;
}

/** The static pieces of all templates, nested ones after those around them. */
function pieces(node: unknown, code: string): Piece[] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.values(node).flatMap((child) => pieces(child, code));
  const { type, tag, quasi } = node as TaggedTemplate;
  const minify = type === "TaggedTemplateExpression" ? minifiers[tag.name ?? ""] : undefined;
  if (!minify) return inner;
  const texts = quasi.quasis.map(({ start, end }) => code.slice(start, end));
  const minified = minify(texts.join("\0")).split("\0");
  return [
    ...quasi.quasis.map(({ start, end }, index) => ({ start, end, minified: minified[index] ?? "" })),
    ...inner,
  ];
}
