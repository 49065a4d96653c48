import type { Tokens } from "../generate-tokens.ts";
import type { Element } from "../manifest/manifest.ts";
import type { Fault } from "./fault.ts";
import type { Sources } from "./sources.ts";

const name = /(?<![\w@/.#-])(?:--)?crm-[a-z][\w-]*(?![\w*…]|-)/g;

/** Every tag, event and custom property there is, what the scripts for pages without a bundler tell included. */
export function knownNames(
  elements: readonly Element[],
  tokens: Tokens,
  sources: Sources,
): ReadonlySet<string> {
  const scripts = sources.modules().filter((module) => module.startsWith("packages/elements/src/scripts/"));
  return new Set([
    ...Object.values(tokens).flatMap((list) => list.map((token) => token.name)),
    ...elements.flatMap(({ tag, events, cssProperties }) => [
      tag,
      ...[...events, ...cssProperties].map((item) => item.name),
    ]),
    ...scripts.flatMap((module) => sources.text(module).match(name) ?? []),
  ]);
}

/** Tags, events and custom properties that a page names and nobody has. */
export function strangeNames(where: string, text: string, known: ReadonlySet<string>): Fault[] {
  return [...new Set(text.match(name))]
    .filter((one) => !known.has(one))
    .map((one) => ({ where, why: `nobody has \`${one}\`` }));
}
