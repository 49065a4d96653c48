import type { ServiceRequest } from "@portico/contract";
import { members, textOf, timeOf } from "../internal/payload.js";
import { doneStates, type Marks, openStates, readMarks } from "../internal/request.model.js";

/** The orders the contract knows. */
export const sorts = ["-updatedAt", "-createdAt", "createdAt", "dueAt"] as const;
export type Sort = (typeof sorts)[number];

/** Which requests to show. An empty list of states or kinds means any. */
export interface RequestQuery {
  readonly customerId?: string | undefined;
  readonly industry?: string | undefined;
  readonly states: readonly string[];
  readonly kinds: readonly string[];
  readonly sort: Sort;
  readonly search: string;
}

/** As many requests as were loaded, and where the rest begins. */
export interface RequestPage {
  readonly rows: readonly ServiceRequest[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

export interface RowView {
  readonly id: string;
  readonly number: string;
  readonly title: string | undefined;
  readonly kind: string;
  readonly state: string;
  readonly statusLabels: ServiceRequest["status"]["labels"];
  readonly marks: Marks;
  readonly updatedAt: string | undefined;
  readonly customer: string | undefined;
  /** Who holds it now: the handler, else the unit, else who took the first contact. */
  readonly holder: string | undefined;
}

export function rowView(request: ServiceRequest): RowView {
  const row = members<ServiceRequest>(request);
  const status = members<ServiceRequest["status"]>(row.status);
  return {
    id: String(row.id ?? ""),
    number: textOf(row.number) ?? "",
    title: textOf(row.title),
    kind: textOf(row.kind) ?? "",
    state: textOf(row.state) ?? "",
    statusLabels: status.labels as RowView["statusLabels"],
    marks: readMarks(row.marks),
    updatedAt: timeOf(row.updatedAt) ?? timeOf(row.createdAt),
    customer: textOf(members<{ displayName: string }>(row.customer).displayName),
    holder: [row.handler, row.unit, row.owner].map(nameOf).find(Boolean),
  };
}

/** A row of the contract, or nothing when it cannot even be told from another. */
export function readRows(data: unknown): ServiceRequest[] {
  if (!Array.isArray(data)) return [];
  return data.filter((row): row is ServiceRequest => textOf(members<ServiceRequest>(row).id) !== undefined);
}

export function sortOf(text: string): Sort {
  return sorts.find((sort) => sort === text) ?? "-updatedAt";
}

/**
 * The states behind a choice: `open`, `done`, one state, or `""` for all of what the host offers. Never none: that
 * would ask for everything.
 */
export function chosenStates(choice: string, offered: readonly string[]): readonly string[] {
  if (choice === "") return offered;
  const chosen = { open: openStates, done: doneStates }[choice] ?? [choice];
  const shared = chosen.filter((state) => offered.length === 0 || offered.includes(state));
  return shared.length > 0 ? shared : chosen;
}

/** The query in the words of the contract; what is not chosen is left out. */
export function listParameters({ customerId, industry, states, kinds, sort, search }: RequestQuery) {
  return {
    sort,
    ...(customerId ? { customerId } : {}),
    ...(industry ? { industry } : {}),
    ...(states.length > 0 ? { state: states as ServiceRequest["state"][] } : {}),
    ...(kinds.length > 0 ? { kind: [...kinds] } : {}),
    ...(search ? { q: search } : {}),
  };
}

/** Whether a request belongs into a list; the search, which only a backend can judge, is looked for in plain text. */
export function matches(request: ServiceRequest, query: RequestQuery): boolean {
  const row = rowView(request);
  const industry = textOf(request.industry);
  if (query.industry && industry && industry !== query.industry) return false;
  if (query.states.length > 0 && !query.states.includes(row.state)) return false;
  if (query.kinds.length > 0 && !query.kinds.includes(row.kind)) return false;
  const needle = query.search.toLowerCase();
  const words = `${row.number} ${row.title ?? ""} ${textOf(request.description) ?? ""}`;
  return words.toLowerCase().includes(needle);
}

/** The list a host has given, filtered and sorted here as a backend would. */
export function givenPage(requests: readonly ServiceRequest[], query: RequestQuery): RequestPage {
  const rows = readRows(requests).filter((request) => matches(request, query));
  const descending = query.sort.startsWith("-");
  const member = query.sort.replace("-", "") as "updatedAt" | "createdAt" | "dueAt";
  const order = (request: ServiceRequest) => Date.parse(request[member] ?? "");
  rows.sort((one, other) => {
    const [left, right] = [order(one), order(other)];
    // What has no such time comes last in either order.
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return descending ? right - left : left - right;
  });
  return { rows, nextCursor: null, total: rows.length };
}

/** Whether rows belong to different customers, so that each must say whose it is. */
export function hasManyCustomers(rows: readonly ServiceRequest[]): boolean {
  return new Set(rows.map((request) => rowView(request).customer).filter(Boolean)).size > 1;
}

/** Adds a page; a row that has moved between two pages is kept once, in its newer form. */
export function appendPage(page: RequestPage, next: RequestPage): RequestPage {
  const newer = new Map(next.rows.map((row) => [row.id, row]));
  const rows = page.rows.map((row) => newer.get(row.id) ?? row);
  const known = new Set(page.rows.map((row) => row.id));
  return {
    rows: [...rows, ...next.rows.filter((row) => !known.has(row.id))],
    nextCursor: next.nextCursor,
    total: page.total,
  };
}

/** Puts a newer form of a row where the row is, so that nothing jumps. */
export function replaceRow(page: RequestPage, request: ServiceRequest): RequestPage {
  return { ...page, rows: page.rows.map((row) => (row.id === request.id ? request : row)) };
}

export function prependRow(page: RequestPage, request: ServiceRequest): RequestPage {
  return {
    ...page,
    rows: [request, ...page.rows],
    total: page.total === undefined ? undefined : page.total + 1,
  };
}

export function removeRow(page: RequestPage, id: string): RequestPage {
  const rows = page.rows.filter((row) => row.id !== id);
  const gone = page.rows.length - rows.length;
  return { ...page, rows, total: page.total === undefined ? undefined : page.total - gone };
}

/** Only its scheme is looked at, so that a server without a page can tell as well. */
const anyPage = "https://page.invalid";

/** The address of a request's own page. Only http, https and relative addresses lead anywhere. */
export function hrefOf(template: string | null, id: string): string | undefined {
  if (!template) return undefined;
  const href = template.replaceAll("{id}", encodeURIComponent(id));
  try {
    return /^https?:$/.test(new URL(href, anyPage).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(party: unknown): string | undefined {
  return textOf(members<{ name: string }>(party).name);
}
