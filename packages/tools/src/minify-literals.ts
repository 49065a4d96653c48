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

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly minify: (text: string) => string;
}

/** Takes out what only serves the reader of the source. Between tags one space stays: it may be one between words. */
const minifiers: Readonly<Record<string, (text: string) => string>> = {
  html: (text) => text.replace(/\s*\n\s*/g, " "),
  css: (text) =>
    text
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
      filter: { code: /\b(html|css) *`/ },
      handler(code) {
        let minified = "";
        let at = 0;
        for (const { start, end, minify } of pieces(this.parse(code)).toSorted((a, b) => a.start - b.start)) {
          minified += code.slice(at, start) + minify(code.slice(start, end));
          at = end;
        }
        for (const [name] of code.matchAll(privateName)) names.add(name);
        return { code: minified + code.slice(at), map: null };
      },
    },
    renderChunk: {
      // Sorted, so that the same sources give the same bytes in whatever order they were read.
      handler(code) {
        const sorted = [...names].sort();
        const short = (name: string) => `--_crm-${(sorted.indexOf(name) + 10).toString(36)}`;
        return { code: code.replace(privateName, short), map: null };
      },
    },
  };
}

/** The static pieces of all templates, nested ones after those around them. */
function pieces(node: unknown): Piece[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, tag, quasi } = node as TaggedTemplate;
  const minify = type === "TaggedTemplateExpression" ? minifiers[tag.name ?? ""] : undefined;
  const own = minify ? quasi.quasis.map(({ start, end }) => ({ start, end, minify })) : [];
  return [...own, ...Object.values(node).flatMap(pieces)];
}
