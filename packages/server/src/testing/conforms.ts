import { type OperationId, operations } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats });
ajv.addSchema(openApiDocument, "document");

interface Answering {
  method: string;
  pattern: RegExp;
  validate: ValidateFunction;
}

const problem = ajv.compile({ $ref: "document#/components/schemas/Problem" });
const answers: Answering[] = (Object.keys(operations) as OperationId[]).flatMap((id) => {
  const { method, path, successStatus } = operations[id];
  const item = openApiDocument.paths[path];
  const operation = item?.[method.toLowerCase() as Lowercase<typeof method>];
  if (!operation?.responses[successStatus]?.content?.["application/json"]) return [];
  const place = [
    path,
    method.toLowerCase(),
    "responses",
    String(successStatus),
    "content",
    "application/json",
    "schema",
  ];
  const pointer = place
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  return [{ method, pattern, validate: ajv.compile({ $ref: `document#/paths/${pointer}` }) }];
});

/** What is wrong with an answer by the document; empty when it is as promised. */
export function faultsOf(method: string, path: string, status: number, body: unknown): string[] {
  const [pathname = ""] = path.split("?");
  const declared = answers.find((answer) => answer.method === method && answer.pattern.test(pathname));
  const validate = status >= 400 ? problem : declared?.validate;
  if (!validate || status === 304 || validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${method} ${pathname}: ${instancePath} ${message}`,
  );
}
