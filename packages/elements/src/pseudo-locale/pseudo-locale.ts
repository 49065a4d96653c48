import { catalogues, type ElementTag, type ElementTexts, englishTexts } from "../catalogues/catalogues.js";
import { overrideTexts, type TextOverrides } from "../texts/texts.js";

/** The tag of English in disguise, as CLDR has it. */
export const pseudoLocale = "en-XA";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒĝĥíĵķļɱñóþǫŕšťúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŤÚṼŴẊÝŽ";
const firstMark = 0xe000;

/**
 * Lets every element speak `en-XA`: English with accents, 40 % longer and in brackets, as in `[!! Šéñđ ~~ !!]`. What
 * is not bracketed comes from data or is written in the code; what is cut off has too little room for a translation.
 */
export function speakPseudoLocale(): () => void {
  const stops = (Object.keys(catalogues) as ElementTag[]).map(disguiseElement);
  return () => {
    for (const stop of stops) stop();
  };
}

function disguiseElement<Tag extends ElementTag>(tag: Tag): () => void {
  const texts = disguise(englishTexts(tag)) as TextOverrides<ElementTexts<Tag>>;
  return overrideTexts(tag, pseudoLocale, texts);
}

function disguise(text: unknown): unknown {
  if (typeof text === "string") return disguised(text);
  if (typeof text === "function") return disguisedFunction(text as (...values: unknown[]) => string);
  if (Array.isArray(text)) return text.map(disguise);
  return mapValues(text as object, disguise);
}

/** The values come through as they are: a mark stands for each while the words around it change. */
function disguisedFunction(write: (...values: unknown[]) => string): (...values: unknown[]) => string {
  return (...values) => {
    const kept: string[] = [];
    const mark = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) return mapValues(value, mark);
      return typeof value === "string" && value
        ? String.fromCharCode(firstMark + kept.push(value) - 1)
        : value;
    };
    return disguised(write(...values.map(mark))).replace(
      /[\ue000-\uf8ff]/g,
      (found) => kept[found.charCodeAt(0) - firstMark] ?? "",
    );
  };
}

function disguised(text: string): string {
  if (text === "") return "";
  const letters = [...text].map((letter) => accented[plain.indexOf(letter)] ?? letter).join("");
  return `[!! ${letters} ${"~".repeat(Math.ceil(text.length * 0.4))} !!]`;
}

function mapValues(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
