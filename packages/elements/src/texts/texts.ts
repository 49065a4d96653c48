import type { ElementTag, ElementTexts } from "../catalogues/catalogues.js";
import { porticoContext } from "../internal/client-context.js";
import { Catalogue, languageOf, matchLocale, spoken } from "../internal/localize.js";
import { overlay } from "./overlay.js";

export type { ElementTag, ElementTexts };

/** Any of the texts; a fixed one may stand where we have a function of values. */
export type TextOverrides<Texts> = Texts extends (...values: never[]) => string
  ? Texts | string
  : Texts extends string
    ? string
    : Texts extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Texts]?: TextOverrides<Texts[Key]> };

export interface OverrideOptions {
  /** The part of the page they are for, such as one provider; all of it by default. */
  readonly within?: Element;
}

interface Override extends OverrideOptions {
  readonly tag: ElementTag;
  readonly locale: string;
  readonly words: Readonly<Record<string, unknown>>;
  /** What came of laying them over a catalogue. */
  readonly laid: WeakMap<object, object>;
}

const overrides = new Set<Override>();
const builtIn: ReadonlySet<string> = new Set(spoken.keys());

/**
 * Replaces texts of an element in one language, at once and until the answered function is called. Texts in a language
 * the elements do not speak add that language: with its numbers and dates, and English where a text is missing.
 * Later words lie over earlier ones, and those of a region (`en-GB`) over those of its language.
 */
export function overrideTexts<Tag extends ElementTag>(
  tag: Tag,
  locale: string,
  texts: TextOverrides<ElementTexts<Tag>>,
  options: OverrideOptions = {},
): () => void {
  const words = texts as Readonly<Record<string, unknown>>;
  const override: Override = { ...options, tag, locale, words, laid: new WeakMap() };
  overrides.add(override);
  settle();
  void import("./check.js").then(
    ({ reportMistakes }) => reportMistakes(tag, words),
    () => undefined,
  );
  return () => {
    if (overrides.delete(override)) settle();
  };
}

Catalogue.overlay = (strings, tag, element) =>
  [...overrides]
    .filter((override) => isFor(override, tag, element))
    .sort((one, other) => one.locale.length - other.locale.length)
    .reduce(lay, strings);

function lay<Strings extends object>(strings: Strings, { words, laid }: Override): Strings {
  const known = laid.get(strings) as Strings | undefined;
  if (known) return known;
  const result = overlay(strings, words);
  laid.set(strings, result);
  return result;
}

function isFor({ tag, locale, within }: Override, spokenTag: string, element: Element): boolean {
  // A copy under another prefix has the same texts.
  if (element.localName?.replace(/^[^-]+/, "crm") !== tag) return false;
  const speaks =
    matchLocale(spokenTag) === locale || `${spokenTag}-`.toLowerCase().startsWith(`${locale}-`.toLowerCase());
  return speaks && (!within || isWithin(element, within));
}

/** Also true of an element that names a provider from afar. */
function isWithin(element: Element, scope: Element): boolean {
  if (scope.id && element.getAttribute("provider") === scope.id) return true;
  let node: Node | null = element;
  while (node && node !== scope) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node === scope;
}

/** Speaks the languages there are words for, and lets every element draw again. */
function settle(): void {
  const languages = new Set([...overrides].map(({ locale }) => languageOf(locale)));
  for (const language of spoken.keys())
    if (!builtIn.has(language) && !languages.has(language)) spoken.delete(language);
  for (const language of languages) if (!spoken.has(language)) spoken.set(language, language);
  // What a new provider says of itself: every element asks again who serves it, and draws.
  const asked = Object.assign(new Event("context-provider"), { context: porticoContext });
  globalThis.document?.dispatchEvent(asked);
}
