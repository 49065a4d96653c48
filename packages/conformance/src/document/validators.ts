import { type OperationId, operations } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { bodyMediaType } from "./operations.js";
import { pointerTo } from "./schema.js";

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats });
ajv.addSchema(openApiDocument, "document");

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a JSON body that an operation takes; empty when the document allows it. */
export function faultsOfBody(id: OperationId, body: unknown): string[] {
  const mediaType = bodyMediaType(id);
  if (mediaType === undefined) throw new Error(`${id} takes no JSON.`);
  return faultsAt([...placeOf(id), "requestBody", "content", mediaType, "schema"], body);
}

/** JSON Pointers to the members that are wrong with a JSON body; of a member that is missing, where it ought to be. */
export function faultyPlaces(id: OperationId, body: unknown): string[] {
  const mediaType = bodyMediaType(id) ?? "";
  const validate = validatorAt([...placeOf(id), "requestBody", "content", mediaType, "schema"]);
  validate(body);
  return [...new Set((validate.errors ?? []).map(placeOfError))];
}

/** What is wrong with the body of a successful answer; empty when it is as promised. */
export function faultsOfAnswer(id: OperationId, body: unknown): string[] {
  const { successStatus } = operations[id];
  const place = [...placeOf(id), "responses", String(successStatus), "content", "application/json", "schema"];
  return faultsAt(place, body);
}

/** What is wrong with a value by a schema of the document. */
export const faultsBySchema = (name: string, value: unknown): string[] =>
  faultsAt(["components", "schemas", name], value);

function placeOf(id: OperationId): string[] {
  const { path, method } = operations[id];
  return ["paths", path, method.toLowerCase()];
}

function faultsAt(place: readonly string[], value: unknown): string[] {
  const validate = validatorAt(place);
  return validate(value) ? [] : (validate.errors ?? []).map(describeError);
}

function validatorAt(place: readonly string[]): ValidateFunction {
  const pointer = place
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `document#/${pointer}` });
  compiled.set(pointer, validate);
  return validate;
}

function placeOfError({ instancePath, params }: ErrorObject): string {
  const member: unknown = params.missingProperty ?? params.additionalProperty;
  return typeof member === "string" ? pointerTo(instancePath, member) : instancePath;
}

const describeError = ({ instancePath, message, params }: ErrorObject): string => {
  const name: unknown = params.additionalProperty;
  return `${instancePath || "the body"} ${message}${typeof name === "string" ? `: ${name}` : ""}`;
};
