import { version } from "./version.js";

/** A copy of the library, as another copy sees it. */
export interface Copy {
  readonly version: string;
  /** The script it came in. */
  readonly url: string | undefined;
}

type ElementClass = CustomElementConstructor & { [definedBy]?: Copy };

/** On every class of ours, readable by another copy. */
const definedBy = Symbol.for("portico/defined-by");
const self: Copy = { version, url: import.meta.url };

/** Defines an element once: a tag that is taken stays with its first owner, and no copy ever throws. */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  const taken: ElementClass | undefined = registry?.get(tag);
  if (taken && taken !== elementClass && !(taken.prototype instanceof elementClass))
    void import("./define-report.js").then(
      ({ conflict }) => conflict({ tag, kept: taken[definedBy], late: self }),
      () => undefined,
    );
  if (!registry || taken) return;
  // A class can be defined but once: every further tag gets a subclass of its own.
  const own: ElementClass = registry.getName?.(elementClass) ? class extends elementClass {} : elementClass;
  own[definedBy] = self;
  registry.define(tag, own);
}

/**
 * Defines given classes under another prefix, for a page that already has another copy:
 * `register({ prefix: "acme", elements: { rating: CrmRating } })` gives `<acme-rating>`.
 *
 * @throws {TypeError} when no tag can begin with the prefix.
 */
export function register(options: {
  readonly prefix: string;
  readonly elements: Readonly<Record<string, CustomElementConstructor>>;
}): void {
  const { prefix, elements } = options;
  if (!isPrefix(prefix)) throw new TypeError(`The prefix ${JSON.stringify(prefix)} ${prefixRule}`);
  for (const [name, elementClass] of Object.entries(elements)) define(`${prefix}-${name}`, elementClass);
}

/** Whether tags may begin with it: words of lower-case letters and digits, joined by single hyphens. */
export function isPrefix(prefix: unknown): prefix is string {
  return typeof prefix === "string" && /^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(prefix);
}

export const prefixRule =
  'must be lower-case letters and digits, a letter first, without the last hyphen, such as "acme" for <acme-rating>.';
