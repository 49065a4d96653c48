import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { NewChange } from "../../records.js";
import type { Feed } from "../../store.js";
import { only } from "./columns.js";
import type { Connection, Database } from "./database.js";
import { changes } from "./schema.js";
import { changeInScope } from "./visible.js";

const channel = "portico_changes";
/** Any number, the same for every server. */
const outboxLock = 7_031_993;

/**
 * Writes the changes of a transaction as its last act. A sequence alone gives numbers in the order of asking, and a
 * reader would miss a lower number kept later; so writers queue here, from their number to their commit, and ids grow
 * in the order of the commits. Nothing is locked after this, so the queue cannot deadlock.
 */
export async function writeOutbox(tx: Database, announced: NewChange[], at: Date): Promise<void> {
  if (announced.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${outboxLock})`);
  await tx.insert(changes).values(announced.map((change) => ({ ...change, createdAt: at })));
  await tx.execute(sql`select pg_notify(${channel}, '')`);
}

export async function openFeed({ db, listen }: Connection): Promise<Feed & { close(): Promise<void> }> {
  const waiting = new Set<() => void>();
  const unlisten = await listen(channel, () => {
    for (const wake of waiting) wake();
  });

  return {
    read: ({ scope, filter, after, limit }) =>
      db
        .select()
        .from(changes)
        .where(
          and(
            gt(changes.id, after),
            changeInScope(scope),
            only(changes.subject, filter.subject),
            only(changes.customerId, filter.customerId),
            filter.resource === undefined ? undefined : eq(changes.resource, filter.resource),
          ),
        )
        .orderBy(asc(changes.id))
        .limit(limit),

    async bounds() {
      const [row] = await db
        .select({
          first: sql<string | null>`min(${changes.id})::text`,
          latest: sql<string | null>`max(${changes.id})::text`,
        })
        .from(changes);
      return { earliest: Math.max(0, Number(row?.first ?? 0) - 1), latest: Number(row?.latest ?? 0) };
    },

    onChange(wake) {
      waiting.add(wake);
      return () => waiting.delete(wake);
    },

    close: () => unlisten(),
  };
}
