import { eq, getTableColumns, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { attachments, contacts, customers, serviceRequests } from "./schema.js";

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
