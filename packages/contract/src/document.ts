import { readFileSync } from "node:fs";
import type { OpenApiDocument } from "./openapi.js";

export type {
  Example,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Response,
  Schema,
} from "./openapi.js";

/** The whole contract as one OpenAPI 3.1 document. For servers and tools: it is read from the package at import. */
export const openApiDocument: OpenApiDocument = JSON.parse(
  readFileSync(new URL("../openapi.json", import.meta.url), "utf8"),
);
