import type { PageInfo } from "@portico/contract";
import type { ListQuery, Page, RowScope } from "../store.js";
import { decodeCursor, encodeCursor } from "./cursor.js";

interface ListParameters {
  limit?: number;
  cursor?: string;
  total?: boolean;
  sort?: string;
}

/** What a list needs to know of its call. */
interface Asking {
  query: ListParameters & object;
  scope: RowScope;
  request: Request;
}

/**
 * Answers a list: takes the page's parameters out of the query and shows each row. Its cursor is good for the same
 * address, filter, sort and circle of rows alone.
 */
export async function answerList<Filter, Row, View>(
  { query, scope, request }: Asking,
  options: {
    filter: Filter;
    sort: string;
    list: (query: ListQuery<Filter>) => Promise<Page<Row>>;
    view: (row: Row) => View;
  },
): Promise<{ data: View[]; page: PageInfo }> {
  const { limit = 25, cursor, total = false, ...bindings } = query;
  const { filter, sort, list, view } = options;
  const filters = Object.entries(bindings).sort(([a], [b]) => (a < b ? -1 : 1));
  const boundTo = [new URL(request.url).pathname, filters, sort, scope.audience, scope.customerId];
  const {
    rows,
    next,
    total: count,
  } = await list({
    scope,
    filter,
    sort,
    limit,
    total,
    ...(cursor === undefined ? {} : { after: decodeCursor(cursor, sort, boundTo) }),
  });
  const nextCursor = next ? encodeCursor(next, boundTo) : null;
  return { data: rows.map(view), page: count === undefined ? { nextCursor } : { nextCursor, total: count } };
}
