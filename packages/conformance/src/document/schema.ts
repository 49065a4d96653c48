import { type OperationId, operations } from "@portico/contract";
import { openApiDocument, type Schema } from "@portico/contract/document";
import { bodyMediaType, describeOperation } from "./operations.js";

/** A schema of the document with the keywords that samples and faults are made from. */
export interface JsonSchema extends Omit<Schema, "properties" | "items" | "anyOf" | "additionalProperties"> {
  readonly properties?: Record<string, JsonSchema>;
  readonly items?: JsonSchema;
  readonly anyOf?: JsonSchema[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
}

export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** Follows references until there is a schema that says something itself. */
export function resolved(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const target = openApiDocument.components.schemas[schema.$ref.replace("#/components/schemas/", "")];
  if (target === undefined) throw new Error(`The document has no ${schema.$ref}.`);
  return resolved(target as JsonSchema);
}

/** The types a schema names; none when it allows every type. */
export const typesOf = ({ type = [] }: JsonSchema): readonly JsonType[] => [type].flat() as JsonType[];

/** The words of an enum, open or closed; undefined when any word will do. */
export const wordsOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.enum ?? schema["x-extensible-enum"];

/** The schema of the JSON body an operation takes. */
export function bodySchemaOf(id: OperationId): JsonSchema {
  const schema = describeOperation(id).operation.requestBody?.content[bodyMediaType(id) ?? ""]?.schema;
  if (schema === undefined) throw new Error(`${id} takes no JSON.`);
  return schema as JsonSchema;
}

/** A step into a JSON Pointer, with its signs escaped. */
export const pointerTo = (pointer: string, step: string | number): string =>
  `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The schema of what an operation answers when it succeeds; undefined when that is no JSON. */
export function answerSchemaOf(id: OperationId): JsonSchema | undefined {
  const answer = describeOperation(id).operation.responses[operations[id].successStatus];
  return answer?.content?.["application/json"]?.schema as JsonSchema | undefined;
}
