import { arrayContains, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { attachments, contacts, customers, serviceRequests } from "./schema.js";
import { queryTerms } from "./search-terms.js";

const { searchTerms: _ofCustomers, ...customerColumns } = getTableColumns(customers);
const { searchTerms: _ofContacts, ...contactColumns } = getTableColumns(contacts);
const {
  searchTerms: _ofRequests,
  aboutUnitId: _aboutUnitId,
  ...requestColumns
} = getTableColumns(serviceRequests);
const { content: _content, ...attachmentColumns } = getTableColumns(attachments);

/** What is read of a row: all but what only the database needs, and never a file's content in passing. */
export const columns = {
  customers: customerColumns,
  contacts: contactColumns,
  requests: requestColumns,
  attachments: attachmentColumns,
};

/** A filter that was given, or none. */
export const only = (column: PgColumn, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

/** Rows found by the words of `q`; none by a text without words. */
export function found(searchTerms: PgColumn, q: string | undefined): SQL | undefined {
  if (q === undefined) return undefined;
  const terms = queryTerms(q);
  return terms.length === 0 ? sql`false` : arrayContains(searchTerms, terms);
}
