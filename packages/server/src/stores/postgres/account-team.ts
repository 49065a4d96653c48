import { and, eq } from "drizzle-orm";
import type { TeamMemberRecord } from "../../records.js";
import type { AccountTeamStore } from "../../store.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { accountTeam, staff } from "./schema.js";

const sorts: Sorts<TeamMemberRecord> = { sinceAt: { by: accountTeam.since, key: (row) => row.since } };

export function accountTeamStore(db: Database): AccountTeamStore {
  const select = () =>
    db
      .select({ row: accountTeam, member: staff })
      .from(accountTeam)
      .innerJoin(staff, eq(staff.id, accountTeam.staffId));
  type Selected = Awaited<ReturnType<typeof select>>[number];
  const toRecord = ({ row, member }: Selected): TeamMemberRecord => ({ ...row, member });

  return {
    async list(query) {
      const window = keyset(query, accountTeam.id, sorts);
      const rows = await select()
        .where(and(eq(accountTeam.customerId, query.filter.customerId), window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows.map(toRecord), undefined);
    },

    async find(customerId, id, options) {
      const query = select().where(and(eq(accountTeam.customerId, customerId), eq(accountTeam.id, id)));
      const [row] = await (options?.lock ? query.for("update", { of: accountTeam }) : query);
      return row ? toRecord(row) : null;
    },

    count: (customerId) => db.$count(accountTeam, eq(accountTeam.customerId, customerId)),

    async has(customerId, staffId, role) {
      const same = and(
        eq(accountTeam.customerId, customerId),
        eq(accountTeam.staffId, staffId),
        eq(accountTeam.role, role),
      );
      return (await db.$count(accountTeam, same)) > 0;
    },

    async insert(member) {
      if (member.primary)
        await db
          .update(accountTeam)
          .set({ primary: false })
          .where(eq(accountTeam.customerId, member.customerId));
      await db.insert(accountTeam).values(member);
    },

    async delete(id) {
      const [gone] = await db.delete(accountTeam).where(eq(accountTeam.id, id)).returning();
      if (!gone?.primary) return;
      const [heir] = await db
        .select({ id: accountTeam.id })
        .from(accountTeam)
        .where(eq(accountTeam.customerId, gone.customerId))
        .orderBy(accountTeam.since, accountTeam.id)
        .limit(1);
      if (heir) await db.update(accountTeam).set({ primary: true }).where(eq(accountTeam.id, heir.id));
    },
  };
}
