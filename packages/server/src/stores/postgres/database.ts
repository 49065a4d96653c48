import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema.js";

/** Drizzle over either driver, or over one of its transactions. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that is open and has its tables, whichever driver speaks to it. */
export interface Connection {
  readonly db: Database;
  /** Calls back whenever a transaction that notified `channel` is kept; returns how to stop. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
