import type {
  Assessment,
  Attachment,
  Change,
  Contact,
  ContactPoint,
  Customer,
  CustomerRef,
  Entry,
  Interaction,
  Labels,
  PartyRef,
  Rating,
  SatisfactionIndex,
  ServiceRequest,
  TeamMember,
  UnitRef,
} from "@portico/contract";
import { codeLists } from "@portico/contract/code-lists";
import { isStaff, type Principal } from "../auth/principal.js";
import { allowedActions, allowedTransitions, urgeAllowedAt } from "../domain/lifecycle.js";
import { maskContactPoint, maskEmail, maskPhone } from "../domain/masking.js";
import { nextStep } from "../domain/next-step.js";
import { answerScales, figures, series } from "../domain/satisfaction.js";
import type {
  AssessmentRecord,
  AttachmentRecord,
  ChangeRecord,
  ContactRecord,
  CustomerName,
  CustomerRecord,
  EntryRecord,
  InteractionRecord,
  RatingRecord,
  SatisfactionIndexRecord,
  ServiceRequestRecord,
  StaffRecord,
  StoredContactPoint,
  TeamMemberRecord,
  UnitRecord,
} from "../records.js";
import { revealScope } from "./policy.js";

// A record as one principal gets it. What is unknown is absent; what the principal may not know is absent too.

export function customerView(record: CustomerRecord, principal: Principal): Customer {
  const { parentId: _, parent, manager, contactPoints, createdAt, updatedAt, ...rest } = record;
  const { segment, tags, externalRefs, customFields, ...shared } = rest;
  return present(
    {
      ...shared,
      ...(isStaff(principal) ? { segment, tags, externalRefs, customFields } : {}),
      parent: parent && customerRef(parent),
      manager: manager && partyRef(manager),
      contactPoints: contactPoints.map(masked),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    },
    ["parent", "manager"],
  );
}

export function contactView(record: ContactRecord, principal: Principal): Contact {
  const { contactPoints, externalRefs, customFields, createdAt, updatedAt, ...rest } = record;
  return present({
    ...rest,
    contactPoints: contactPoints.map(masked),
    ...(isStaff(principal) ? { externalRefs, customFields } : {}),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  });
}

export function interactionView({
  agentId: _,
  agent,
  occurredAt,
  createdAt,
  ...rest
}: InteractionRecord): Interaction {
  return present({
    ...rest,
    agent: agent && partyRef(agent),
    occurredAt: occurredAt.toISOString(),
    createdAt: createdAt.toISOString(),
  });
}

export function requestView(record: ServiceRequestRecord, principal: Principal, now: Date): ServiceRequest {
  const { urgedCount, lastUrgedAt, supervised, escalated, reopenedCount, dueAt, state } = record;
  return present(
    {
      id: record.id,
      number: record.number,
      kind: record.kind,
      title: record.title,
      description: record.description,
      state,
      status: present({ code: record.status, labels: label("requestStatuses", record.status) }),
      priority: record.priority,
      channel: record.channel,
      industry: record.industry,
      category: record.category,
      language: record.language,
      customer: record.customer && customerRef(record.customer),
      requester: record.requester && requesterView(record.requester, principal),
      anonymous: record.anonymous,
      owner: partyRef(record.owner),
      handler: record.handler && partyRef(record.handler),
      unit: record.unit && unitRef(record.unit),
      location: record.location,
      about: record.about,
      marks: present({
        overdue: dueAt !== null && dueAt < now,
        urgedCount,
        lastUrgedAt: lastUrgedAt?.toISOString(),
        supervised,
        escalated,
        reopenedCount,
      }),
      promises: record.promises,
      nextStep: nextStep(state, dueAt),
      allowedTransitions: allowedTransitions(record, principal.kind, now),
      allowedActions: allowedActions(record, principal.kind, now),
      urgeAllowedAt: urgeAllowedAt(record)?.toISOString(),
      resolution: record.resolution,
      rating: record.rating,
      attachments: record.attachments.map(attachmentView),
      externalRefs: isStaff(principal) ? record.externalRefs : undefined,
      customFields: record.customFields,
      createdAt: record.createdAt.toISOString(),
      updatedAt: record.updatedAt.toISOString(),
      dueAt: dueAt?.toISOString(),
      resolvedAt: record.resolvedAt?.toISOString(),
      closedAt: record.closedAt?.toISOString(),
    },
    ["customer", "handler", "unit", "location", "nextStep", "resolution", "rating"],
  );
}

export function entryView({ attachments, createdAt, customFields, ...rest }: EntryRecord): Entry {
  return present({
    ...rest,
    attachments: attachments.map(attachmentView),
    ...(Object.keys(customFields).length > 0 ? { customFields } : {}),
    createdAt: createdAt.toISOString(),
  });
}

export const attachmentView = ({
  id,
  fileName,
  mediaType,
  size,
  sha256,
  createdAt,
}: AttachmentRecord): Attachment => ({
  id,
  fileName,
  mediaType,
  size,
  sha256,
  createdAt: createdAt.toISOString(),
});

const gradeLists: Record<string, string> = {
  segment: "segments",
  tier: "tiers",
  value: "valueGrades",
  risk: "riskGrades",
  publicOpinion: "publicOpinionGrades",
  relationGrade: "relationGrades",
  lifecycle: "lifecycleStages",
};

export function assessmentView(record: AssessmentRecord): Assessment {
  const { assessorId: _, assessor, assessedAt, validUntil, ...rest } = record;
  return present(
    {
      ...rest,
      labels: label(gradeLists[rest.kind] ?? "", rest.code),
      assessor: assessor && partyRef(assessor),
      assessedAt: assessedAt.toISOString(),
      validUntil: validUntil?.toISOString(),
    },
    ["score"],
  );
}

export function teamMemberView({ staffId: _, member, since, until, ...rest }: TeamMemberRecord): TeamMember {
  return present({
    ...rest,
    member: partyRef(member),
    phone: member.phone,
    email: member.email,
    since: since.toISOString(),
    until: until?.toISOString(),
  });
}

export function ratingView({ createdAt, ...rest }: RatingRecord): Rating {
  const scale = answerScales[rest.metric] ?? { minimum: 0, maximum: 10 };
  return present({ ...rest, scale, createdAt: createdAt.toISOString() });
}

export function indexView(record: SatisfactionIndexRecord, now: Date, withSeries = false): SatisfactionIndex {
  const { counts: _, updatedAt, ...definition } = record;
  return present(
    {
      ...definition,
      ...figures(record, now),
      ...(withSeries ? { series: series(record, now) } : {}),
      updatedAt: updatedAt.toISOString(),
    },
    ["value", "target", "interval", "trend"],
  );
}

export const changeView = ({
  id,
  type,
  subject,
  createdAt,
  resource,
  resourceId,
  customerId,
}: ChangeRecord): Change => ({
  specversion: "1.0",
  id: String(id),
  source: "portico",
  type,
  subject,
  time: createdAt.toISOString(),
  data: { resource, id: resourceId, ...(customerId === null ? {} : { customerId }) },
});

const partyRef = ({ id, name, role, title }: StaffRecord): PartyRef => present({ id, name, role, title });

const unitRef = ({ id, name, labels }: UnitRecord): UnitRef => present({ id, name, labels });

const customerRef = ({ id, displayName, kind }: CustomerName): CustomerRef => ({ id, displayName, kind });

const masked = (point: StoredContactPoint): ContactPoint => ({
  ...point,
  value: maskContactPoint(point.type, point.value),
  masked: true,
});

function requesterView(
  requester: { name?: string; phone?: string; email?: string },
  principal: Principal,
): { name?: string; phone?: string; email?: string } {
  if (isStaff(principal) && principal.scopes.includes(revealScope)) return requester;
  const { name, phone, email } = requester;
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(email === undefined ? {} : { email: maskEmail(email) }),
  };
}

const labelsByList = new Map(
  codeLists.map(({ name, items }) => [name, new Map(items.map(({ code, labels }) => [code, labels]))]),
);

const label = (list: string, code: string): Labels | undefined => labelsByList.get(list)?.get(code);

/** What `present` makes of a type: an unknown member is absent unless null has a meaning of its own. */
type Present<T, Kept extends keyof T> = {
  [K in keyof T as K extends Kept ? K : undefined extends T[K] ? never : null extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as K extends Kept
    ? never
    : undefined extends T[K]
      ? K
      : null extends T[K]
        ? K
        : never]?: NonNullable<T[K]>;
};

function present<T extends object, Kept extends keyof T = never>(
  value: T,
  kept: Kept[] = [],
): Present<T, Kept> {
  const known = Object.entries(value).filter(
    ([name, member]) =>
      member !== undefined && (member !== null || kept.some((keptName) => keptName === name)),
  );
  return Object.fromEntries(known) as Present<T, Kept>;
}
