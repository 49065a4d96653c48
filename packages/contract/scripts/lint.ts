import { relative } from "node:path";
import { createConfig, getLineColLocation, lint, type NormalizedProblem } from "@redocly/openapi-core";
import { rules } from "./rules/index.ts";

const ours = Object.keys(rules).map((name) => [`portico/${name}`, "error"] as const);

const config = await createConfig({
  plugins: [{ id: "portico", rules: { oas3: rules } }],
  extends: ["recommended-strict"],
  rules: {
    "no-invalid-media-type-examples": "error",
    "no-invalid-schema-examples": "error",
    "operation-tag-defined": "error",
    "parameter-description": "error",
    "paths-kebab-case": "error",
    // The problem response is `default`: one shape for every failure.
    "operation-4xx-response": "off",
    // A reference backend has no public address.
    "no-server-example.com": "off",
    ...Object.fromEntries(ours),
  },
});

/** Every breach of OpenAPI or of the house rules, as `file:line rule: what is wrong`. */
export async function lintDocument(rootFile: string): Promise<string[]> {
  return (await lint({ ref: rootFile, config })).map(describe);
}

function describe({ location: [place], message, ruleId }: NormalizedProblem): string {
  if (place === undefined) return `${ruleId}: ${message}`;
  const { source, start } = getLineColLocation(place);
  return `${relative(process.cwd(), source.absoluteRef)}:${start.line} ${ruleId}: ${message}`;
}
