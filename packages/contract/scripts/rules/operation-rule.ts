import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import type { Content, Operation, Parameter, PathItem, Schema } from "../../src/openapi.ts";

/** One operation with its parameters resolved, as a rule looks at it. */
export interface OperationView {
  readonly method: string;
  readonly operation: Partial<Operation>;
  readonly parameters: Parameter[];
  /** Follows a reference, one level deep. */
  readonly resolve: <T extends { $ref?: string }>(node: T | undefined) => T | undefined;
}

/** A rule that looks at every operation and returns what is wrong with it. */
export function operationRule(check: (view: OperationView) => string[]): Oas3Rule {
  return () => ({
    Operation(node, context) {
      for (const message of check(viewOf(node as Partial<Operation>, context))) context.report({ message });
    },
  });
}

function viewOf(operation: Partial<Operation>, context: UserContext): OperationView {
  const item = context.parent as PathItem;
  const resolve = resolver(context);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  return {
    method: String(context.key),
    operation,
    parameters: parameters.flatMap((p) => resolve(p) ?? []),
    resolve,
  };
}

// References are relative to the file they stand in, so each resolved node remembers its own.
function resolver(context: UserContext): OperationView["resolve"] {
  const files = new WeakMap<object, string>();
  return (node) => {
    if (node?.$ref === undefined) return node;
    const found = context.resolve<typeof node>({ $ref: node.$ref }, files.get(node));
    if (found.location === undefined) return undefined;
    remember(found.node, found.location.source.absoluteRef, files);
    return found.node;
  };
}

function remember(node: unknown, file: string, files: WeakMap<object, string>): void {
  if (typeof node !== "object" || node === null || files.has(node)) return;
  files.set(node, file);
  for (const member of Object.values(node)) remember(member, file, files);
}

export const hasParameter = (view: OperationView, place: Parameter["in"], name: string): boolean =>
  view.parameters.some((parameter) => parameter.in === place && parameter.name === name);

export const requiresHeader = (view: OperationView, name: string): boolean =>
  view.parameters.some(
    (parameter) => parameter.in === "header" && parameter.name === name && parameter.required === true,
  );

/** What the first 2xx response carries, by media type. */
export function successContent({ operation, resolve }: OperationView): Content {
  const [, response] = Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
  return resolve(response)?.content ?? {};
}

/** The schema of the JSON body of the first 2xx response. */
export const successSchema = (view: OperationView): Schema | undefined =>
  view.resolve(successContent(view)["application/json"]?.schema);
