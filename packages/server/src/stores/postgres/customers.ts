import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { CustomerRecord, NewCustomer } from "../../records.js";
import type { CustomerFilter, CustomerStore, RowScope } from "../../store.js";
import { columns, found, only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { accountTeam, customers, staff } from "./schema.js";
import { searchTerms } from "./search-terms.js";
import { ofCustomer } from "./visible.js";

const parent = alias(customers, "parent");

const sorts: Sorts<CustomerRecord> = {
  displayName: { by: customers.displayName, key: (row) => row.displayName },
  updatedAt: { by: customers.updatedAt, key: (row) => row.updatedAt },
  createdAt: { by: customers.createdAt, key: (row) => row.createdAt },
};

export function customerStore(db: Database): CustomerStore {
  const select = () =>
    db
      .select({
        row: columns.customers,
        parent: { id: parent.id, displayName: parent.displayName, kind: parent.kind },
        manager: staff,
      })
      .from(customers)
      .leftJoin(parent, eq(parent.id, customers.parentId))
      .leftJoin(accountTeam, and(eq(accountTeam.customerId, customers.id), eq(accountTeam.primary, true)))
      .leftJoin(staff, eq(staff.id, accountTeam.staffId));
  type Selected = Awaited<ReturnType<typeof select>>[number];
  const toRecord = ({ row, parent, manager }: Selected): CustomerRecord => ({ ...row, parent, manager });

  const matches = (
    { q, kind, industry, status, segment, tier, parentId, managerId }: CustomerFilter,
    { audience }: RowScope,
  ) => [
    found(customers.searchTerms, q),
    only(customers.kind, kind),
    only(customers.industry, industry),
    only(customers.status, status),
    // Only the staff see the segment: whoever else asks for one must not learn it from the answer.
    segment !== undefined && audience !== "staff" ? sql`false` : only(customers.segment, segment),
    only(customers.tier, tier),
    only(customers.parentId, parentId),
    managerId === undefined
      ? undefined
      : inArray(
          customers.id,
          db
            .select({ id: accountTeam.customerId })
            .from(accountTeam)
            .where(eq(accountTeam.staffId, managerId)),
        ),
  ];

  return {
    async list(query) {
      const window = keyset(query, customers.id, sorts);
      const filter = and(ofCustomer(customers.id, query.scope), ...matches(query.filter, query.scope));
      const total = query.total ? await db.$count(customers, filter) : undefined;
      const rows = await select()
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(rows.map(toRecord), total);
    },

    async find(id, scope, options) {
      const query = select().where(and(eq(customers.id, id), ofCustomer(customers.id, scope)));
      const [row] = await (options?.lock ? query.for("update", { of: customers }) : query);
      return row ? toRecord(row) : null;
    },

    async findByNumber(number) {
      const [row] = await select().where(eq(customers.number, number));
      return row ? toRecord(row) : null;
    },

    async findByExternalRef({ system, id }) {
      const [row] = await select()
        .where(sql`${customers.externalRefs} @> ${JSON.stringify([{ system, id }])}::jsonb`)
        .limit(1);
      return row ? toRecord(row) : null;
    },

    async insert(customer) {
      await db.insert(customers).values({ ...customer, searchTerms: customerTerms(customer) });
    },

    async update(id, changes) {
      const [row] = await db
        .update(customers)
        .set(changes)
        .where(eq(customers.id, id))
        .returning(columns.customers);
      if (row && (changes.displayName ?? changes.alternateNames) !== undefined)
        await db
          .update(customers)
          .set({ searchTerms: customerTerms(row) })
          .where(eq(customers.id, id));
    },
  };
}

/** What a customer is found by. */
export const customerTerms = ({ displayName, alternateNames, number }: NewCustomer): string[] =>
  searchTerms(number, displayName, ...alternateNames.map(({ name }) => name));
