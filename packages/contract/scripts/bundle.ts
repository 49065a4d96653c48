import { bundle, createConfig } from "@redocly/openapi-core";
import type { OpenApiDocument } from "../src/openapi.ts";

/** Joins the YAML files under `rootFile` into one document. The same sources always give the same text. */
export async function bundleDocument(rootFile: string): Promise<OpenApiDocument> {
  const { bundle: bundled, problems } = await bundle({ ref: rootFile, config: await createConfig({}) });
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join("\n"));
  const document = bundled.parsed as OpenApiDocument;
  return { ...document, components: sortComponents(document.components) };
}

// The bundler adds components in the order their files happen to load.
function sortComponents(components: OpenApiDocument["components"]): OpenApiDocument["components"] {
  const sorted = Object.entries(components).map(([kind, members]) => [kind, sortKeys(members)]);
  return Object.fromEntries(sorted);
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
