// Generated from openapi/*.yaml by scripts/generate.ts: change the sources, not this file.

import * as z from "zod/mini";
import type * as models from "./models.js";

export const SectionStatus: z.ZodMiniType<models.SectionStatus> = /* @__PURE__ */ z.string();
export const Id: z.ZodMiniType<models.Id> = /* @__PURE__ */ z.string();
export const PartyRef: z.ZodMiniType<models.PartyRef> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "name": /* @__PURE__ */ z.string(),
  "role": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "title": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Timestamp: z.ZodMiniType<models.Timestamp> = /* @__PURE__ */ z.string();
export const TeamMember: z.ZodMiniType<models.TeamMember> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "customerId": Id,
  "member": PartyRef,
  "role": /* @__PURE__ */ z.string(),
  "primary": /* @__PURE__ */ z.boolean(),
  "phone": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "email": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "since": Timestamp,
  "until": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const AccountTeamSection: z.ZodMiniType<models.AccountTeamSection> = /* @__PURE__ */ z.looseObject({
  "status": SectionStatus,
  "data": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(TeamMember)),
});
export const AlternateName: z.ZodMiniType<models.AlternateName> = /* @__PURE__ */ z.looseObject({
  "language": /* @__PURE__ */ z.string(),
  "name": /* @__PURE__ */ z.string(),
});
export const AssessmentKind: z.ZodMiniType<models.AssessmentKind> = /* @__PURE__ */ z.string();
export const Labels: z.ZodMiniType<models.Labels> = /* @__PURE__ */ z.catchall(/* @__PURE__ */ z.object({
  "en": /* @__PURE__ */ z.string(),
  "zh-Hans": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "zh-Hant": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
}), /* @__PURE__ */ z.string());
export const Assessment: z.ZodMiniType<models.Assessment> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "customerId": Id,
  "kind": AssessmentKind,
  "code": /* @__PURE__ */ z.string(),
  "labels": /* @__PURE__ */ z.exactOptional(Labels),
  "score": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number())),
  "method": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "source": /* @__PURE__ */ z.string(),
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "assessor": /* @__PURE__ */ z.exactOptional(PartyRef),
  "assessedAt": Timestamp,
  "validUntil": /* @__PURE__ */ z.exactOptional(Timestamp),
  "current": /* @__PURE__ */ z.boolean(),
});
export const AssessmentInput: z.ZodMiniType<models.AssessmentInput> = /* @__PURE__ */ z.looseObject({
  "kind": AssessmentKind,
  "code": /* @__PURE__ */ z.string(),
  "score": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "method": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "source": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "assessedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
  "validUntil": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const PageInfo: z.ZodMiniType<models.PageInfo> = /* @__PURE__ */ z.looseObject({
  "nextCursor": /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string()),
  "total": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number())),
});
export const AssessmentList: z.ZodMiniType<models.AssessmentList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Assessment),
  "page": PageInfo,
});
export const AssessmentsSection: z.ZodMiniType<models.AssessmentsSection> = /* @__PURE__ */ z.looseObject({
  "status": SectionStatus,
  "data": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(Assessment)),
});
export const AssignmentInput: z.ZodMiniType<models.AssignmentInput> = /* @__PURE__ */ z.looseObject({
  "handlerId": /* @__PURE__ */ z.exactOptional(Id),
  "unitId": /* @__PURE__ */ z.exactOptional(Id),
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Attachment: z.ZodMiniType<models.Attachment> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "fileName": /* @__PURE__ */ z.string(),
  "mediaType": /* @__PURE__ */ z.string(),
  "size": /* @__PURE__ */ z.number(),
  "sha256": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "createdAt": Timestamp,
});
export const AttachmentLimits: z.ZodMiniType<models.AttachmentLimits> = /* @__PURE__ */ z.looseObject({
  "maxCount": /* @__PURE__ */ z.number(),
  "maxBytes": /* @__PURE__ */ z.number(),
  "mediaTypes": /* @__PURE__ */ z.array(/* @__PURE__ */ z.string()),
});
export const ProfileCapability: z.ZodMiniType<models.ProfileCapability> = /* @__PURE__ */ z.looseObject({
  "id": /* @__PURE__ */ z.string(),
  "level": /* @__PURE__ */ z.string(),
});
export const Choice: z.ZodMiniType<models.Choice> = /* @__PURE__ */ z.looseObject({
  "code": /* @__PURE__ */ z.string(),
  "labels": Labels,
});
export const FieldDescriptor: z.ZodMiniType<models.FieldDescriptor> = /* @__PURE__ */ z.looseObject({
  "name": /* @__PURE__ */ z.string(),
  "type": /* @__PURE__ */ z.string(),
  "required": /* @__PURE__ */ z.boolean(),
  "labels": Labels,
  "help": /* @__PURE__ */ z.exactOptional(Labels),
  "choices": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(Choice)),
  "minLength": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "maxLength": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "minimum": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "maximum": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "pattern": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "sensitive": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
});
export const ResourceCapability: z.ZodMiniType<models.ResourceCapability> = /* @__PURE__ */ z.looseObject({
  "operations": /* @__PURE__ */ z.array(/* @__PURE__ */ z.string()),
  "filters": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "sorts": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "maxLimit": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "customFields": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(FieldDescriptor)),
});
export const RequestKind: z.ZodMiniType<models.RequestKind> = /* @__PURE__ */ z.string();
export const RequestKindDescriptor: z.ZodMiniType<models.RequestKindDescriptor> = /* @__PURE__ */ z.looseObject({
  "code": RequestKind,
  "labels": Labels,
  "description": /* @__PURE__ */ z.exactOptional(Labels),
  "fields": /* @__PURE__ */ z.array(FieldDescriptor),
  "location": /* @__PURE__ */ z.string(),
  "requester": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "guestAllowed": /* @__PURE__ */ z.boolean(),
  "anonymousAllowed": /* @__PURE__ */ z.boolean(),
  "attachmentsAllowed": /* @__PURE__ */ z.boolean(),
});
export const Channel: z.ZodMiniType<models.Channel> = /* @__PURE__ */ z.string();
export const ChangesCapability: z.ZodMiniType<models.ChangesCapability> = /* @__PURE__ */ z.looseObject({
  "poll": /* @__PURE__ */ z.boolean(),
  "stream": /* @__PURE__ */ z.boolean(),
  "heartbeatSeconds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "retentionHours": /* @__PURE__ */ z.number(),
});
export const Capabilities: z.ZodMiniType<models.Capabilities> = /* @__PURE__ */ z.looseObject({
  "contractVersion": /* @__PURE__ */ z.string(),
  "name": /* @__PURE__ */ z.string(),
  "version": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "profiles": /* @__PURE__ */ z.array(ProfileCapability),
  "resources": /* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), ResourceCapability),
  "requestKinds": /* @__PURE__ */ z.array(RequestKindDescriptor),
  "channels": /* @__PURE__ */ z.array(Channel),
  "attachments": AttachmentLimits,
  "changes": ChangesCapability,
  "locales": /* @__PURE__ */ z.array(/* @__PURE__ */ z.string()),
  "urgeCooldownSeconds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
});
export const ChangeData: z.ZodMiniType<models.ChangeData> = /* @__PURE__ */ z.looseObject({
  "resource": /* @__PURE__ */ z.string(),
  "id": Id,
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
  "etag": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Change: z.ZodMiniType<models.Change> = /* @__PURE__ */ z.looseObject({
  "specversion": /* @__PURE__ */ z.literal("1.0"),
  "id": /* @__PURE__ */ z.string(),
  "source": /* @__PURE__ */ z.string(),
  "type": /* @__PURE__ */ z.string(),
  "subject": /* @__PURE__ */ z.string(),
  "time": Timestamp,
  "data": ChangeData,
});
export const ChangePageInfo: z.ZodMiniType<models.ChangePageInfo> = /* @__PURE__ */ z.looseObject({
  "nextCursor": /* @__PURE__ */ z.string(),
  "hasMore": /* @__PURE__ */ z.boolean(),
});
export const ChangePage: z.ZodMiniType<models.ChangePage> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Change),
  "page": ChangePageInfo,
});
export const CodeListItem: z.ZodMiniType<models.CodeListItem> = /* @__PURE__ */ z.looseObject({
  "code": /* @__PURE__ */ z.string(),
  "labels": Labels,
  "parent": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "order": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "retired": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
});
export const CodeList: z.ZodMiniType<models.CodeList> = /* @__PURE__ */ z.looseObject({
  "name": /* @__PURE__ */ z.string(),
  "version": /* @__PURE__ */ z.string(),
  "items": /* @__PURE__ */ z.array(CodeListItem),
});
export const CodeLists: z.ZodMiniType<models.CodeLists> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(CodeList),
  "page": PageInfo,
});
export const ContactPoint: z.ZodMiniType<models.ContactPoint> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "type": /* @__PURE__ */ z.string(),
  "value": /* @__PURE__ */ z.string(),
  "masked": /* @__PURE__ */ z.boolean(),
  "label": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
  "verifiedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const ExternalRef: z.ZodMiniType<models.ExternalRef> = /* @__PURE__ */ z.looseObject({
  "system": /* @__PURE__ */ z.string(),
  "id": /* @__PURE__ */ z.string(),
  "url": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const CustomFields: z.ZodMiniType<models.CustomFields> = /* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.union([/* @__PURE__ */ z.string(), /* @__PURE__ */ z.number(), /* @__PURE__ */ z.boolean(), /* @__PURE__ */ z.array(/* @__PURE__ */ z.string())])));
export const Contact: z.ZodMiniType<models.Contact> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "customerId": Id,
  "name": /* @__PURE__ */ z.string(),
  "title": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "role": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "preferredChannel": /* @__PURE__ */ z.exactOptional(Channel),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
  "contactPoints": /* @__PURE__ */ z.array(ContactPoint),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
  "createdAt": Timestamp,
  "updatedAt": Timestamp,
});
export const ContactPointInput: z.ZodMiniType<models.ContactPointInput> = /* @__PURE__ */ z.looseObject({
  "type": /* @__PURE__ */ z.string(),
  "value": /* @__PURE__ */ z.string(),
  "label": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
});
export const ContactInput: z.ZodMiniType<models.ContactInput> = /* @__PURE__ */ z.looseObject({
  "customerId": Id,
  "name": /* @__PURE__ */ z.string(),
  "title": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "role": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "preferredChannel": /* @__PURE__ */ z.exactOptional(Channel),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
  "contactPoints": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ContactPointInput)),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
});
export const ContactList: z.ZodMiniType<models.ContactList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Contact),
  "page": PageInfo,
});
export const ContactPatch: z.ZodMiniType<models.ContactPatch> = /* @__PURE__ */ z.looseObject({
  "name": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "title": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "role": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "preferredChannel": /* @__PURE__ */ z.exactOptional(Channel),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
  "contactPoints": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ContactPointInput)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
});
export const CustomerKind: z.ZodMiniType<models.CustomerKind> = /* @__PURE__ */ z.string();
export const CustomerStatus: z.ZodMiniType<models.CustomerStatus> = /* @__PURE__ */ z.string();
export const CustomerRef: z.ZodMiniType<models.CustomerRef> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "displayName": /* @__PURE__ */ z.string(),
  "kind": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Customer: z.ZodMiniType<models.Customer> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "number": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "kind": CustomerKind,
  "displayName": /* @__PURE__ */ z.string(),
  "alternateNames": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(AlternateName)),
  "industry": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "status": CustomerStatus,
  "segment": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "tier": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "parent": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(CustomerRef)),
  "manager": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(PartyRef)),
  "contactPoints": /* @__PURE__ */ z.array(ContactPoint),
  "tags": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
  "createdAt": Timestamp,
  "updatedAt": Timestamp,
});
export const CustomerInput: z.ZodMiniType<models.CustomerInput> = /* @__PURE__ */ z.looseObject({
  "number": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "kind": CustomerKind,
  "displayName": /* @__PURE__ */ z.string(),
  "alternateNames": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(AlternateName)),
  "industry": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "status": /* @__PURE__ */ z.exactOptional(CustomerStatus),
  "parentId": /* @__PURE__ */ z.exactOptional(Id),
  "contactPoints": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ContactPointInput)),
  "tags": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
});
export const CustomerList: z.ZodMiniType<models.CustomerList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Customer),
  "page": PageInfo,
});
export const CustomerPatch: z.ZodMiniType<models.CustomerPatch> = /* @__PURE__ */ z.looseObject({
  "displayName": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "alternateNames": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(AlternateName)),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "status": /* @__PURE__ */ z.exactOptional(CustomerStatus),
  "contactPoints": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ContactPointInput)),
  "tags": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
});
export const RequestState: z.ZodMiniType<models.RequestState> = /* @__PURE__ */ z.literal(["acknowledged","inProgress","pending","held","resolved","closed","rejected","cancelled"]);
export const RequestStatus: z.ZodMiniType<models.RequestStatus> = /* @__PURE__ */ z.looseObject({
  "code": /* @__PURE__ */ z.string(),
  "labels": /* @__PURE__ */ z.exactOptional(Labels),
});
export const Priority: z.ZodMiniType<models.Priority> = /* @__PURE__ */ z.string();
export const Requester: z.ZodMiniType<models.Requester> = /* @__PURE__ */ z.looseObject({
  "name": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "phone": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "email": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const UnitRef: z.ZodMiniType<models.UnitRef> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "name": /* @__PURE__ */ z.string(),
  "labels": /* @__PURE__ */ z.exactOptional(Labels),
});
export const Location: z.ZodMiniType<models.Location> = /* @__PURE__ */ z.looseObject({
  "address": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "latitude": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "longitude": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "note": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Misconduct: z.ZodMiniType<models.Misconduct> = /* @__PURE__ */ z.looseObject({
  "unitId": /* @__PURE__ */ z.exactOptional(Id),
  "person": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const RequestMarks: z.ZodMiniType<models.RequestMarks> = /* @__PURE__ */ z.looseObject({
  "overdue": /* @__PURE__ */ z.boolean(),
  "urgedCount": /* @__PURE__ */ z.number(),
  "lastUrgedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
  "supervised": /* @__PURE__ */ z.boolean(),
  "escalated": /* @__PURE__ */ z.boolean(),
  "reopenedCount": /* @__PURE__ */ z.number(),
});
export const ServicePromise: z.ZodMiniType<models.ServicePromise> = /* @__PURE__ */ z.looseObject({
  "kind": /* @__PURE__ */ z.string(),
  "dueAt": Timestamp,
  "metAt": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "source": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const NextStep: z.ZodMiniType<models.NextStep> = /* @__PURE__ */ z.looseObject({
  "code": /* @__PURE__ */ z.string(),
  "labels": Labels,
  "by": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "dueAt": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const RequestAction: z.ZodMiniType<models.RequestAction> = /* @__PURE__ */ z.string();
export const RequestRating: z.ZodMiniType<models.RequestRating> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "metric": /* @__PURE__ */ z.string(),
  "score": /* @__PURE__ */ z.number(),
});
export const ServiceRequest: z.ZodMiniType<models.ServiceRequest> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "number": /* @__PURE__ */ z.string(),
  "kind": RequestKind,
  "title": /* @__PURE__ */ z.string(),
  "description": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "state": RequestState,
  "status": RequestStatus,
  "priority": Priority,
  "channel": Channel,
  "industry": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "category": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "customer": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(CustomerRef)),
  "requester": /* @__PURE__ */ z.exactOptional(Requester),
  "anonymous": /* @__PURE__ */ z.boolean(),
  "owner": PartyRef,
  "handler": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(PartyRef)),
  "unit": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(UnitRef)),
  "location": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(Location)),
  "about": /* @__PURE__ */ z.exactOptional(Misconduct),
  "marks": RequestMarks,
  "promises": /* @__PURE__ */ z.array(ServicePromise),
  "nextStep": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(NextStep)),
  "allowedTransitions": /* @__PURE__ */ z.array(RequestState),
  "allowedActions": /* @__PURE__ */ z.array(RequestAction),
  "urgeAllowedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
  "resolution": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "rating": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(RequestRating)),
  "attachments": /* @__PURE__ */ z.array(Attachment),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
  "createdAt": Timestamp,
  "updatedAt": Timestamp,
  "dueAt": /* @__PURE__ */ z.exactOptional(Timestamp),
  "resolvedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
  "closedAt": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const RequestsSection: z.ZodMiniType<models.RequestsSection> = /* @__PURE__ */ z.looseObject({
  "status": SectionStatus,
  "openCount": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "overdueCount": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "urgedCount": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "data": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ServiceRequest)),
});
export const Visibility: z.ZodMiniType<models.Visibility> = /* @__PURE__ */ z.literal(["public","internal"]);
export const Interaction: z.ZodMiniType<models.Interaction> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "customerId": Id,
  "contactId": /* @__PURE__ */ z.exactOptional(Id),
  "serviceRequestId": /* @__PURE__ */ z.exactOptional(Id),
  "direction": /* @__PURE__ */ z.string(),
  "channel": Channel,
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "subject": /* @__PURE__ */ z.string(),
  "summary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "visibility": Visibility,
  "agent": /* @__PURE__ */ z.exactOptional(PartyRef),
  "durationSeconds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "occurredAt": Timestamp,
  "createdAt": Timestamp,
});
export const InteractionsSection: z.ZodMiniType<models.InteractionsSection> = /* @__PURE__ */ z.looseObject({
  "status": SectionStatus,
  "data": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(Interaction)),
});
export const SatisfactionMetric: z.ZodMiniType<models.SatisfactionMetric> = /* @__PURE__ */ z.string();
export const Scale: z.ZodMiniType<models.Scale> = /* @__PURE__ */ z.looseObject({
  "minimum": /* @__PURE__ */ z.number(),
  "maximum": /* @__PURE__ */ z.number(),
  "unit": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const Rating: z.ZodMiniType<models.Rating> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "metric": /* @__PURE__ */ z.string(),
  "score": /* @__PURE__ */ z.number(),
  "scale": Scale,
  "comment": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "topics": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "serviceRequestId": /* @__PURE__ */ z.exactOptional(Id),
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
  "unitId": /* @__PURE__ */ z.exactOptional(Id),
  "createdAt": Timestamp,
});
export const SatisfactionSection: z.ZodMiniType<models.SatisfactionSection> = /* @__PURE__ */ z.looseObject({
  "status": SectionStatus,
  "metric": /* @__PURE__ */ z.exactOptional(SatisfactionMetric),
  "average": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number())),
  "scale": /* @__PURE__ */ z.exactOptional(Scale),
  "sampleSize": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "last": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(Rating)),
});
export const CustomerSummary: z.ZodMiniType<models.CustomerSummary> = /* @__PURE__ */ z.looseObject({
  "customer": Customer,
  "assessments": AssessmentsSection,
  "accountTeam": AccountTeamSection,
  "requests": RequestsSection,
  "interactions": InteractionsSection,
  "satisfaction": SatisfactionSection,
});
export const Entry: z.ZodMiniType<models.Entry> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "serviceRequestId": Id,
  "type": /* @__PURE__ */ z.string(),
  "visibility": Visibility,
  "author": PartyRef,
  "text": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "from": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "to": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "field": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "attachments": /* @__PURE__ */ z.array(Attachment),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
  "createdAt": Timestamp,
});
export const EntryInput: z.ZodMiniType<models.EntryInput> = /* @__PURE__ */ z.looseObject({
  "type": /* @__PURE__ */ z.string(),
  "text": /* @__PURE__ */ z.string(),
  "visibility": /* @__PURE__ */ z.exactOptional(Visibility),
  "attachmentIds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(Id)),
});
export const EntryList: z.ZodMiniType<models.EntryList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Entry),
  "page": PageInfo,
});
export const FieldError: z.ZodMiniType<models.FieldError> = /* @__PURE__ */ z.looseObject({
  "pointer": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "parameter": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "header": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "code": /* @__PURE__ */ z.string(),
  "message": /* @__PURE__ */ z.string(),
  "params": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.looseObject({})),
});
export const Interval: z.ZodMiniType<models.Interval> = /* @__PURE__ */ z.looseObject({
  "low": /* @__PURE__ */ z.number(),
  "high": /* @__PURE__ */ z.number(),
  "level": /* @__PURE__ */ z.number(),
  "method": /* @__PURE__ */ z.string(),
});
export const IndexPoint: z.ZodMiniType<models.IndexPoint> = /* @__PURE__ */ z.looseObject({
  "from": /* @__PURE__ */ z.string(),
  "to": /* @__PURE__ */ z.string(),
  "value": /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number()),
  "sampleSize": /* @__PURE__ */ z.number(),
  "interval": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(Interval)),
});
export const InteractionInput: z.ZodMiniType<models.InteractionInput> = /* @__PURE__ */ z.looseObject({
  "customerId": Id,
  "contactId": /* @__PURE__ */ z.exactOptional(Id),
  "serviceRequestId": /* @__PURE__ */ z.exactOptional(Id),
  "direction": /* @__PURE__ */ z.string(),
  "channel": Channel,
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "subject": /* @__PURE__ */ z.string(),
  "summary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "visibility": /* @__PURE__ */ z.exactOptional(Visibility),
  "durationSeconds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
  "occurredAt": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const InteractionList: z.ZodMiniType<models.InteractionList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Interaction),
  "page": PageInfo,
});
export const Me: z.ZodMiniType<models.Me> = /* @__PURE__ */ z.looseObject({
  "principal": /* @__PURE__ */ z.string(),
  "id": /* @__PURE__ */ z.exactOptional(Id),
  "displayName": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
  "unitId": /* @__PURE__ */ z.exactOptional(Id),
  "scopes": /* @__PURE__ */ z.array(/* @__PURE__ */ z.string()),
  "expiresAt": /* @__PURE__ */ z.exactOptional(Timestamp),
});
export const Problem: z.ZodMiniType<models.Problem> = /* @__PURE__ */ z.looseObject({
  "type": /* @__PURE__ */ z.string(),
  "title": /* @__PURE__ */ z.string(),
  "status": /* @__PURE__ */ z.number(),
  "detail": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "instance": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "code": /* @__PURE__ */ z.string(),
  "errors": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(FieldError)),
  "requestId": /* @__PURE__ */ z.string(),
  "retryable": /* @__PURE__ */ z.boolean(),
  "retryAfterMs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.number()),
});
export const RatingInput: z.ZodMiniType<models.RatingInput> = /* @__PURE__ */ z.looseObject({
  "metric": /* @__PURE__ */ z.string(),
  "score": /* @__PURE__ */ z.number(),
  "comment": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "topics": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(/* @__PURE__ */ z.string())),
  "serviceRequestId": /* @__PURE__ */ z.exactOptional(Id),
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
});
export const RatingList: z.ZodMiniType<models.RatingList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(Rating),
  "page": PageInfo,
});
export const RequesterInput: z.ZodMiniType<models.RequesterInput> = /* @__PURE__ */ z.looseObject({
  "name": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "phone": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "email": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const RevealInput: z.ZodMiniType<models.RevealInput> = /* @__PURE__ */ z.looseObject({
  "reason": /* @__PURE__ */ z.string(),
});
export const RevealedContactPoint: z.ZodMiniType<models.RevealedContactPoint> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "type": /* @__PURE__ */ z.string(),
  "value": /* @__PURE__ */ z.string(),
});
export const Trend: z.ZodMiniType<models.Trend> = /* @__PURE__ */ z.looseObject({
  "direction": /* @__PURE__ */ z.string(),
  "change": /* @__PURE__ */ z.number(),
  "previousValue": /* @__PURE__ */ z.number(),
  "significant": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
});
export const SatisfactionIndex: z.ZodMiniType<models.SatisfactionIndex> = /* @__PURE__ */ z.looseObject({
  "id": Id,
  "code": /* @__PURE__ */ z.string(),
  "labels": Labels,
  "definition": /* @__PURE__ */ z.exactOptional(Labels),
  "metric": SatisfactionMetric,
  "industry": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
  "value": /* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number()),
  "scale": Scale,
  "target": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.number())),
  "sampleSize": /* @__PURE__ */ z.number(),
  "minimumSample": /* @__PURE__ */ z.number(),
  "reliable": /* @__PURE__ */ z.boolean(),
  "interval": /* @__PURE__ */ z.nullable(Interval),
  "trend": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(Trend)),
  "from": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "to": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "series": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(IndexPoint)),
  "public": /* @__PURE__ */ z.boolean(),
  "updatedAt": Timestamp,
});
export const SatisfactionIndexList: z.ZodMiniType<models.SatisfactionIndexList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(SatisfactionIndex),
  "page": PageInfo,
});
export const ServiceRequestInput: z.ZodMiniType<models.ServiceRequestInput> = /* @__PURE__ */ z.looseObject({
  "kind": RequestKind,
  "title": /* @__PURE__ */ z.string(),
  "description": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "customerId": /* @__PURE__ */ z.exactOptional(Id),
  "requester": /* @__PURE__ */ z.exactOptional(RequesterInput),
  "anonymous": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
  "channel": /* @__PURE__ */ z.exactOptional(Channel),
  "priority": /* @__PURE__ */ z.exactOptional(Priority),
  "industry": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "category": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "language": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "location": /* @__PURE__ */ z.exactOptional(Location),
  "about": /* @__PURE__ */ z.exactOptional(Misconduct),
  "attachmentIds": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(Id)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
  "externalRefs": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.array(ExternalRef)),
});
export const ServiceRequestList: z.ZodMiniType<models.ServiceRequestList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(ServiceRequest),
  "page": PageInfo,
});
export const ServiceRequestPatch: z.ZodMiniType<models.ServiceRequestPatch> = /* @__PURE__ */ z.looseObject({
  "title": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "description": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "priority": /* @__PURE__ */ z.exactOptional(Priority),
  "category": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(/* @__PURE__ */ z.string())),
  "location": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(Location)),
  "customFields": /* @__PURE__ */ z.exactOptional(CustomFields),
});
export const TeamMemberInput: z.ZodMiniType<models.TeamMemberInput> = /* @__PURE__ */ z.looseObject({
  "memberId": Id,
  "role": /* @__PURE__ */ z.string(),
  "primary": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.boolean()),
});
export const TeamMemberList: z.ZodMiniType<models.TeamMemberList> = /* @__PURE__ */ z.looseObject({
  "data": /* @__PURE__ */ z.array(TeamMember),
  "page": PageInfo,
});
export const TransitionInput: z.ZodMiniType<models.TransitionInput> = /* @__PURE__ */ z.looseObject({
  "to": RequestState,
  "status": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
  "resolution": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
export const UrgeInput: z.ZodMiniType<models.UrgeInput> = /* @__PURE__ */ z.looseObject({
  "reason": /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.string()),
});
