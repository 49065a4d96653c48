import { type OperationId, operations } from "@portico/contract";
import { openApiDocument, type Parameter, type Schema } from "@portico/contract/document";

export interface ParameterContract {
  name: string;
  in: Parameter["in"];
  required: boolean;
  schema: Schema;
  isList: boolean;
}

/** What the document says of one operation, with its references resolved. */
export interface OperationContract {
  parameters: ParameterContract[];
  /** Of a JSON body. */
  bodySchema: Schema | undefined;
  bodyMediaType: string | undefined;
  /** Headers of the successful answer. */
  answerHeaders: string[];
}

const described = new Map<OperationId, OperationContract>();

export function describeOperation(operationId: OperationId): OperationContract {
  const contract = described.get(operationId) ?? describe(operationId);
  described.set(operationId, contract);
  return contract;
}

function describe(operationId: OperationId): OperationContract {
  const { path, method, successStatus } = operations[operationId];
  const item = openApiDocument.paths[path];
  const operation = item?.[method.toLowerCase() as Lowercase<typeof method>];
  if (!item || !operation) throw new Error(`The document has no ${operationId}`);

  const json = Object.entries(operation.requestBody?.content ?? {}).find(([type]) => type.endsWith("json"));
  return {
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(toParameter),
    bodySchema: json?.[1].schema,
    bodyMediaType: json?.[0],
    answerHeaders: Object.keys(operation.responses[successStatus]?.headers ?? {}),
  };
}

function toParameter(declared: Parameter): ParameterContract {
  const { name, in: where, required = false, schema = {} } = resolve(declared);
  return { name, in: where, required, schema, isList: schema.type === "array" };
}

function resolve(parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  const name = parameter.$ref.slice(parameter.$ref.lastIndexOf("/") + 1);
  return openApiDocument.components.parameters?.[name] as Parameter;
}
