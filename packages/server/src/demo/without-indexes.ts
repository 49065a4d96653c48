import { sql } from "drizzle-orm";
import type { Database } from "../stores/postgres/database.js";

/**
 * Runs `load` with the indexes and references of all tables out of the way, and makes them again in the same
 * transaction: made once over all rows they cost a fraction of being kept row by row. For empty tables that nobody
 * uses yet: it locks them.
 */
export async function withoutIndexes(tx: Database, load: () => Promise<void>): Promise<void> {
  const indexes = await secondaryIndexes(tx);
  const references = await foreignKeys(tx);
  for (const { table, name } of references)
    await tx.execute(sql.raw(`alter table ${table} drop constraint ${name}`));
  for (const { name } of indexes) await tx.execute(sql.raw(`drop index ${name}`));
  await load();
  for (const { definition } of indexes) await tx.execute(sql.raw(definition));
  for (const { table, name, definition } of references)
    await tx.execute(sql.raw(`alter table ${table} add constraint ${name} ${definition}`));
}

/** All but those that hold a primary key or a unique constraint. */
const secondaryIndexes = (tx: Database) =>
  tx
    .select({
      name: sql<string>`indexrelid::regclass::text`,
      definition: sql<string>`pg_get_indexdef(indexrelid)`,
    })
    .from(sql`pg_index join pg_class on pg_class.oid = indrelid`)
    .where(
      sql`relnamespace = current_schema()::regnamespace
        and not exists (select from pg_constraint where conindid = indexrelid)`,
    );

const foreignKeys = (tx: Database) =>
  tx
    .select({
      table: sql<string>`conrelid::regclass::text`,
      name: sql<string>`quote_ident(conname)`,
      definition: sql<string>`pg_get_constraintdef(oid)`,
    })
    .from(sql`pg_constraint`)
    .where(sql`contype = 'f' and connamespace = current_schema()::regnamespace`);
