import { sql } from "drizzle-orm";
import type { Database } from "./database.js";

/**
 * Brings the planner's figures up to date and files new search terms, which wait in a list that every search reads
 * through. PostgreSQL's autovacuum does both; the embedded database has none.
 */
export async function settle(db: Database): Promise<void> {
  await db.execute(sql`analyze`);
  await db.execute(sql`
    select gin_clean_pending_list(search)
    from unnest('{customers_search,contacts_search,requests_search}'::regclass[]) search`);
}
