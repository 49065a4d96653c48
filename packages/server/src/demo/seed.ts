import { sql } from "drizzle-orm";
import type { Database } from "../stores/postgres/database.js";
import { customers, requestNumbers, serviceRequests } from "../stores/postgres/schema.js";
import { settle } from "../stores/postgres/settle.js";
import type { Batch } from "./batches.js";
import { withoutIndexes } from "./without-indexes.js";
import { tables, type World } from "./world.js";

/** What is worth telling while it is written, for it takes seconds. */
const milestones: Partial<Record<keyof World, string>> = {
  customers: "customers",
  serviceRequests: "requests",
  entries: "entries of their histories",
};

/**
 * Fills an empty database with the demo, whole or not at all, and says what it does. A database that holds a
 * customer or a request is left as it is. Nothing of the demo goes into the feed of changes: for whoever listens, it
 * was always there. Returns whether it was filled.
 */
export async function seedDemo(
  db: Database,
  say: (text: string) => void,
  generate: () => Iterable<Batch> | AsyncIterable<Batch>,
): Promise<boolean> {
  if (!(await isEmpty(db))) {
    say("The database holds customers or requests already; demo data is never added to them.");
    return false;
  }
  await db.transaction(async (tx) => {
    await withoutIndexes(tx, async () => {
      let last: Batch["table"] | undefined;
      for await (const batch of generate()) {
        const what = milestones[batch.table];
        if (what !== undefined && batch.table !== last) say(`Writing demo data: ${batch.total} ${what} …`);
        last = batch.table;
        await insertBatch(tx, batch);
      }
      if (last !== Object.keys(tables).at(-1)) throw new Error("The demo data came to an early end.");
      say("Writing the indexes …");
    });
    // Numbers given out from now on follow those of the demo.
    await tx.execute(
      sql`select setval(${requestNumbers.seqName}::regclass, (select count(*) from ${serviceRequests}))`,
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

/** Inserts a batch as one parameter: drizzle's own way takes one for each value. */
async function insertBatch(tx: Database, { table, columns, json }: Batch): Promise<void> {
  const target = tables[table];
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${target} (${names}) select ${names} from json_populate_recordset(null::${target}, ${json}::json)`,
  );
}
