import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { SatisfactionIndexRecord } from "../../records.js";
import type { IndexStore, RowScope } from "../../store.js";
import { only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { customers, satisfactionCounts, satisfactionIndices } from "./schema.js";
import { ofCustomer } from "./visible.js";

const sorts: Sorts<SatisfactionIndexRecord> = {
  code: { by: satisfactionIndices.code, key: (row) => row.code },
};

type Definition = Omit<SatisfactionIndexRecord, "counts">;

export function indexStore(db: Database): IndexStore {
  const inScope = (scope: RowScope) =>
    scope.audience === "staff"
      ? undefined
      : or(eq(satisfactionIndices.public, true), ofCustomer(satisfactionIndices.customerId, scope));

  const withCounts = async (definitions: Definition[]): Promise<SatisfactionIndexRecord[]> => {
    const ids = definitions.map(({ id }) => id);
    const counts =
      ids.length === 0
        ? []
        : await db.select().from(satisfactionCounts).where(inArray(satisfactionCounts.indexId, ids));
    return definitions.map((definition) => ({
      ...definition,
      counts: counts.filter(({ indexId }) => indexId === definition.id),
    }));
  };

  return {
    async list(query) {
      const window = keyset(query, satisfactionIndices.id, sorts);
      const filter = and(
        inScope(query.scope),
        only(satisfactionIndices.industry, query.filter.industry),
        only(satisfactionIndices.metric, query.filter.metric),
      );
      const total = query.total ? await db.$count(satisfactionIndices, filter) : undefined;
      const rows = await db
        .select()
        .from(satisfactionIndices)
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(await withCounts(rows), total);
    },

    async find(id, scope) {
      const rows = await db
        .select()
        .from(satisfactionIndices)
        .where(and(eq(satisfactionIndices.id, id), inScope(scope)));
      const [index] = await withCounts(rows);
      return index ?? null;
    },

    async count({ metric, score, customerId, createdAt }, month) {
      const industry = db
        .select({ industry: customers.industry })
        .from(customers)
        .where(eq(customers.id, customerId ?? ""));
      const counted = await db
        .update(satisfactionIndices)
        .set({ updatedAt: createdAt })
        .where(
          and(
            eq(satisfactionIndices.metric, metric),
            or(isNull(satisfactionIndices.industry), eq(satisfactionIndices.industry, sql`(${industry})`)),
            or(isNull(satisfactionIndices.customerId), eq(satisfactionIndices.customerId, customerId ?? "")),
          ),
        )
        .returning();
      if (counted.length > 0)
        await db
          .insert(satisfactionCounts)
          .values(counted.map(({ id }) => ({ indexId: id, month, score, count: 1 })))
          .onConflictDoUpdate({
            target: [satisfactionCounts.indexId, satisfactionCounts.month, satisfactionCounts.score],
            set: { count: sql`${satisfactionCounts.count} + 1` },
          });
      return counted;
    },
  };
}
