import { sortKeyOf } from "../../document/instants.js";
import type { ListOperation } from "../../lists.js";

/** A row as JSON: what a faulty backend sends need not be what its type says. */
export type Row = Readonly<Record<string, unknown>>;

/** How a filter of the contract is read off a row. */
export interface FilterRule {
  /** The value that finds this row; undefined when the row has none. */
  valueOf(row: Row): string | undefined;
  matches(row: Row, value: string): boolean;
  /** Whether it takes several values, of which one is enough. */
  readonly takesSeveral?: boolean;
  /** Whether rows may match for a reason that does not stand on them. */
  readonly mayMatchOtherwise?: boolean;
}

/** The value at the end of a path of members. */
const at = (row: Row, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? (value as Row)[name] : undefined),
    row,
  );

const member = (...path: readonly string[]): FilterRule => ({
  valueOf: (row) => textOf(at(row, ...path)),
  matches: (row, value) => textOf(at(row, ...path)) === value,
});

const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

const urged: FilterRule = {
  valueOf: (row) => String(Number(at(row, "marks", "urgedCount")) > 0),
  matches: (row, value) => urged.valueOf(row) === value,
};

/** "With this person in the account team": the row names the first person of the team alone. */
const inTeam: FilterRule = { ...member("manager", "id"), mayMatchOtherwise: true };

const created = (holds: (created: string, limit: string) => boolean): FilterRule => ({
  valueOf: (row) => textOf(row.createdAt),
  matches: (row, value) => holds(sortKeyOf(row.createdAt) ?? "", sortKeyOf(value) ?? ""),
});

/** The filters of every list, by what the rows say of themselves; `q` is not among them. */
export const filterRules: Partial<Record<ListOperation, Readonly<Record<string, FilterRule>>>> = {
  listCustomers: {
    kind: member("kind"),
    industry: member("industry"),
    status: member("status"),
    segment: member("segment"),
    tier: member("tier"),
    parentId: member("parent", "id"),
    managerId: inTeam,
  },
  listContacts: { customerId: member("customerId") },
  listInteractions: { customerId: member("customerId"), channel: member("channel") },
  listServiceRequests: {
    customerId: member("customer", "id"),
    state: { ...member("state"), takesSeveral: true },
    kind: { ...member("kind"), takesSeveral: true },
    channel: member("channel"),
    handlerId: member("handler", "id"),
    unitId: member("unit", "id"),
    industry: member("industry"),
    overdue: member("marks", "overdue"),
    urged,
    createdAfter: created((instant, limit) => instant >= limit),
    createdBefore: created((instant, limit) => instant < limit),
  },
  listRatings: {
    customerId: member("customerId"),
    serviceRequestId: member("serviceRequestId"),
    metric: member("metric"),
  },
  listSatisfactionIndices: { industry: member("industry"), metric: member("metric") },
};

/** The text of a row that `q` surely looks through. */
export const searchedText: Partial<Record<ListOperation, string>> = {
  listCustomers: "displayName",
  listContacts: "name",
  listServiceRequests: "title",
};
