import type { FieldError, FieldErrorCode, InputError, OperationId } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { invalid, ProblemError } from "../problem.js";
import { describeOperation, type OperationContract, type ParameterContract } from "./operation-contract.js";

type Where = "query" | "path" | "header";

interface Validators {
  contract: OperationContract;
  query: ValidateFunction;
  path: ValidateFunction;
  header: ValidateFunction;
  body: ValidateFunction | undefined;
}

const documentId = "portico";
const bodies = ajv({ coerceTypes: false });
// Parameters arrive as text.
const parameters = ajv({ coerceTypes: "array" });
const cache = new Map<OperationId, Validators>();

export interface RawInput {
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Headers;
}

/** Checks parameters and headers against the document and gives the query its types and defaults. */
export function checkParameters(operationId: OperationId, input: RawInput): Record<string, unknown> {
  const { contract, query, path, header } = validatorsOf(operationId);
  const queryValues = toValues(contract, input.query);
  const headerValues = Object.fromEntries(
    contract.parameters
      .filter(({ in: where }) => where === "header")
      .map(({ name }) => [name, input.headers.get(name)] as const)
      .filter((pair) => pair[1] !== null),
  );
  const errors = [
    ...parameterErrors("path", path, input.params),
    ...parameterErrors("query", query, queryValues),
    ...parameterErrors("header", header, headerValues),
  ];
  if (errors.length > 0) throw headerProblem(errors) ?? new ProblemError("invalid-parameter", { errors });
  return queryValues;
}

/** Checks a body against the document; every fault is told with its pointer. */
export function checkBody(operationId: OperationId, body: unknown): void {
  const { body: validate } = validatorsOf(operationId);
  if (!validate) return;
  const errors = validate(body) ? [] : (validate.errors ?? []).filter(isOwnFault).map(bodyError);
  errors.push(...unstorable(body, ""));
  if (errors.length > 0) throw invalid(...errors);
}

function validatorsOf(operationId: OperationId): Validators {
  const cached = cache.get(operationId);
  if (cached) return cached;
  const contract = describeOperation(operationId);
  const of = (where: Where) => parameters.compile(parameterSchema(contract.parameters, where));
  const validators: Validators = {
    contract,
    query: of("query"),
    path: of("path"),
    header: of("header"),
    body: contract.bodySchema && bodies.compile(absolute(contract.bodySchema)),
  };
  cache.set(operationId, validators);
  return validators;
}

function ajv(options: { coerceTypes: false | "array" }): Ajv2020 {
  const instance = new Ajv2020({
    allErrors: true,
    strict: false,
    useDefaults: true,
    formats: fullFormats,
    ...options,
  });
  // This backend takes the words it knows; what it hands out may be more than a client knows.
  instance.addKeyword({
    keyword: "x-extensible-enum",
    schemaType: "array",
    compile: (words: string[]) => (value: unknown) => typeof value !== "string" || words.includes(value),
    error: { message: "must be one of the known values" },
  });
  instance.addSchema(openApiDocument, documentId);
  return instance;
}

function parameterSchema(all: ParameterContract[], where: Where): object {
  const own = all.filter((parameter) => parameter.in === where);
  return {
    type: "object",
    properties: Object.fromEntries(own.map(({ name, schema }) => [name, absolute(schema)])),
    required: own.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: where === "header",
  };
}

/** The same schema with references that resolve from outside the document. */
const absolute = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${documentId}#/`));

/** A repeated or comma-separated parameter is a list where the document says so. */
function toValues(contract: OperationContract, query: URLSearchParams): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const isList = contract.parameters.some((parameter) => parameter.name === name && parameter.isList);
    values[name] = isList ? given.flatMap((item) => item.split(",")) : given.length === 1 ? given[0] : given;
  }
  return values;
}

function parameterErrors(
  where: Where,
  validate: ValidateFunction,
  values: Record<string, unknown>,
): FieldError[] {
  const errors = validate(values) ? [] : (validate.errors ?? []).filter(isOwnFault).map(bodyError);
  return [...errors, ...unstorable(values, "")].map(({ pointer = "", ...error }) => {
    const name = pointer.split("/")[1] ?? "";
    return where === "header" ? { header: name, ...error } : { parameter: name, ...error };
  });
}

/** A missing header of the conventions has a problem of its own. */
function headerProblem(errors: FieldError[]): ProblemError | undefined {
  const missing = (name: string) => errors.some(({ header, code }) => header === name && code === "required");
  if (missing("Idempotency-Key")) return new ProblemError("idempotency-key-missing", { errors });
  if (missing("If-Match")) return new ProblemError("precondition-required", { errors });
  return undefined;
}

// The faults inside are told by the branches themselves.
const isOwnFault = ({ keyword }: ErrorObject): boolean => keyword !== "anyOf" && keyword !== "if";

const codes: Record<string, FieldErrorCode> = {
  required: "required",
  additionalProperties: "unknown-member",
  type: "type",
  enum: "enum",
  const: "enum",
  "x-extensible-enum": "enum",
  format: "format",
  pattern: "pattern",
  minLength: "too-short",
  maxLength: "too-long",
  minimum: "too-small",
  maximum: "too-large",
  minItems: "too-few",
  maxItems: "too-many",
  minProperties: "too-few",
  uniqueItems: "not-allowed",
};

function bodyError({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const member: unknown = params.missingProperty ?? params.additionalProperty;
  const pointer =
    typeof member === "string"
      ? `${instancePath}/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`
      : instancePath;
  const limit: unknown = params.limit;
  return {
    pointer,
    code: codes[keyword] ?? "format",
    message: `It ${message ?? "breaks a rule"}.`,
    ...(typeof limit === "number" ? { params: { limit } } : {}),
  };
}

/** Text with the character U+0000, which no database keeps. */
function unstorable(value: unknown, pointer: string): FieldError[] {
  if (typeof value === "string")
    return value.includes("\0")
      ? [{ pointer, code: "pattern", message: "It must not hold the character U+0000." }]
      : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...unstorable(name, pointer),
    ...unstorable(member, `${pointer}/${name}`),
  ]);
}

/** A fault found by the contract's shared rules, with a sentence for a developer. */
export const explain = ({ pointer, code, params }: InputError): FieldError => ({
  pointer,
  code,
  message: `It breaks the rule ${code}${params ? ` (${params.limit})` : ""}.`,
  ...(params ? { params: { ...params } } : {}),
});
