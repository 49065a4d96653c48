import openapiTypes, { astToString, STRING, tsLiteral, tsNullable, tsUnion } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument } from "../src/openapi.ts";

/** TypeScript for every path and schema. Open enums keep their completions and still take any string. */
export async function emitTypes(document: OpenApiDocument): Promise<string> {
  // The library resolves references in place, so it gets a copy of its own.
  const nodes = await openapiTypes(JSON.stringify(document), {
    silent: true,
    // A member with a default may still be left out of an input.
    defaultNonNullable: false,
    transform: (schema) => {
      const values: unknown = schema["x-extensible-enum"];
      return Array.isArray(values) ? openEnum(values, schema.type) : undefined;
    },
  });
  return astToString(nodes);
}

function openEnum(values: unknown[], type: unknown): ts.TypeNode {
  const anyOther = ts.factory.createIntersectionTypeNode([STRING, ts.factory.createTypeLiteralNode([])]);
  const open = tsUnion([...values.map(tsLiteral), ts.factory.createParenthesizedType(anyOther)]);
  return Array.isArray(type) && type.includes("null") ? tsNullable([open]) : open;
}
