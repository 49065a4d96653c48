import { eq, inArray } from "drizzle-orm";
import type { AttachmentStore } from "../../store.js";
import { columns } from "./columns.js";
import type { Database } from "./database.js";
import { attachments } from "./schema.js";

export function attachmentStore(db: Database): AttachmentStore {
  return {
    async find(id, options) {
      const query = db.select(columns.attachments).from(attachments).where(eq(attachments.id, id));
      const [row] = await (options?.lock ? query.for("update") : query);
      return row ?? null;
    },

    async content(id) {
      const [row] = await db
        .select({ content: attachments.content })
        .from(attachments)
        .where(eq(attachments.id, id));
      return row ? new Uint8Array(row.content) : null;
    },

    async insert(attachment, content) {
      await db.insert(attachments).values({ ...attachment, content });
    },

    async take(ids, { serviceRequestId, entryId, forgetUploader }) {
      if (ids.length === 0) return;
      await db
        .update(attachments)
        .set({ serviceRequestId, entryId: entryId ?? null, ...(forgetUploader ? { uploader: null } : {}) })
        .where(inArray(attachments.id, ids));
    },

    async delete(id) {
      await db.delete(attachments).where(eq(attachments.id, id));
    },
  };
}
