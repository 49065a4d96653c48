import type {
  AlternateName,
  ContactPoint,
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

// What is stored, in the words of the domain. Nothing here is masked or cut to a reader: that is the policy's work.

export type StoredContactPoint = Omit<ContactPoint, "masked">;

export interface UnitRecord {
  id: string;
  name: string;
  labels: Labels | null;
}

export interface StaffRecord {
  id: string;
  name: string;
  title: string | null;
  role: string;
  unitId: string | null;
  phone: string | null;
  email: string | null;
}

export interface CustomerName {
  id: string;
  displayName: string;
  kind: string;
}

export interface NewCustomer {
  id: string;
  number: string | null;
  kind: string;
  displayName: string;
  alternateNames: AlternateName[];
  industry: string | null;
  language: string | null;
  status: string;
  segment: string | null;
  tier: string | null;
  parentId: string | null;
  contactPoints: StoredContactPoint[];
  tags: string[];
  externalRefs: ExternalRef[];
  customFields: CustomFields;
  createdAt: Date;
  updatedAt: Date;
}

export interface CustomerRecord extends NewCustomer {
  parent: CustomerName | null;
  /** First person of the account team. */
  manager: StaffRecord | null;
}

export interface ContactRecord {
  id: string;
  customerId: string;
  name: string;
  title: string | null;
  role: string | null;
  language: string | null;
  preferredChannel: string | null;
  primary: boolean;
  contactPoints: StoredContactPoint[];
  externalRefs: ExternalRef[];
  customFields: CustomFields;
  createdAt: Date;
  updatedAt: Date;
}

export interface NewInteraction {
  id: string;
  customerId: string;
  contactId: string | null;
  serviceRequestId: string | null;
  direction: string;
  channel: string;
  reason: string | null;
  subject: string;
  summary: string | null;
  visibility: Visibility;
  agentId: string | null;
  durationSeconds: number | null;
  occurredAt: Date;
  createdAt: Date;
}

export interface InteractionRecord extends NewInteraction {
  agent: StaffRecord | null;
}

export interface StoredPromise {
  kind: string;
  /** RFC 3339. */
  dueAt: string;
  metAt: string | null;
  /** The rule it comes from, with its date. */
  source: string;
}

export interface NewServiceRequest {
  id: string;
  number: string;
  kind: string;
  title: string;
  description: string | null;
  state: RequestState;
  status: string;
  priority: string;
  channel: string;
  industry: string | null;
  category: string | null;
  language: string | null;
  customerId: string | null;
  requester: { name?: string; phone?: string; email?: string } | null;
  anonymous: boolean;
  ownerId: string;
  handlerId: string | null;
  unitId: string | null;
  location: Location | null;
  about: Misconduct | null;
  urgedCount: number;
  lastUrgedAt: Date | null;
  supervised: boolean;
  escalated: boolean;
  reopenedCount: number;
  promises: StoredPromise[];
  /** Earliest promise that is still open; null when none is. */
  dueAt: Date | null;
  resolution: string | null;
  rating: RequestRating | null;
  externalRefs: ExternalRef[];
  customFields: CustomFields;
  createdAt: Date;
  updatedAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
}

export interface ServiceRequestRecord extends NewServiceRequest {
  customer: CustomerName | null;
  owner: StaffRecord;
  handler: StaffRecord | null;
  unit: UnitRecord | null;
  attachments: AttachmentRecord[];
}

export interface NewEntry {
  id: string;
  serviceRequestId: string;
  type: string;
  visibility: Visibility;
  author: PartyRef;
  text: string | null;
  from: string | null;
  to: string | null;
  field: string | null;
  customFields: CustomFields;
  createdAt: Date;
}

export interface EntryRecord extends NewEntry {
  attachments: AttachmentRecord[];
}

export interface AttachmentRecord {
  id: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** `kind:id` of the principal; null for a guest and for whoever reported anonymously. */
  uploader: string | null;
  serviceRequestId: string | null;
  entryId: string | null;
  createdAt: Date;
}

export interface NewAssessment {
  id: string;
  customerId: string;
  kind: string;
  code: string;
  score: number | null;
  method: string | null;
  source: string;
  reason: string | null;
  assessorId: string | null;
  assessedAt: Date;
  validUntil: Date | null;
}

export interface AssessmentRecord extends NewAssessment {
  assessor: StaffRecord | null;
  current: boolean;
}

export interface NewTeamMember {
  id: string;
  customerId: string;
  staffId: string;
  role: string;
  primary: boolean;
  since: Date;
  until: Date | null;
}

export interface TeamMemberRecord extends NewTeamMember {
  member: StaffRecord;
}

export interface RatingRecord {
  id: string;
  metric: string;
  score: number;
  comment: string | null;
  topics: string[];
  serviceRequestId: string | null;
  customerId: string | null;
  unitId: string | null;
  createdAt: Date;
}

export interface SatisfactionIndexRecord {
  id: string;
  code: string;
  labels: Labels;
  definition: Labels | null;
  metric: string;
  industry: string | null;
  customerId: string | null;
  target: number | null;
  minimumSample: number;
  public: boolean;
  updatedAt: Date;
  counts: ScoreCount[];
}

/** How often a score was given in a month (`YYYY-MM`). */
export interface ScoreCount {
  month: string;
  score: number;
  count: number;
}

/** The widest circle that may hear of a change. */
export type Audience = "public" | "customer" | "staff";

export interface NewChange {
  type: string;
  /** Id of the resource that was touched; for an entry, of its request. */
  subject: string;
  resource: string;
  resourceId: string;
  customerId: string | null;
  audience: Audience;
  misconduct?: boolean;
  aboutUnitId?: string | null;
}

export interface ChangeRecord extends NewChange {
  id: number;
  createdAt: Date;
}

export interface IdempotencyRecord {
  scope: string;
  key: string;
  fingerprint: string;
  status: number;
  headers: Record<string, string>;
  body: string;
  createdAt: Date;
}

export interface AuditRecord {
  id: string;
  actor: string;
  action: string;
  resource: string;
  resourceId: string;
  detail: string | null;
  reason: string;
  createdAt: Date;
}
