import { version } from "./version.js";

/** The tags of another copy of this package, met while defining: tag and that copy's version. */
interface Conflict {
  readonly tag: string;
  readonly version: string;
}

type ElementClass = CustomElementConstructor & { [porticoVersion]?: string };

/** On every class of ours, readable by another copy. */
const porticoVersion = Symbol.for("portico/version");

/** One second is enough for the scripts of a page to have come; then one report tells them all. */
const reportDelay = 1000;
const conflicts: Conflict[] = [];

/** Defines an element once: a tag that is taken stays with its first owner, and no copy ever throws. */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (!globalThis.customElements) return;
  const taken = customElements.get(tag) as ElementClass | undefined;
  if (taken === elementClass) return;
  if (taken) {
    conflict(tag, taken[porticoVersion] ?? "unknown");
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

function conflict(tag: string, other: string): void {
  if (conflicts.length === 0) setTimeout(report, reportDelay);
  conflicts.push({ tag, version: other });
}

function report(): void {
  const list = conflicts.map(
    (one) => `  <${one.tag}> ${one.version === "unknown" ? "by other code" : `by version ${one.version}`}`,
  );
  console.warn(
    [
      `Portico ${version} found these elements defined already and left them as they are:`,
      ...list,
      "Load one version, or give one of them a prefix of its own: register({ prefix, elements }).",
    ].join("\n"),
  );
  conflicts.length = 0;
}
