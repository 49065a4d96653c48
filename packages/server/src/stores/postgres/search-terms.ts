import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Lower case, simplified Chinese, compatibility forms unified: what is equal to a reader is equal here. */
export const fold = (text: string): string => toSimplified(text.normalize("NFKC").toLowerCase());

const mostTerms = 600;
const longestTerm = 3;

/**
 * The terms under which a text is found: every character of its words, every pair and every three neighbours. An
 * inverted index over them finds any part of a word in any language, on PGlite as on PostgreSQL, with no extension.
 */
export function searchTerms(...texts: (string | null | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const word of words(texts))
    for (let size = 1; size <= longestTerm; size++) for (const term of pieces(word, size)) terms.add(term);
  return [...terms].slice(0, mostTerms);
}

/** The terms that a row must have all of to match `q`: the longest, which the fewest rows share. */
export const queryTerms = (q: string): string[] => [
  ...new Set(words([q]).flatMap((word) => pieces(word, Math.min(longestTerm, word.length)))),
];

/** The words of texts, each as its characters. */
const words = (texts: (string | null | undefined)[]): string[][] =>
  texts
    .flatMap((text) => (text ? (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) : []))
    .map((word) => [...word.slice(0, 256)]);

const pieces = (word: readonly string[], size: number): string[] =>
  Array.from({ length: Math.max(0, word.length - size + 1) }, (_, i) => word.slice(i, i + size).join(""));
