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
/** A body of nothing but faults must not be answered with one many times its size. */
const mostFaults = 100;
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
  const errors = faultsOf(validate, body);
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
    // In a body 1e400 is read as infinity, which JSON cannot give back. A parameter that becomes infinity while text
    // is made a number would pass unseen by its range, if infinity were no number there.
    strictNumbers: options.coerceTypes === false,
    useDefaults: true,
    formats: { ...fullFormats, "date-time": isInstant },
    ...options,
  });
  // The library compares each item with each other before it looks at how many there may be.
  instance.removeKeyword("uniqueItems").addKeyword({
    keyword: "uniqueItems",
    type: "array",
    validate: (_: boolean, items: unknown[]) =>
      new Set(items.map((item) => JSON.stringify(item))).size === items.length,
    error: { message: "must not hold the same item twice" },
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
  const toValue = (name: string): unknown => {
    const given = query.getAll(name);
    const isList = contract.parameters.some((parameter) => parameter.name === name && parameter.isList);
    if (isList) return given.flatMap((item) => item.split(","));
    return given.length === 1 ? given[0] : given;
  };
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, toValue(name)]));
}

function parameterErrors(
  where: Where,
  validate: ValidateFunction,
  values: Record<string, unknown>,
): FieldError[] {
  return faultsOf(validate, values).map(({ pointer = "", ...error }) => {
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

/** What is wrong with a value by its schema or, when nothing is, what of it cannot be stored. */
function faultsOf(validate: ValidateFunction, value: unknown): FieldError[] {
  // What passes its schema is no deeper than the schema.
  if (validate(value)) return unstorable(value, "");
  return (validate.errors ?? []).filter(isOwnFault).slice(0, mostFaults).map(toFieldError);
}

function toFieldError({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const member: unknown = params.missingProperty ?? params.additionalProperty;
  const pointer = typeof member === "string" ? below(instancePath, member) : instancePath;
  const limit: unknown = params.limit;
  return {
    pointer,
    code: codes[keyword] ?? "format",
    message: `It ${message ?? "breaks a rule"}.`,
    ...(typeof limit === "number" ? { params: { limit } } : {}),
  };
}

/** Text that no database keeps as it is: with the character U+0000, or with half of a surrogate pair. */
function unstorable(value: unknown, pointer: string): FieldError[] {
  if (typeof value === "string")
    return value.includes("\0") || !value.isWellFormed()
      ? [{ pointer, code: "pattern", message: "It must not hold U+0000 or half a surrogate pair." }]
      : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...unstorable(name, pointer),
    ...unstorable(member, below(pointer, name)),
  ]);
}

/** An RFC 3339 instant that the database keeps and that is written alike again: no leap second, years 1 to 9999. */
function isInstant(text: string): boolean {
  if (!rfc3339.test(text)) return false;
  const day = text.slice(0, 10);
  const year = new Date(text).getUTCFullYear();
  // What does not exist, such as 30 February, comes back as another day.
  return new Date(day).toJSON()?.slice(0, 10) === day && year >= 1 && year <= 9999;
}

const rfc3339 = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** The JSON Pointer (RFC 6901) to a member of what another points to. */
const below = (pointer: string, member: string): string =>
  `${pointer}/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** A fault found by the contract's shared rules, with a sentence for a developer. */
export const explain = ({ pointer, code, params }: InputError): FieldError => ({
  pointer,
  code,
  message: `It breaks the rule ${code}${params ? ` (${params.limit})` : ""}.`,
  ...(params ? { params: { ...params } } : {}),
});
