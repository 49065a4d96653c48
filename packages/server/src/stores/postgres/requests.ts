import { and, eq, gt, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dayOf } from "../../domain/calendar.js";
import type { AttachmentRecord, NewServiceRequest, ServiceRequestRecord } from "../../records.js";
import type { RequestFilter, RequestStore } from "../../store.js";
import { columns, found, only } from "./columns.js";
import type { Database } from "./database.js";
import { keyset, type Sorts } from "./paging.js";
import { attachments, customers, requestNumbers, serviceRequests, staff, units } from "./schema.js";
import { searchTerms } from "./search-terms.js";
import { requestInScope } from "./visible.js";

const owner = alias(staff, "owner");
const handler = alias(staff, "handler");

/** Requests without a promise sort behind all others. */
const noDeadline = "9999-12-31T00:00:00.000Z";
const deadline = sql`coalesce(${serviceRequests.dueAt}, '9999-12-31 00:00:00+00'::timestamptz)`;

const sorts: Sorts<ServiceRequestRecord> = {
  updatedAt: { by: serviceRequests.updatedAt, key: (row) => row.updatedAt },
  createdAt: { by: serviceRequests.createdAt, key: (row) => row.createdAt },
  dueAt: { by: deadline, key: (row) => row.dueAt ?? noDeadline },
};

const openStates = ["acknowledged", "inProgress", "pending", "held"] as const;
const searchedCharacters = 200;

export function requestStore(db: Database): RequestStore {
  const select = () =>
    db
      .select({
        row: columns.requests,
        customer: { id: customers.id, displayName: customers.displayName, kind: customers.kind },
        owner,
        handler,
        unit: units,
      })
      .from(serviceRequests)
      .innerJoin(owner, eq(owner.id, serviceRequests.ownerId))
      .leftJoin(handler, eq(handler.id, serviceRequests.handlerId))
      .leftJoin(customers, eq(customers.id, serviceRequests.customerId))
      .leftJoin(units, eq(units.id, serviceRequests.unitId));
  type Selected = Awaited<ReturnType<typeof select>>[number];

  const toRecords = async (selected: Selected[]): Promise<ServiceRequestRecord[]> => {
    const files = await filesOf(
      db,
      selected.map(({ row }) => row.id),
    );
    return selected.map(({ row, ...refs }) => ({
      ...row,
      ...refs,
      attachments: files.filter((file) => file.serviceRequestId === row.id),
    }));
  };

  return {
    async list(query) {
      const window = keyset(query, serviceRequests.id, sorts);
      const filter = and(requestInScope(query.scope), ...matches(query.filter));
      const total = query.total ? await db.$count(serviceRequests, filter) : undefined;
      const selected = await select()
        .where(and(filter, window.after))
        .orderBy(...window.order)
        .limit(window.limit);
      return window.page(await toRecords(selected), total);
    },

    async find(id, scope, options) {
      const query = select().where(and(eq(serviceRequests.id, id), requestInScope(scope)));
      const [record] = await toRecords(
        await (options?.lock ? query.for("update", { of: serviceRequests }) : query),
      );
      return record ?? null;
    },

    async findByExternalRef({ system, id }) {
      const [record] = await toRecords(
        await select()
          .where(sql`${serviceRequests.externalRefs} @> ${JSON.stringify([{ system, id }])}::jsonb`)
          .limit(1),
      );
      return record ?? null;
    },

    async countOpen(customerId, scope, now) {
      const [counts] = await db
        .select({
          open: sql<number>`count(*)::int`,
          overdue: sql<number>`(count(*) filter (where ${lt(serviceRequests.dueAt, now)}))::int`,
          urged: sql<number>`(count(*) filter (where ${gt(serviceRequests.urgedCount, 0)}))::int`,
        })
        .from(serviceRequests)
        .where(
          and(
            requestInScope(scope),
            eq(serviceRequests.customerId, customerId),
            inArray(serviceRequests.state, openStates),
          ),
        );
      return counts ?? { open: 0, overdue: 0, urged: 0 };
    },

    async nextNumber(on) {
      const [row] = await db
        .select({ value: sql<string>`nextval(${requestNumbers.seqName}::regclass)::text` })
        .from(sql`(values (1)) as once`);
      return `R-${dayOf(on).replaceAll("-", "")}-${(row?.value ?? "").padStart(5, "0")}`;
    },

    async insert(request) {
      await db.insert(serviceRequests).values({
        ...request,
        aboutUnitId: request.about?.unitId ?? null,
        searchTerms: requestTerms(request),
      });
    },

    async update(id, changes) {
      const [row] = await db
        .update(serviceRequests)
        .set(changes)
        .where(eq(serviceRequests.id, id))
        .returning(columns.requests);
      if (row && (changes.title ?? changes.description) !== undefined)
        await db
          .update(serviceRequests)
          .set({ searchTerms: requestTerms(row) })
          .where(eq(serviceRequests.id, id));
    },
  };
}

const matches = (filter: RequestFilter) => [
  found(serviceRequests.searchTerms, filter.q),
  only(serviceRequests.customerId, filter.customerId),
  filter.state && inArray(sql`${serviceRequests.state}`, filter.state),
  filter.kind && inArray(serviceRequests.kind, filter.kind),
  only(serviceRequests.channel, filter.channel),
  only(serviceRequests.handlerId, filter.handlerId),
  only(serviceRequests.unitId, filter.unitId),
  only(serviceRequests.industry, filter.industry),
  filter.overdue && overdue(filter.overdue),
  filter.urged === undefined
    ? undefined
    : filter.urged
      ? gt(serviceRequests.urgedCount, 0)
      : eq(serviceRequests.urgedCount, 0),
  filter.createdAfter && gte(serviceRequests.createdAt, filter.createdAfter),
  filter.createdBefore && lt(serviceRequests.createdAt, filter.createdBefore),
];

const overdue = ({ is, now }: { is: boolean; now: Date }) =>
  is ? lt(serviceRequests.dueAt, now) : or(isNull(serviceRequests.dueAt), gte(serviceRequests.dueAt, now));

/** What a request is found by. */
export const requestTerms = ({
  number,
  title,
  description,
}: Pick<NewServiceRequest, "number" | "title" | "description">) =>
  searchTerms(number, title, description?.slice(0, searchedCharacters));

/** Files that came with the requests themselves. */
async function filesOf(db: Database, ids: string[]): Promise<AttachmentRecord[]> {
  if (ids.length === 0) return [];
  return db
    .select(columns.attachments)
    .from(attachments)
    .where(and(inArray(attachments.serviceRequestId, ids), isNull(attachments.entryId)))
    .orderBy(attachments.id);
}
