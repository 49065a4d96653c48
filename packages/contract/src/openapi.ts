/** The parts of OpenAPI 3.1 and of our extensions that the emitters and rules read. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  "x-extensible-enum"?: string[];
  "x-closed-enum"?: boolean;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema?: Schema;
}

/** What a body may look like. */
export interface Example {
  $ref?: string;
  summary?: string;
  value: unknown;
  /** Who sends it or gets it; an agent unless said otherwise. */
  "x-principal"?: string;
  /** Examples that were sent before, by name. */
  "x-after"?: string[];
}

export type Content = Record<string, { schema?: Schema; examples?: Record<string, Example> }>;

export interface Response {
  $ref?: string;
  headers?: Record<string, unknown>;
  content?: Content;
}

export interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
  "x-profile": string;
  "x-principals": string[];
  /** What an agent, a manager or a service must hold beyond its own rights. */
  "x-staff-scopes"?: string[];
  "x-paginate"?: boolean;
  "x-idempotent"?: boolean;
  "x-problems"?: string[];
}

export const methods = ["get", "put", "post", "patch", "delete"] as const;
export type Method = (typeof methods)[number];

export type PathItem = { parameters?: Parameter[] } & Partial<Record<Method, Operation>>;

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  servers?: { url: string }[];
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema> } & Record<string, Record<string, unknown>>;
}

/** `#/components/schemas/Customer` → `Customer`. */
export const refName = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);
