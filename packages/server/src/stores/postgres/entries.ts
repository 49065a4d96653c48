import { and, eq, inArray } from "drizzle-orm";
import type { EntryRecord, NewEntry } from "../../records.js";
import type { EntryStore } from "../../store.js";
import { columns } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { attachments, entries } from "./schema.js";

const sorts: Sorts<EntryRecord> = { createdAt: { by: entries.createdAt, key: (row) => row.createdAt } };

export function entryStore(db: Database): EntryStore {
  const withFiles = async (rows: NewEntry[]): Promise<EntryRecord[]> => {
    const ids = rows.map(({ id }) => id);
    const files =
      ids.length === 0
        ? []
        : await db
            .select(columns.attachments)
            .from(attachments)
            .where(inArray(attachments.entryId, ids))
            .orderBy(attachments.id);
    return rows.map((row) => ({ ...row, attachments: files.filter((file) => file.entryId === row.id) }));
  };

  return {
    async list(query) {
      const window = keyset(query, entries.id, sorts);
      const filter = and(
        eq(entries.serviceRequestId, query.filter.serviceRequestId),
        query.scope.audience === "staff" ? undefined : eq(entries.visibility, "public"),
      );
      const total = query.total ? await db.$count(entries, filter) : undefined;
      const rows = await db
        .select()
        .from(entries)
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(await withFiles(rows), total);
    },

    async find(id) {
      const [entry] = await withFiles(await db.select().from(entries).where(eq(entries.id, id)));
      return entry ?? null;
    },

    async insert(entry) {
      await db.insert(entries).values(entry);
    },
  };
}
