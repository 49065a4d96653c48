import { methods, type OpenApiDocument, type Operation } from "../src/openapi.ts";

/** A table of what a client must know of each operation before it sends anything. */
export function emitOperations(document: OpenApiDocument): string {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [[operation.operationId, describe(method, path, operation)] as const];
    }),
  );
  const lines = rows.map(([id, description]) => `  ${id}: ${JSON.stringify(description)},`);
  return [
    'import type { OperationDescription } from "../operations.js";',
    "",
    "export const operations = {",
    ...lines,
    "} as const satisfies Record<string, OperationDescription>;",
  ].join("\n");
}

function describe(method: string, path: string, operation: Operation) {
  return {
    method: method.toUpperCase(),
    path,
    profile: operation["x-profile"],
    principals: operation["x-principals"],
    idempotent: operation["x-idempotent"] ?? false,
    paginate: operation["x-paginate"] ?? false,
    successStatus: successStatus(operation),
  };
}

function successStatus(operation: Operation): number {
  const status = Object.keys(operation.responses).find((code) => code.startsWith("2"));
  if (status === undefined) throw new Error(`${operation.operationId} declares no 2xx response`);
  return Number(status);
}
