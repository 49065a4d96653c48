import { and, eq, inArray, sql } from "drizzle-orm";
import type { IdempotencyStore } from "../../store.js";
import type { Database } from "./database.js";
import { idempotencyKeys } from "./schema.js";

export function idempotencyStore(db: Database): IdempotencyStore {
  return {
    async claim(scope, key) {
      // Freed by the end of the transaction, however it ends: a server that dies leaves no key behind.
      const [row] = await db
        .select({
          claimed: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${`${scope} ${key}`}, 0))`,
        })
        .from(sql`(values (1)) as once`);
      return row?.claimed === true;
    },

    async find(scope, key) {
      const [row] = await db
        .select()
        .from(idempotencyKeys)
        .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
      return row ?? null;
    },

    async insert(record) {
      await db.insert(idempotencyKeys).values(record);
    },

    async forgetUploads(scope, attachmentIds) {
      if (attachmentIds.length === 0) return;
      const location = sql`${idempotencyKeys.headers} ->> 'Location'`;
      await db.delete(idempotencyKeys).where(
        and(
          eq(idempotencyKeys.scope, scope),
          inArray(
            location,
            attachmentIds.map((id) => `/v1/attachments/${id}`),
          ),
        ),
      );
    },
  };
}
