import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../packages/tools/src/repo.ts";

/** The states each element declares, by tag, from the manifest the package publishes. */
export async function declaredStates(): Promise<ReadonlyMap<string, readonly string[]>> {
  const manifest = JSON.parse(
    await readFile(join(root, "packages/elements/custom-elements.json"), "utf8"),
  ) as {
    modules: { declarations?: { tagName?: string; cssStates?: { name: string }[] }[] }[];
  };
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  return new Map(
    elements.flatMap(({ tagName, cssStates = [] }) =>
      tagName ? [[tagName, cssStates.map(({ name }) => name)] as const] : [],
    ),
  );
}
