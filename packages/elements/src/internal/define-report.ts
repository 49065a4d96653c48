import type { Copy } from "./define.js";

/** A tag that was defined already when a copy of the library came to it. */
interface Conflict {
  readonly tag: string;
  /** Who defined it; code that is not ours says nothing. */
  readonly kept: Copy | undefined;
  readonly late: Copy;
}

/** Shared by all copies on the page, so that the first of them to meet a conflict tells those of all. */
const page = globalThis as { [conflictsOfPage]?: Conflict[] };
const conflictsOfPage = Symbol.for("portico/conflicts");

/** Time enough for one more script that loads late; then one report tells them all. */
const reportDelay = 1000;

export function conflict(one: Conflict): void {
  page[conflictsOfPage] ??= [];
  const conflicts = page[conflictsOfPage];
  if (conflicts.push(one) > 1) return;
  const wait = () => setTimeout(() => console.warn(report(conflicts.splice(0))), reportDelay);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}

function report(conflicts: readonly Conflict[]): string {
  const tagsByCopies = new Map<string, Set<string>>();
  for (const { tag, kept, late } of conflicts.toSorted((one, other) => (one.tag < other.tag ? -1 : 1))) {
    const copies = `${kept ? nameOf(kept) : "other code"} stays, ${nameOf(late)} came too late`;
    tagsByCopies.set(copies, (tagsByCopies.get(copies) ?? new Set()).add(`<${tag}>`));
  }
  return [
    "Portico: some elements were defined twice. The first definition of each is in use, the later ones are not:",
    ...Array.from(tagsByCopies, ([copies, tags]) => `  ${copies}: ${[...tags].join(", ")}`).sort(),
    'Load one copy, or give the later one tags of its own: register({ prefix: "acme" }) makes <acme-…> of <crm-…>.',
  ].join("\n");
}

/** A bundler may have put a path of the machine it ran on in the place of the address. */
function nameOf({ version, url }: Copy): string {
  return url?.startsWith("http") ? `version ${version} of ${url}` : `version ${version}`;
}
