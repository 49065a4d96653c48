import { type OperationId, operations, type QueryOf } from "@portico/contract";
import { describeOperation, operationIds } from "../../document/operations.js";
import type { Kit } from "../../kit.js";
import type { ListOperation, RowOf } from "../../lists.js";

export type AnyRow = RowOf<ListOperation>;

/** Every list of the contract, in the document's order. */
export const listOperations = operationIds.filter((id): id is ListOperation => operations[id].paginate);

export const listQuery = (query: Readonly<Record<string, unknown>>) => query as QueryOf<ListOperation>;

const parameterOf = (id: OperationId, name: string) => {
  const { item, operation } = describeOperation(id);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  const shared = new RegExp(`/${name}$`, "i");
  return parameters.find((parameter) => parameter.name === name || shared.test(parameter.$ref ?? ""));
};

export const hasTotal = (id: ListOperation): boolean => parameterOf(id, "total") !== undefined;

const isOfItem = (id: ListOperation): boolean => operations[id].path.includes("{");

const capabilityOf = (kit: Kit, id: ListOperation) =>
  Object.values(kit.capabilities.resources).find(({ operations: ids = [] }) => ids.includes(id));

/** Whether the backend declares that this query parameter filters the list. */
export const declaresFilter = (kit: Kit, id: ListOperation, name: string): boolean =>
  !isOfItem(id) && (capabilityOf(kit, id)?.filters ?? []).includes(name);

/** Leaves a check that can look at its own rows only by this filter. */
export function requireFilter(kit: Kit, name: string, ...ids: readonly ListOperation[]): void {
  const lacking = ids.filter((id) => !declaresFilter(kit, id, name));
  if (lacking.length > 0) kit.notSupported(`${lacking.join(", ")}: the filter \`${name}\` is not declared`);
}

/** The orders a list can be asked for; those below a single resource have no place to declare theirs. */
export function sortsOf(kit: Kit, id: ListOperation): readonly string[] {
  const inDocument = (parameterOf(id, "sort")?.schema?.enum ?? []).map(String);
  const declared = capabilityOf(kit, id)?.sorts ?? [];
  return isOfItem(id) ? inDocument : inDocument.filter((sort) => declared.includes(sort));
}

/** Greatest page that may be asked for. */
export const maxLimitOf = (kit: Kit, id: ListOperation): number =>
  Math.min(100, (isOfItem(id) ? undefined : capabilityOf(kit, id)?.maxLimit) ?? 100);

/** What tells one row from another; text of any other kind when a faulty backend leaves it out. */
export function keyOf(row: AnyRow): string {
  const { id, name } = (row ?? {}) as { id?: unknown; name?: unknown };
  return String(id ?? name);
}
