import { type OperationId, operations } from "@portico/contract";
import {
  type Operation,
  openApiDocument,
  type Parameter,
  type PathItem,
  type Schema,
} from "@portico/contract/document";

export const operationIds = Object.keys(operations) as OperationId[];

/** The address of an operation with its path parameters filled in. */
export function pathOf(id: OperationId, parameters: Readonly<Record<string, string>> = {}): string {
  return operations[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? `{${name}}`),
  );
}

const patterns = operationIds.map((id) => ({
  id,
  method: operations[id].method,
  // A fixed segment goes before a parameter: `/changes/stream` is no change called `stream`.
  parameters: operations[id].path.split("{").length - 1,
  pattern: new RegExp(`^${operations[id].path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));

/** Which operation a request calls, if it is one of the contract's. */
export function operationAt(method: string, target: string): OperationId | undefined {
  const path = target.split("?")[0] ?? "";
  return patterns
    .filter((candidate) => candidate.method === method && candidate.pattern.test(path))
    .sort((a, b) => a.parameters - b.parameters)[0]?.id;
}

/** An operation as the document describes it. */
export function describeOperation(id: OperationId): { item: PathItem; operation: Operation } {
  const { method, path } = operations[id];
  const item = openApiDocument.paths[path];
  const operation = item?.[method.toLowerCase() as Lowercase<typeof method>];
  if (!item || !operation) throw new Error(`The document has no ${id}.`);
  return { item, operation };
}

/** The parameters of an operation in one place, such as its query, with references resolved. */
export function parametersOf(
  id: OperationId,
  where: Parameter["in"],
): (Parameter & { readonly schema: Schema })[] {
  const { item, operation } = describeOperation(id);
  return [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    .map(({ $ref, ...own }) =>
      $ref === undefined
        ? own
        : (openApiDocument.components.parameters?.[
            $ref.replace("#/components/parameters/", "")
          ] as Parameter),
    )
    .filter((parameter) => parameter.in === where)
    .map(({ schema = {}, ...parameter }) => ({ ...parameter, schema }));
}

/** The media type of the JSON body an operation takes; undefined when it takes none. */
export function bodyMediaType(id: OperationId): string | undefined {
  return Object.keys(describeOperation(id).operation.requestBody?.content ?? {}).find((type) =>
    type.endsWith("json"),
  );
}
