import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../stores/postgres/database.js";
import {
  accountTeam,
  assessments,
  contacts,
  customers,
  duties,
  entries,
  interactions,
  ratings,
  requestNumbers,
  satisfactionCounts,
  satisfactionIndices,
  serviceRequests,
  staff,
  units,
} from "../stores/postgres/schema.js";
import { settle } from "../stores/postgres/settle.js";
import { generateWorld } from "./generate.js";

const rowsAtOnce = 1000;

/**
 * Fills an empty database with the demo, whole or not at all, and says what it does. A database that holds a
 * customer or a request is left as it is. Nothing of the demo goes into the feed of changes: for whoever listens, it
 * was always there. Returns whether it was filled.
 */
export async function seedDemo(
  db: Database,
  say: (text: string) => void,
  now = new Date(),
): Promise<boolean> {
  if (!(await isEmpty(db))) {
    say("The database holds customers or requests already; demo data is never added to them.");
    return false;
  }
  const world = generateWorld(now);
  say(
    `Writing demo data: ${world.customers.length} customers, ${world.serviceRequests.length} requests with ${world.entries.length} entries …`,
  );
  await db.transaction(async (tx) => {
    await insertRows(tx, units, world.units);
    await insertRows(tx, staff, world.staff);
    await insertRows(tx, duties, world.duties);
    await insertRows(tx, customers, world.customers);
    await insertRows(tx, contacts, world.contacts);
    await insertRows(tx, accountTeam, world.accountTeam);
    await insertRows(tx, assessments, world.assessments);
    await insertRows(tx, serviceRequests, world.serviceRequests);
    say("Requests are written, their histories follow …");
    await insertRows(tx, entries, world.entries);
    await insertRows(tx, interactions, world.interactions);
    await insertRows(tx, ratings, world.ratings);
    await insertRows(tx, satisfactionIndices, world.satisfactionIndices);
    await insertRows(tx, satisfactionCounts, world.satisfactionCounts);
    // Numbers given out from now on follow those of the demo.
    await tx.execute(
      sql`select setval(${requestNumbers.seqName}::regclass, ${world.serviceRequests.length})`,
    );
  });
  await settle(db);
  return true;
}

async function isEmpty(db: Database): Promise<boolean> {
  const [customer] = await db.select({ id: customers.id }).from(customers).limit(1);
  const [request] = await db.select({ id: serviceRequests.id }).from(serviceRequests).limit(1);
  return !customer && !request;
}

/** Inserts rows a thousand at a time, each thousand as one parameter: drizzle's own way takes one for each value. */
async function insertRows<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  const given = columns.filter(([property]) => rows.some((row) => property in row));
  const names = sql.join(
    given.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let done = 0; done < rows.length; done += rowsAtOnce) {
    const records = rows
      .slice(done, done + rowsAtOnce)
      .map((row: Record<string, unknown>) =>
        Object.fromEntries(given.map(([property, { name }]) => [name, row[property] ?? null])),
      );
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(records)}::json)`,
    );
  }
}
