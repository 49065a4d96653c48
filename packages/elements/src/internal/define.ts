import { version } from "./version.js";

type ElementClass = CustomElementConstructor & { [porticoVersion]?: string };

/** On every class of ours, readable by another copy. */
const porticoVersion = Symbol.for("portico/version");

/** Defines an element once: a tag that is taken stays with its first owner, and no copy ever throws. */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (!globalThis.customElements) return;
  const taken = customElements.get(tag) as ElementClass | undefined;
  if (taken === elementClass) return;
  if (taken) {
    const other = taken[porticoVersion];
    void import("./define-report.js").then(
      ({ conflict }) => conflict({ tag, version: other }),
      () => undefined,
    );
    return;
  }
  (elementClass as ElementClass)[porticoVersion] = version;
  customElements.define(tag, elementClass);
}

/**
 * Defines given classes under another prefix, for a page that already has another copy:
 * `register({ prefix: "acme", elements: { rating: CrmRating } })` gives `<acme-rating>`.
 */
export function register(options: {
  readonly prefix: string;
  readonly elements: Readonly<Record<string, CustomElementConstructor>>;
}): void {
  for (const [name, elementClass] of Object.entries(options.elements)) {
    // A class can be defined but once: each tag gets a subclass of its own.
    define(`${options.prefix}-${name}`, class extends elementClass {});
  }
}
