import { and, eq } from "drizzle-orm";
import type { InteractionRecord } from "../../records.js";
import type { InteractionStore, RowScope } from "../../store.js";
import { only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { interactions, staff } from "./schema.js";
import { aboutRequestInScope, ofCustomer } from "./visible.js";

const sorts: Sorts<InteractionRecord> = {
  occurredAt: { by: interactions.occurredAt, key: (row) => row.occurredAt },
};

export function interactionStore(db: Database): InteractionStore {
  const select = () =>
    db
      .select({ row: interactions, agent: staff })
      .from(interactions)
      .leftJoin(staff, eq(staff.id, interactions.agentId));
  type Selected = Awaited<ReturnType<typeof select>>[number];
  const toRecord = ({ row, agent }: Selected): InteractionRecord => ({ ...row, agent });

  const inScope = (scope: RowScope) =>
    and(
      ofCustomer(interactions.customerId, scope),
      scope.audience === "staff" ? undefined : eq(interactions.visibility, "public"),
      aboutRequestInScope(db, interactions.serviceRequestId, scope),
    );

  return {
    async list(query) {
      const window = keyset(query, interactions.id, sorts);
      const filter = and(
        inScope(query.scope),
        only(interactions.customerId, query.filter.customerId),
        only(interactions.channel, query.filter.channel),
      );
      const total = query.total ? await db.$count(interactions, filter) : undefined;
      const rows = await select()
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows.map(toRecord), total);
    },

    async find(id, scope) {
      const [row] = await select().where(and(eq(interactions.id, id), inScope(scope)));
      return row ? toRecord(row) : null;
    },

    async insert(interaction) {
      await db.insert(interactions).values(interaction);
    },
  };
}
