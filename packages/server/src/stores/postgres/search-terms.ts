import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Lower case, simplified Chinese, compatibility forms unified: what is equal to a reader is equal here. */
export const fold = (text: string): string => toSimplified(text.normalize("NFKC").toLowerCase());

const mostTerms = 400;

/**
 * The terms under which a text is found: its words' beginnings are not guessed but every pair of neighbouring
 * characters is kept, and every single one of a script without spaces. An inverted index over them finds any part of
 * a word in any language, on PGlite as on PostgreSQL, with no extension.
 */
export function searchTerms(...texts: (string | null | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const word of words(texts)) for (const term of pairs(word)) terms.add(term);
  return [...terms].slice(0, mostTerms);
}

/** The terms that a row must have all of to match `q`. */
export const queryTerms = (q: string): string[] => [
  ...new Set(words([q]).flatMap((word) => [...pairs(word, false)])),
];

const words = (texts: (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text ? (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) : []));

function* pairs(word: string, singles = true): Generator<string> {
  const characters = [...word.slice(0, 256)];
  if (singles || characters.length === 1) yield* characters;
  for (let i = 1; i < characters.length; i++) yield `${characters[i - 1]}${characters[i]}`;
}
