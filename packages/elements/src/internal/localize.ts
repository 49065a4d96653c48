import type { ReactiveElement } from "lit";
import { importAnew } from "./import-anew.js";

/** The languages the elements speak by themselves, beside English. */
export type Translated = "zh-Hans" | "zh-Hant" | "ar";

/** What is spoken, by the language of a tag; hosts add to it. */
export const spoken = new Map([
  ["en", "en"],
  ["ar", "ar"],
  ["zh", "zh-Hans"],
]);

const traditionalChinese = /^zh\b(?!.*-hans\b).*-(hant|tw|hk|mo)\b/i;

/** `zh` of `zh-TW`. */
export const languageOf = (tag: string): string => tag.split("-", 1).join().toLowerCase();

/** The spoken locale nearest to a BCP 47 tag; English when there is none. */
export function matchLocale(tag: string): string {
  return traditionalChinese.test(tag) ? "zh-Hant" : (spoken.get(languageOf(tag)) ?? "en");
}

/** The tag to format dates and numbers with: the page's own if we speak its language, so that `en-GB` keeps its dates. */
export function formatLocale(tag: string): string {
  return spoken.has(languageOf(tag)) ? tag : "en";
}

/** Translations that load on first need: `() => import("./gauge.strings.zh-hans.js")`. */
export type Translations<Strings> = Readonly<
  Record<Translated, () => Promise<{ readonly default: Strings }>>
>;

/**
 * The texts of one element. English is the type and is always there; a translation replaces it when it has loaded,
 * so that no text ever waits for the network.
 */
export class Catalogue<Strings extends object> {
  /** Lays a host's own words over ours; `@portico/elements/texts` puts something here. */
  static overlay?: <Strings extends object>(strings: Strings, tag: string, host: Element) => Strings;

  readonly english: Strings;
  readonly #translations: Translations<Strings>;
  readonly #loaded = new Map<string, Strings>();

  constructor(english: Strings, translations: Translations<Strings>) {
    this.english = english;
    this.#translations = translations;
  }

  /** The texts for a tag as far as they are here; the host draws again when better ones have come. */
  read(tag: string, host: ReactiveElement): Strings {
    const locale = matchLocale(tag);
    const strings = this.#loaded.get(locale);
    if (!strings)
      void this.load(locale)?.then(
        () => host.requestUpdate(),
        () => drawLater(host),
      );
    const present = strings ?? this.english;
    return Catalogue.overlay?.(present, tag, host) ?? present;
  }

  /** Brings a translation here; `undefined` for a language without one. */
  load(locale: string): Promise<unknown> | undefined {
    return this.#translations[locale as Translated]?.()
      .catch(importAnew<{ readonly default: Strings }>)
      .then((module) => this.#loaded.set(locale, module.default));
  }
}

const waiting = new Set<ReactiveElement>();
let pause = 2000;

/** The network has lost a translation: drawing again asks for it again, all elements at once and ever more rarely. */
function drawLater(host: ReactiveElement): void {
  if (waiting.size === 0) setTimeout(drawWaiting, pause);
  waiting.add(host);
}

function drawWaiting(): void {
  for (const host of waiting) if (host.isConnected) host.requestUpdate();
  waiting.clear();
  pause *= 2;
}

export type Labels = { readonly en?: string } & { readonly [locale: string]: string | undefined };

/** A label of the contract in the reader's language, else in English, else in any. */
export function labelOf(labels: Labels | undefined, tag: string): string | undefined {
  if (!labels) return undefined;
  return labels[matchLocale(tag)] ?? labels.en ?? Object.values(labels).find(Boolean);
}
