import type { PageInfo } from "@portico/contract";
import type { ListQuery, Page, RowScope } from "../store.js";
import { decodeCursor, encodeCursor } from "./cursor.js";

interface ListParameters {
  limit?: number;
  cursor?: string;
  total?: boolean;
  sort?: string;
}

/**
 * Answers a list: takes the page's parameters out of the query, binds the cursor to the rest, and shows each row.
 * `bound` is what the cursor belongs to besides the query, such as the parent resource.
 */
export async function answerList<Filter, Row, View>(
  query: ListParameters & object,
  options: {
    scope: RowScope;
    filter: Filter;
    sort: string;
    bound?: string;
    list: (query: ListQuery<Filter>) => Promise<Page<Row>>;
    view: (row: Row) => View;
  },
): Promise<{ data: View[]; page: PageInfo }> {
  const { limit = 25, cursor, total = false, ...bindings } = query;
  const { scope, filter, sort, bound, list, view } = options;
  const boundTo = [bindings, sort, bound, scope.customerId];
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
    ...(cursor === undefined ? {} : { after: decodeCursor(cursor, boundTo) }),
  });
  const nextCursor = next ? encodeCursor(next, boundTo) : null;
  return { data: rows.map(view), page: count === undefined ? { nextCursor } : { nextCursor, total: count } };
}
