import type { ExternalRef } from "@portico/contract";
import type {
  AssessmentRecord,
  AttachmentRecord,
  AuditRecord,
  ChangeRecord,
  ContactRecord,
  CustomerRecord,
  EntryRecord,
  IdempotencyRecord,
  InteractionRecord,
  NewAssessment,
  NewChange,
  NewCustomer,
  NewEntry,
  NewInteraction,
  NewServiceRequest,
  NewTeamMember,
  RatingRecord,
  SatisfactionIndexRecord,
  ServiceRequestRecord,
  StaffRecord,
  TeamMemberRecord,
  UnitRecord,
} from "./records.js";

/**
 * The port between the contract's rules and whatever keeps the data. The reference store is PostgreSQL; an adapter
 * puts another CRM behind the same interface.
 */
export interface Store extends Repositories {
  /** Runs reads. Their failures, like those of a transaction, are told in the words of this port. */
  read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Runs `work`, which is kept whole or not at all. What it announces is fed after it is kept. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly feed: Feed;
  /** Forgets answers of old keys, files nobody took up and changes past retention, and keeps the store in shape. */
  tidy(olderThan: { keys: Date; files: Date; changes: Date }): Promise<void>;
  close(): Promise<void>;
}

/** What was to be stored is there already, under the same unique name. */
export class StoreConflictError extends Error {
  override readonly name = "StoreConflictError";
}

/** The data cannot be reached or changed now; the same call may succeed in a moment. */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

export interface Repositories {
  readonly customers: CustomerStore;
  readonly contacts: ContactStore;
  readonly interactions: InteractionStore;
  readonly requests: RequestStore;
  readonly entries: EntryStore;
  readonly attachments: AttachmentStore;
  readonly assessments: AssessmentStore;
  readonly accountTeam: AccountTeamStore;
  readonly ratings: RatingStore;
  readonly indices: IndexStore;
  readonly staff: StaffStore;
}

export interface Transaction extends Repositories {
  readonly idempotency: IdempotencyStore;
  /** Puts a change into the outbox of this transaction. */
  announce(change: NewChange): void;
  audit(record: AuditRecord): Promise<void>;
}

/** Which rows a caller may see. Made by the policy, applied by the store. */
export interface RowScope {
  /** `public`: what guests see; `customer`: public rows of `customerId`; `staff`: internal rows too. */
  audience: "public" | "customer" | "staff";
  customerId?: string;
  misconduct: "all" | "none" | { exceptUnitId: string };
}

/**
 * A place in a list: the value it is sorted by and the id that breaks ties. A list sorted by a property whose name ends
 * in `At` has instants in ISO 8601 as its values.
 */
export interface Position {
  key: string;
  id: string;
}

export interface ListQuery<Filter> {
  scope: RowScope;
  filter: Filter;
  /** A value of the operation's `sort`: a property, descending with `-` before it. */
  sort: string;
  limit: number;
  after?: Position;
  /** Whether to count all matching rows. */
  total?: boolean;
}

export interface Page<Row> {
  rows: Row[];
  next: Position | null;
  total?: number;
}

export interface ReadOptions {
  /** Holds the row until the end of the transaction. */
  lock?: boolean;
}

export interface CustomerFilter {
  q?: string;
  kind?: string;
  industry?: string;
  status?: string;
  segment?: string;
  tier?: string;
  parentId?: string;
  managerId?: string;
}

export interface CustomerStore {
  list(query: ListQuery<CustomerFilter>): Promise<Page<CustomerRecord>>;
  find(id: string, scope: RowScope, options?: ReadOptions): Promise<CustomerRecord | null>;
  findByNumber(number: string): Promise<CustomerRecord | null>;
  findByExternalRef(ref: Pick<ExternalRef, "system" | "id">): Promise<CustomerRecord | null>;
  insert(customer: NewCustomer): Promise<void>;
  update(id: string, changes: Partial<NewCustomer>): Promise<void>;
}

export interface ContactStore {
  list(query: ListQuery<{ q?: string; customerId?: string }>): Promise<Page<ContactRecord>>;
  find(id: string, scope: RowScope, options?: ReadOptions): Promise<ContactRecord | null>;
  insert(contact: ContactRecord): Promise<void>;
  update(id: string, changes: Partial<ContactRecord>): Promise<void>;
  delete(id: string): Promise<void>;
}

export interface InteractionStore {
  list(query: ListQuery<{ customerId?: string; channel?: string }>): Promise<Page<InteractionRecord>>;
  find(id: string, scope: RowScope): Promise<InteractionRecord | null>;
  insert(interaction: NewInteraction): Promise<void>;
}

export interface RequestFilter {
  q?: string;
  customerId?: string;
  state?: string[];
  kind?: string[];
  channel?: string;
  handlerId?: string;
  unitId?: string;
  industry?: string;
  /** Past due at `now`, or not. */
  overdue?: { is: boolean; now: Date };
  urged?: boolean;
  createdAfter?: Date;
  createdBefore?: Date;
}

export interface OpenRequestCounts {
  open: number;
  overdue: number;
  urged: number;
}

export interface RequestStore {
  list(query: ListQuery<RequestFilter>): Promise<Page<ServiceRequestRecord>>;
  find(id: string, scope: RowScope, options?: ReadOptions): Promise<ServiceRequestRecord | null>;
  findByExternalRef(ref: Pick<ExternalRef, "system" | "id">): Promise<ServiceRequestRecord | null>;
  countOpen(customerId: string, scope: RowScope, now: Date): Promise<OpenRequestCounts>;
  /** A number that was never given out, with the day in Shanghai: `R-20261121-00042`. */
  nextNumber(on: Date): Promise<string>;
  insert(request: NewServiceRequest): Promise<void>;
  update(id: string, changes: Partial<NewServiceRequest>): Promise<void>;
}

export interface EntryStore {
  /** `scope.audience` decides about internal entries; whether the request may be seen was decided before. */
  list(query: ListQuery<{ serviceRequestId: string }>): Promise<Page<EntryRecord>>;
  find(id: string): Promise<EntryRecord | null>;
  insert(entry: NewEntry): Promise<void>;
}

export interface AttachmentStore {
  find(id: string, options?: ReadOptions): Promise<AttachmentRecord | null>;
  content(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  insert(attachment: AttachmentRecord, content: Uint8Array): Promise<void>;
  /** Binds files to a request, or to one of its entries. `forgetUploader` keeps nothing about who sent them. */
  take(
    ids: string[],
    by: { serviceRequestId: string; entryId?: string; forgetUploader?: boolean },
  ): Promise<void>;
  delete(id: string): Promise<void>;
}

export interface AssessmentStore {
  list(
    query: ListQuery<{ customerId: string; kind?: string; current?: boolean }>,
  ): Promise<Page<AssessmentRecord>>;
  /** Stores it and makes it the current one of its kind unless a later one is there. */
  insert(assessment: NewAssessment): Promise<AssessmentRecord>;
}

export interface AccountTeamStore {
  list(query: ListQuery<{ customerId: string }>): Promise<Page<TeamMemberRecord>>;
  find(customerId: string, id: string, options?: ReadOptions): Promise<TeamMemberRecord | null>;
  count(customerId: string): Promise<number>;
  has(customerId: string, staffId: string, role: string): Promise<boolean>;
  /** Stores it; a primary one makes the primary one before step back. */
  insert(member: NewTeamMember): Promise<void>;
  /** Takes it out; when it was the primary one, the longest-serving other takes its place. */
  delete(id: string): Promise<void>;
}

export interface SatisfactionOfCustomer {
  average: number | null;
  count: number;
  last: RatingRecord | null;
}

export interface RatingStore {
  list(
    query: ListQuery<{ customerId?: string; serviceRequestId?: string; metric?: string }>,
  ): Promise<Page<RatingRecord>>;
  find(id: string, scope: RowScope): Promise<RatingRecord | null>;
  exists(serviceRequestId: string, metric: string): Promise<boolean>;
  /** Whether a customer has rated no request in particular since an instant. */
  hasGeneral(customerId: string, metric: string, since: Date): Promise<boolean>;
  ofCustomer(
    customerId: string,
    metric: string,
    since: Date,
    scope: RowScope,
  ): Promise<SatisfactionOfCustomer>;
  insert(rating: RatingRecord): Promise<void>;
}

export interface IndexStore {
  list(query: ListQuery<{ industry?: string; metric?: string }>): Promise<Page<SatisfactionIndexRecord>>;
  find(id: string, scope: RowScope): Promise<SatisfactionIndexRecord | null>;
  /** Counts a rating in every index it belongs to; returns those indices, without their counts. */
  count(rating: RatingRecord, month: string): Promise<Omit<SatisfactionIndexRecord, "counts">[]>;
}

export interface StaffStore {
  find(id: string): Promise<StaffRecord | null>;
  unit(id: string): Promise<UnitRecord | null>;
  /** Adds or brings up to date somebody known from their token. */
  remember(member: StaffRecord): Promise<void>;
  /** Adds a unit unless it is known. */
  rememberUnit(unit: UnitRecord): Promise<void>;
  /** The officer on duty for a kind of request in a line of business, never one of the unit `notOf`. */
  onDuty(duty: { kind: string; industry: string | null; notOf?: string | undefined }): Promise<StaffRecord>;
}

export interface IdempotencyStore {
  /** Takes the key for this transaction; false when another one holds it. */
  claim(scope: string, key: string): Promise<boolean>;
  find(scope: string, key: string): Promise<IdempotencyRecord | null>;
  insert(record: IdempotencyRecord): Promise<void>;
  /** Forgets the stored answers to uploads of these files. */
  forgetUploads(scope: string, attachmentIds: string[]): Promise<void>;
}

export interface ChangeFilter {
  subject?: string;
  customerId?: string;
  resource?: string;
}

export interface Feed {
  /** Changes after a cursor, oldest first, in the order of the commits. */
  read(query: {
    scope: RowScope;
    filter: ChangeFilter;
    after: number;
    limit: number;
  }): Promise<ChangeRecord[]>;
  /** The cursor now, and the oldest from which nothing has been forgotten yet. */
  bounds(): Promise<{ earliest: number; latest: number }>;
  /** Calls back after changes were kept, by this server or another; returns how to stop. */
  onChange(wake: () => void): () => void;
}
