import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { StaffStore } from "../../store.js";
import type { Database } from "./database.js";
import { duties, staff, units } from "./schema.js";

/** Stands for every kind or line of business that has no duty of its own; sorts before any name. */
const any = "*";

export function staffStore(db: Database): StaffStore {
  return {
    async find(id) {
      const [row] = await db.select().from(staff).where(eq(staff.id, id));
      return row ?? null;
    },

    async unit(id) {
      const [row] = await db.select().from(units).where(eq(units.id, id));
      return row ?? null;
    },

    async remember(member) {
      const { id, unitId, ...details } = member;
      if (unitId !== null) await db.insert(units).values({ id: unitId, name: unitId }).onConflictDoNothing();
      await db
        .insert(staff)
        .values(member)
        .onConflictDoUpdate({ target: staff.id, set: { unitId, ...details } });
    },

    async rememberUnit(unit) {
      await db.insert(units).values(unit).onConflictDoNothing();
    },

    async onDuty({ kind, industry, notOf }) {
      const elsewhere = notOf === undefined ? undefined : ne(duties.unitId, notOf);
      const candidates = await db
        .select({ kind: duties.kind, member: staff })
        .from(duties)
        .innerJoin(staff, eq(staff.id, duties.staffId))
        .where(
          and(inArray(duties.kind, [kind, any]), inArray(duties.industry, [industry ?? any, any]), elsewhere),
        )
        .orderBy(desc(duties.kind), desc(duties.industry))
        .limit(1);
      const [officer] = candidates;
      if (!officer) throw new Error(`Nobody is on duty for ${kind}`);
      return officer.member;
    },
  };
}
