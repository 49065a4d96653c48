import type {
  AlternateName,
  CustomFields,
  ExternalRef,
  Labels,
  Location,
  Misconduct,
  PartyRef,
  RequestRating,
  RequestState,
  Visibility,
} from "@portico/contract";
import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Audience, StoredContactPoint, StoredPromise } from "../../records.js";

// Milliseconds, as in JavaScript: a cursor that carries an instant must name it exactly.
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

const party = {
  contactPoints: jsonb("contact_points").$type<StoredContactPoint[]>().notNull().default([]),
  externalRefs: jsonb("external_refs").$type<ExternalRef[]>().notNull().default([]),
  customFields: jsonb("custom_fields").$type<CustomFields>().notNull().default({}),
  /** Folded words and pairs of characters, see search-terms.ts. */
  searchTerms: text("search_terms").array().notNull().default([]),
};
const written = { createdAt: instant("created_at").notNull(), updatedAt: instant("updated_at").notNull() };

/** Units of the provider: branches, crews, desks. */
export const units = pgTable("units", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  labels: jsonb("labels").$type<Labels>(),
});

/** People and systems that act for the provider. */
export const staff = pgTable("staff", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  title: text("title"),
  /** agent, manager or service. */
  role: text("role").notNull(),
  unitId: text("unit_id").references(() => units.id),
  phone: text("phone"),
  email: text("email"),
});

/** Who owns what nobody took in person, by kind of request and line of business; `*` is for all others. */
export const duties = pgTable(
  "duties",
  {
    kind: text("kind").notNull(),
    industry: text("industry").notNull().default("*"),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.kind, t.industry] })],
);

export const customers = pgTable(
  "customers",
  {
    id: text("id").primaryKey(),
    number: text("number").unique(),
    kind: text("kind").notNull(),
    displayName: text("display_name").notNull(),
    alternateNames: jsonb("alternate_names").$type<AlternateName[]>().notNull().default([]),
    industry: text("industry"),
    language: text("language"),
    status: text("status").notNull(),
    segment: text("segment"),
    tier: text("tier"),
    parentId: text("parent_id"),
    tags: text("tags").array().notNull().default([]),
    ...party,
    ...written,
  },
  (t) => [
    index("customers_name").on(t.displayName, t.id),
    index("customers_updated").on(t.updatedAt, t.id),
    index("customers_created").on(t.createdAt, t.id),
    index("customers_kind").on(t.kind, t.displayName, t.id),
    index("customers_industry").on(t.industry, t.displayName, t.id),
    index("customers_status").on(t.status, t.displayName, t.id),
    index("customers_segment").on(t.segment, t.displayName, t.id),
    index("customers_tier").on(t.tier, t.displayName, t.id),
    index("customers_parent").on(t.parentId, t.displayName, t.id),
    index("customers_search").using("gin", t.searchTerms),
    index("customers_external").using("gin", sql`${t.externalRefs} jsonb_path_ops`),
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    name: text("name").notNull(),
    title: text("title"),
    role: text("role"),
    language: text("language"),
    preferredChannel: text("preferred_channel"),
    primary: boolean("primary").notNull().default(false),
    ...party,
    ...written,
  },
  (t) => [
    index("contacts_name").on(t.name, t.id),
    index("contacts_updated").on(t.updatedAt, t.id),
    index("contacts_customer").on(t.customerId, t.name, t.id),
    index("contacts_search").using("gin", t.searchTerms),
    index("contacts_external").using("gin", sql`${t.externalRefs} jsonb_path_ops`),
  ],
);

export const requestNumbers = pgSequence("request_numbers");

export const serviceRequests = pgTable(
  "service_requests",
  {
    id: text("id").primaryKey(),
    number: text("number").notNull().unique(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    description: text("description"),
    state: text("state").$type<RequestState>().notNull(),
    /** The provider's own word, a code of the list `requestStatuses`. */
    status: text("status").notNull(),
    priority: text("priority").notNull(),
    channel: text("channel").notNull(),
    industry: text("industry"),
    category: text("category"),
    language: text("language"),
    customerId: text("customer_id").references(() => customers.id),
    requester: jsonb("requester").$type<{ name?: string; phone?: string; email?: string }>(),
    anonymous: boolean("anonymous").notNull().default(false),
    ownerId: text("owner_id")
      .notNull()
      .references(() => staff.id),
    handlerId: text("handler_id").references(() => staff.id),
    unitId: text("unit_id").references(() => units.id),
    location: jsonb("location").$type<Location>(),
    about: jsonb("about").$type<Misconduct>(),
    /** The unit a report of misconduct is about: the policy's filter reads it. */
    aboutUnitId: text("about_unit_id"),
    urgedCount: integer("urged_count").notNull().default(0),
    lastUrgedAt: instant("last_urged_at"),
    supervised: boolean("supervised").notNull().default(false),
    escalated: boolean("escalated").notNull().default(false),
    reopenedCount: integer("reopened_count").notNull().default(0),
    promises: jsonb("promises").$type<StoredPromise[]>().notNull().default([]),
    /** Earliest promise that is still open; null when none is. */
    dueAt: instant("due_at"),
    resolution: text("resolution"),
    rating: jsonb("rating").$type<RequestRating>(),
    externalRefs: party.externalRefs,
    customFields: party.customFields,
    searchTerms: party.searchTerms,
    ...written,
    resolvedAt: instant("resolved_at"),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("requests_updated").on(t.updatedAt, t.id),
    index("requests_created").on(t.createdAt, t.id),
    index("requests_due").on(sql`coalesce(${t.dueAt}, '9999-12-31 00:00:00+00'::timestamptz)`, t.id),
    index("requests_customer").on(t.customerId, t.updatedAt, t.id),
    index("requests_customer_created").on(t.customerId, t.createdAt, t.id),
    index("requests_state").on(t.state, t.updatedAt, t.id),
    index("requests_kind").on(t.kind, t.updatedAt, t.id),
    index("requests_channel").on(t.channel, t.updatedAt, t.id),
    index("requests_handler").on(t.handlerId, t.updatedAt, t.id),
    index("requests_unit").on(t.unitId, t.updatedAt, t.id),
    index("requests_industry").on(t.industry, t.updatedAt, t.id),
    index("requests_industry_created").on(t.industry, t.createdAt, t.id),
    index("requests_urged").on(t.updatedAt, t.id).where(sql`${t.urgedCount} > 0`),
    index("requests_open_due").on(t.dueAt).where(sql`${t.dueAt} is not null`),
    index("requests_search").using("gin", t.searchTerms),
    index("requests_external").using("gin", sql`${t.externalRefs} jsonb_path_ops`),
  ],
);

/** The append-only log of a request. */
export const entries = pgTable(
  "entries",
  {
    id: text("id").primaryKey(),
    serviceRequestId: text("service_request_id")
      .notNull()
      .references(() => serviceRequests.id),
    type: text("type").notNull(),
    visibility: text("visibility").$type<Visibility>().notNull(),
    author: jsonb("author").$type<PartyRef>().notNull(),
    text: text("text"),
    from: text("from_value"),
    to: text("to_value"),
    field: text("field"),
    customFields: jsonb("custom_fields").$type<CustomFields>().notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("entries_request").on(t.serviceRequestId, t.createdAt, t.id)],
);

export const interactions = pgTable(
  "interactions",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    contactId: text("contact_id"),
    serviceRequestId: text("service_request_id").references(() => serviceRequests.id),
    direction: text("direction").notNull(),
    channel: text("channel").notNull(),
    reason: text("reason"),
    subject: text("subject").notNull(),
    summary: text("summary"),
    visibility: text("visibility").$type<Visibility>().notNull(),
    agentId: text("agent_id").references(() => staff.id),
    durationSeconds: integer("duration_seconds"),
    occurredAt: instant("occurred_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("interactions_occurred").on(t.occurredAt, t.id),
    index("interactions_customer").on(t.customerId, t.occurredAt, t.id),
    index("interactions_channel").on(t.channel, t.occurredAt, t.id),
  ],
);

export const attachments = pgTable(
  "attachments",
  {
    id: text("id").primaryKey(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    content: bytes("content").notNull(),
    /** `kind:id` of the principal; null for a guest and for whoever reported anonymously. */
    uploader: text("uploader"),
    serviceRequestId: text("service_request_id").references(() => serviceRequests.id),
    /** Null when it came with the request itself. */
    entryId: text("entry_id").references(() => entries.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("attachments_request").on(t.serviceRequestId), index("attachments_entry").on(t.entryId)],
);

export const assessments = pgTable(
  "assessments",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    kind: text("kind").notNull(),
    code: text("code").notNull(),
    score: doublePrecision("score"),
    method: text("method"),
    source: text("source").notNull(),
    reason: text("reason"),
    assessorId: text("assessor_id").references(() => staff.id),
    assessedAt: instant("assessed_at").notNull(),
    validUntil: instant("valid_until"),
    /** Whether it is the latest of its kind. */
    current: boolean("current").notNull(),
  },
  (t) => [
    index("assessments_customer").on(t.customerId, t.assessedAt, t.id),
    uniqueIndex("assessments_current").on(t.customerId, t.kind).where(sql`${t.current}`),
  ],
);

export const accountTeam = pgTable(
  "account_team",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id),
    role: text("role").notNull(),
    primary: boolean("primary").notNull(),
    since: instant("since").notNull(),
    until: instant("until"),
  },
  (t) => [
    index("account_team_customer").on(t.customerId, t.since, t.id),
    index("account_team_staff").on(t.staffId, t.customerId),
    uniqueIndex("account_team_primary").on(t.customerId).where(sql`${t.primary}`),
    uniqueIndex("account_team_member").on(t.customerId, t.staffId, t.role),
  ],
);

export const ratings = pgTable(
  "ratings",
  {
    id: text("id").primaryKey(),
    metric: text("metric").notNull(),
    score: integer("score").notNull(),
    comment: text("comment"),
    topics: text("topics").array().notNull().default([]),
    serviceRequestId: text("service_request_id").references(() => serviceRequests.id),
    customerId: text("customer_id").references(() => customers.id),
    unitId: text("unit_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("ratings_once").on(t.serviceRequestId, t.metric),
    index("ratings_created").on(t.createdAt, t.id),
    index("ratings_customer").on(t.customerId, t.createdAt, t.id),
    index("ratings_metric").on(t.metric, t.createdAt, t.id),
  ],
);

export const satisfactionIndices = pgTable("satisfaction_indices", {
  id: text("id").primaryKey(),
  code: text("code").notNull().unique(),
  labels: jsonb("labels").$type<Labels>().notNull(),
  definition: jsonb("definition").$type<Labels>(),
  metric: text("metric").notNull(),
  /** Which ratings count: of customers of this industry, or of this one customer; null takes all. */
  industry: text("industry"),
  customerId: text("customer_id").references(() => customers.id),
  target: doublePrecision("target"),
  minimumSample: integer("minimum_sample").notNull(),
  public: boolean("public").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** How often each score was given in a month, counted in the transaction of the rating. */
export const satisfactionCounts = pgTable(
  "satisfaction_counts",
  {
    indexId: text("index_id")
      .notNull()
      .references(() => satisfactionIndices.id),
    /** `YYYY-MM` in the provider's time zone. */
    month: text("month").notNull(),
    score: integer("score").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.indexId, t.month, t.score] })],
);

/** The outbox: one row for each change, in the order of the commits. */
export const changes = pgTable(
  "changes",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    type: text("type").notNull(),
    subject: text("subject").notNull(),
    resource: text("resource").notNull(),
    resourceId: text("resource_id").notNull(),
    customerId: text("customer_id"),
    /** The widest circle that may hear of it: public, customer or staff. */
    audience: text("audience").$type<Audience>().notNull(),
    /** Whether it belongs to a report of misconduct, and which unit that is about. */
    misconduct: boolean("misconduct").notNull().default(false),
    aboutUnitId: text("about_unit_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("changes_subject").on(t.subject, t.id),
    index("changes_customer").on(t.customerId, t.id),
    index("changes_created").on(t.createdAt),
  ],
);

/** Answers of writes, so that a repeated key is answered alike. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    scope: text("scope").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body. */
    fingerprint: text("fingerprint").notNull(),
    status: integer("status").notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index("idempotency_created").on(t.createdAt)],
);

/** Who read what in full, and why. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    resource: text("resource").notNull(),
    resourceId: text("resource_id").notNull(),
    detail: text("detail"),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("audit_resource").on(t.resourceId, t.createdAt)],
);
