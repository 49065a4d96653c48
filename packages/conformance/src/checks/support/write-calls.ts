import type { OperationId } from "@portico/contract";
import { operations } from "@portico/contract";
import { operationIds } from "../../document/operations.js";
import type { CallOptions } from "../../http/caller.js";
import type { Kit } from "../../kit.js";

/** What the writes of the contract are about. */
export interface Subjects {
  readonly customer: string;
  readonly contactPoint: string;
  readonly contact: string;
  readonly request: string;
  readonly attachment: string;
  readonly member: string;
  /** A person of the provider, as `handlerId` and `memberId` name one. */
  readonly staff: string;
}

export type WriteCalls = { readonly [Id in OperationId]?: CallOptions<Id> };

export const writeOperations = operationIds.filter((id) => operations[id].method !== "GET");
export const postOperations = operationIds.filter((id) => operations[id].method === "POST");

/** A well-formed call of every operation that writes; subjects that are not given do not exist. */
export function writeCalls(kit: Kit, given: Partial<Subjects> = {}, ifMatch = '"kit"'): WriteCalls {
  const of = (name: keyof Subjects): string => given[name] ?? kit.unknownId();
  const text = `${kit.tag} 样品 Sample`;
  const customer = { id: of("customer") };
  const contact = { id: of("contact") };
  const request = { id: of("request") };
  const member = { ...customer, memberId: of("member") };
  return {
    createCustomer: { body: kit.make.customerInput() },
    updateCustomer: { path: customer, body: { displayName: text }, ifMatch },
    revealContactPoint: {
      path: { ...customer, contactPointId: of("contactPoint") },
      body: { reason: `${kit.tag} call back` },
    },
    createAssessment: { path: customer, body: { kind: "tier", code: "gold", reason: text } },
    addTeamMember: { path: customer, body: { memberId: of("staff"), role: "specialist" } },
    removeTeamMember: { path: member, ifMatch },
    createContact: { body: { customerId: customer.id, name: text } },
    updateContact: { path: contact, body: { name: text }, ifMatch },
    deleteContact: { path: contact, ifMatch },
    createInteraction: {
      body: { customerId: customer.id, direction: "inbound", channel: "phone", subject: text },
    },
    updateServiceRequest: { path: request, body: { title: text }, ifMatch },
    transitionServiceRequest: { path: request, body: { to: "cancelled", reason: text } },
    urgeServiceRequest: { path: request, body: { reason: text } },
    assignServiceRequest: { path: request, body: { handlerId: of("staff"), reason: text } },
    createEntry: { path: request, body: { type: "reply", text } },
    uploadAttachment: kit.make.upload("样品.txt", "text/plain", new TextEncoder().encode(`${text}\n`)),
    deleteAttachment: { path: { id: of("attachment") }, ifMatch },
    createRating: { body: { metric: "csat", score: 4, serviceRequestId: request.id, comment: text } },
  };
}
