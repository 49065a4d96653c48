import { and, desc, eq, gt, gte, isNull, sql } from "drizzle-orm";
import type { RatingRecord } from "../../records.js";
import type { RatingStore, RowScope } from "../../store.js";
import { only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { ratings } from "./schema.js";
import { aboutRequestInScope, ofCustomer } from "./visible.js";

const sorts: Sorts<RatingRecord> = { createdAt: { by: ratings.createdAt, key: (row) => row.createdAt } };

export function ratingStore(db: Database): RatingStore {
  const inScope = (scope: RowScope) =>
    and(ofCustomer(ratings.customerId, scope), aboutRequestInScope(db, ratings.serviceRequestId, scope));

  return {
    async list(query) {
      const window = keyset(query, ratings.id, sorts);
      const filter = and(
        inScope(query.scope),
        only(ratings.customerId, query.filter.customerId),
        only(ratings.serviceRequestId, query.filter.serviceRequestId),
        only(ratings.metric, query.filter.metric),
      );
      const total = query.total ? await db.$count(ratings, filter) : undefined;
      const rows = await db
        .select()
        .from(ratings)
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows, total);
    },

    async find(id, scope) {
      const [row] = await db
        .select()
        .from(ratings)
        .where(and(eq(ratings.id, id), inScope(scope)));
      return row ?? null;
    },

    async exists(serviceRequestId, metric) {
      const same = and(eq(ratings.serviceRequestId, serviceRequestId), eq(ratings.metric, metric));
      return (await db.$count(ratings, same)) > 0;
    },

    async hasGeneral(customerId, metric, since) {
      const general = and(eq(ratings.customerId, customerId), isNull(ratings.serviceRequestId));
      const recent = and(eq(ratings.metric, metric), gt(ratings.createdAt, since));
      return (await db.$count(ratings, and(general, recent))) > 0;
    },

    async ofCustomer(customerId, metric, since, scope) {
      const filter = and(
        inScope(scope),
        eq(ratings.customerId, customerId),
        eq(ratings.metric, metric),
        gte(ratings.createdAt, since),
      );
      const [figures] = await db
        .select({
          average: sql<number | null>`avg(${ratings.score})::float8`,
          count: sql<number>`count(*)::int`,
        })
        .from(ratings)
        .where(filter);
      const [last] = await db
        .select()
        .from(ratings)
        .where(filter)
        .orderBy(desc(ratings.createdAt), desc(ratings.id))
        .limit(1);
      return { average: figures?.average ?? null, count: figures?.count ?? 0, last: last ?? null };
    },

    async insert(rating) {
      await db.insert(ratings).values(rating);
    },
  };
}
