export type Locale = "en" | "zh-Hans" | "zh-Hant";

const traditionalRegions = /-(Hant|TW|HK|MO)\b/i;

/** The supported locale nearest to a BCP 47 tag; English when there is none. */
export function matchLocale(tag: string): Locale {
  if (!/^zh\b/i.test(tag)) return "en";
  return traditionalRegions.test(tag) && !/-Hans\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}

/** The tag to format dates and numbers with: the page's own if we speak its language, so that `en-GB` keeps its dates. */
export function formatLocale(tag: string): string {
  const locale = matchLocale(tag);
  return tag.slice(0, 2).toLowerCase() === locale.slice(0, 2) ? tag : locale;
}

/** Translations that load on first need: `() => import("./gauge.strings.zh-hans.js")`. */
export type Translations<Strings> = Record<
  Exclude<Locale, "en">,
  () => Promise<{ readonly default: Strings }>
>;

/**
 * The texts of one element. English is the type and is always there; a translation replaces it when it has loaded,
 * so that no text ever waits for the network.
 */
export class Catalogue<Strings extends object> {
  readonly #english: Strings;
  readonly #translations: Translations<Strings>;
  readonly #loaded = new Map<Locale, Strings>();

  constructor(english: Strings, translations: Translations<Strings>) {
    this.#english = english;
    this.#translations = translations;
  }

  /** The texts for a tag as far as they are here; `onLoad` is called when better ones have come. */
  read(tag: string, onLoad: () => void): Strings {
    const locale = matchLocale(tag);
    if (locale === "en") return this.#english;
    const strings = this.#loaded.get(locale);
    if (!strings) void this.load(locale).then(onLoad, () => undefined);
    return strings ?? this.#english;
  }

  async load(locale: Exclude<Locale, "en">): Promise<void> {
    const module = await this.#translations[locale]();
    this.#loaded.set(locale, module.default);
  }
}

export type Labels = { readonly en?: string } & { readonly [locale: string]: string | undefined };

/** A label of the contract in the reader's language, else in English, else in any. */
export function labelOf(labels: Labels | undefined, tag: string): string | undefined {
  if (!labels) return undefined;
  return labels[matchLocale(tag)] ?? labels.en ?? Object.values(labels).find(Boolean);
}

/** Chooses a form by the language's plural rule; `other` serves every form that is not given. */
export function plural(
  locale: Locale,
  count: number,
  forms: { readonly one?: string; readonly other: string },
): string {
  const rule = new Intl.PluralRules(locale).select(count);
  return (rule === "one" ? forms.one : undefined) ?? forms.other;
}
