import { and, eq } from "drizzle-orm";
import type { ContactRecord } from "../../records.js";
import type { ContactStore } from "../../store.js";
import { columns, found, only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { contacts } from "./schema.js";
import { searchTerms } from "./search-terms.js";
import { ofCustomer } from "./visible.js";

const sorts: Sorts<ContactRecord> = {
  name: { by: contacts.name, key: (row) => row.name },
  updatedAt: { by: contacts.updatedAt, key: (row) => row.updatedAt },
};

export function contactStore(db: Database): ContactStore {
  return {
    async list(query) {
      const { q, customerId } = query.filter;
      const window = keyset(query, contacts.id, sorts);
      const filter = and(
        ofCustomer(contacts.customerId, query.scope),
        only(contacts.customerId, customerId),
        found(contacts.searchTerms, q),
      );
      const total = query.total ? await db.$count(contacts, filter) : undefined;
      const rows = await db
        .select(columns.contacts)
        .from(contacts)
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows, total);
    },

    async find(id, scope, options) {
      const query = db
        .select(columns.contacts)
        .from(contacts)
        .where(and(eq(contacts.id, id), ofCustomer(contacts.customerId, scope)));
      const [row] = await (options?.lock ? query.for("update") : query);
      return row ?? null;
    },

    async insert(contact) {
      await db.insert(contacts).values({ ...contact, searchTerms: contactTerms(contact) });
    },

    async update(id, changes) {
      const found = changes.name === undefined ? {} : { searchTerms: contactTerms({ name: changes.name }) };
      await db
        .update(contacts)
        .set({ ...changes, ...found })
        .where(eq(contacts.id, id));
    },

    async delete(id) {
      await db.delete(contacts).where(eq(contacts.id, id));
    },
  };
}

/** What a contact is found by. */
export const contactTerms = ({ name }: Pick<ContactRecord, "name">): string[] => searchTerms(name);
