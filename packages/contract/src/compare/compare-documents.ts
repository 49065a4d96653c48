import { type Method, methods, type OpenApiDocument } from "../openapi.js";
import { type Change, ChangeLog } from "./change.js";
import { type LocatedOperation, OperationComparison } from "./compare-operations.js";
import { compareSecuritySchemes } from "./compare-security.js";
import { pairByKey } from "./pairs.js";
import { Place } from "./place.js";

/**
 * What changed on the wire between two OpenAPI 3.1 documents, and whether clients and backends made for the released
 * one still work with the current one. Texts for people, examples and where a schema is written are no difference.
 */
export function compareDocuments(released: OpenApiDocument, current: OpenApiDocument): Change[] {
  const log = new ChangeLog();
  const before = new Place(released);
  const after = new Place(current);
  const operations = new OperationComparison(log);
  compareSecuritySchemes(log, before, after);

  const paths = pairByKey(pathsOf(before), pathsOf(after));
  for (const [, { path, item }] of paths.removed) log.breaking(item.pointer, `The path ${path} was removed.`);
  for (const [, { path, item }] of paths.added) log.compatible(item.pointer, `The path ${path} was added.`);
  for (const [, releasedPath, currentPath] of paths.kept) {
    const { removed, added, kept } = pairByKey(operationsOf(releasedPath), operationsOf(currentPath));
    for (const [, { name, operation }] of removed) log.breaking(operation.pointer, `${name} was removed.`);
    for (const [, { name, operation }] of added) log.compatible(operation.pointer, `${name} was added.`);
    for (const [, releasedOperation, currentOperation] of kept) {
      operations.compare(releasedOperation, currentOperation);
    }
  }
  return log.sorted();
}

interface LocatedPath {
  path: string;
  item: Place;
}

/** By the path without the names of its parameters, which nobody sends. */
const pathsOf = (document: Place): Map<string, LocatedPath> =>
  new Map(
    document
      .membersOf("paths")
      .map(([path, item]) => [path.replaceAll(/\{[^}]*\}/g, "{}"), { path, item: item.resolved() }]),
  );

const operationsOf = ({ path, item }: LocatedPath): Map<Method, LocatedOperation> =>
  new Map(
    methods.flatMap((method) => {
      const operation = item.at(method);
      const name = `${method.toUpperCase()} ${path}`;
      return operation === undefined ? [] : [[method, { name, path, item, operation }] as const];
    }),
  );
