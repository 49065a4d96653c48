import { catalogues, type ElementTag, englishTexts } from "../catalogues/catalogues.js";
import { isGroup } from "./overlay.js";

/** Groups by codes that a backend may add to. */
const open: ReadonlySet<string> = new Set([
  "codes",
  "events",
  "faults",
  "fields",
  "kinds",
  "metrics",
  "roles",
  "states",
]);

/** Says in the console which of a host's words would never be seen, and why. */
export function reportMistakes(tag: ElementTag, words: object): void {
  const mistakes = Object.hasOwn(catalogues, tag)
    ? mistakesIn(words, englishTexts(tag))
    : [`there is no such element; there are ${Object.keys(catalogues).join(", ")}`];
  for (const mistake of mistakes) console.error(`overrideTexts, <${tag}>: ${mistake}.`);
}

function mistakesIn(words: object, texts: object, path = ""): string[] {
  return Object.entries(words).flatMap(([key, word]): string[] => {
    const place = path + key;
    if (!Object.hasOwn(texts, key))
      return [`there is no text "${place}"; there are ${Object.keys(texts).join(", ")}`];
    const text: unknown = texts[key as keyof typeof texts];
    if (!isGroup(text)) return isGroup(word) ? [`"${place}" is one text, not a group of them`] : [];
    if (!isGroup(word)) return [`"${place}" is a group of texts: ${Object.keys(text).join(", ")}`];
    return open.has(key) ? [] : mistakesIn(word, text, `${place}.`);
  });
}
