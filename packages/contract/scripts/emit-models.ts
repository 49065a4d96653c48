import type { OpenApiDocument } from "../src/openapi.ts";

/** A short name for every schema: `components["schemas"]["Customer"]` → `Customer`. */
export function emitModels(document: OpenApiDocument): string {
  const aliases = Object.keys(document.components.schemas).map(
    (name) => `export type ${name} = components["schemas"]["${name}"];`,
  );
  return ['import type { components } from "./types.js";', "", ...aliases].join("\n");
}
