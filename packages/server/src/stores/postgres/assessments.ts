import { and, eq, gt } from "drizzle-orm";
import type { AssessmentRecord } from "../../records.js";
import type { AssessmentStore } from "../../store.js";
import { only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { assessments, staff } from "./schema.js";

const sorts: Sorts<AssessmentRecord> = {
  assessedAt: { by: assessments.assessedAt, key: (row) => row.assessedAt },
};

export function assessmentStore(db: Database): AssessmentStore {
  const select = () =>
    db
      .select({ row: assessments, assessor: staff })
      .from(assessments)
      .leftJoin(staff, eq(staff.id, assessments.assessorId));
  type Selected = Awaited<ReturnType<typeof select>>[number];
  const toRecord = ({ row, assessor }: Selected): AssessmentRecord => ({ ...row, assessor });

  return {
    async list(query) {
      const { customerId, kind, current } = query.filter;
      const window = keyset(query, assessments.id, sorts);
      const filter = and(
        eq(assessments.customerId, customerId),
        // What a customer may know of how they are graded.
        query.scope.audience === "staff" ? undefined : eq(assessments.kind, "tier"),
        only(assessments.kind, kind),
        current === undefined ? undefined : eq(assessments.current, current),
      );
      const total = query.total ? await db.$count(assessments, filter) : undefined;
      const rows = await select()
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows.map(toRecord), total);
    },

    async insert(assessment) {
      const { id, customerId, kind, assessedAt } = assessment;
      const ofKind = and(eq(assessments.customerId, customerId), eq(assessments.kind, kind));
      const later = await db.$count(assessments, and(ofKind, gt(assessments.assessedAt, assessedAt)));
      const current = later === 0;
      if (current) {
        await db.update(assessments).set({ current: false }).where(and(ofKind, assessments.current));
      }
      await db.insert(assessments).values({ ...assessment, current });
      const [row] = await select().where(eq(assessments.id, id));
      if (!row) throw new Error("An assessment was stored but cannot be read");
      return toRecord(row);
    },
  };
}
