import type { OpenApiDocument } from "../src/openapi.ts";

/** The values this version knows of every named set, open or closed: `RequestKind` → `requestKindValues`. */
export function emitValues(document: OpenApiDocument): string {
  return Object.entries(document.components.schemas)
    .flatMap(([name, schema]) => {
      const values = schema["x-extensible-enum"] ?? schema.enum;
      return values === undefined
        ? []
        : [`export const ${constantName(name)} = ${JSON.stringify(values)} as const;`];
    })
    .join("\n");
}

const constantName = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`;
