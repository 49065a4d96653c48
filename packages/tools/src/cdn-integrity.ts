import { createHash } from "node:crypto";
import type { Rolldown } from "vite";

type Chunk = Pick<Rolldown.OutputChunk, "fileName" | "code">;

/** `sha384-…` of every script, by its path below the folder of the version. */
export function integrityOf(chunks: readonly Chunk[]): Readonly<Record<string, string>> {
  const entries = chunks.map(({ fileName, code }) => [fileName, hash("sha384", code)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What a page pastes so that its browser runs these very files and no others: the entry by its attribute, and what it
 * loads by an import map (Chromium 127, Firefox 138, Safari 18; older browsers load unchecked).
 */
export function markup(entry: Chunk, chunks: readonly Chunk[], base: string): string {
  const integrity = integrityOf(chunks);
  const { [entry.fileName]: own, ...loaded } = integrity;
  const byAddress = Object.entries(loaded).map(([file, value]) => [`${base}${file}`, value]);
  const importMap = JSON.stringify({ integrity: Object.fromEntries(byAddress) });
  return `<!--
  The files lie under ${base}. Where they lie elsewhere, write that address instead, in the import map too.
  An import map is inline. A policy without 'unsafe-inline' lets this one pass, as long as no letter of it changes, by
  script-src 'self' '${hash("sha256", importMap)}'
-->
<script type="importmap">${importMap}</script>
<script type="module" src="${base}${entry.fileName}" integrity="${own}"></script>
`;
}

function hash(algorithm: "sha256" | "sha384", text: string): string {
  return `${algorithm}-${createHash(algorithm).update(text).digest("base64")}`;
}
