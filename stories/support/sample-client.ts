import type { EntryInput, RatingInput, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { CrmClient } from "@portico/sdk";
import { capabilities } from "../fixtures/capabilities.js";
import { firm, firmSummary, person, personSummary } from "../fixtures/customers.js";
import * as indices from "../fixtures/indices.js";
import { faultEntries, faultInHand, requests } from "../fixtures/requests.js";
import { page, problem, scriptedClient } from "./scripted-client.js";

const now = () => new Date(Date.now()).toISOString();

/** One of the given objects by its id, as a read answers it. */
function find<Item extends { readonly id: string }>(items: readonly Item[]): (id: string) => Item {
  return (id) => {
    const found = items.find((item) => item.id === id);
    if (!found) throw problem(404, "not-found");
    return found;
  };
}

const request = find(requests);

const changed =
  (change: (before: ServiceRequest) => Partial<ServiceRequest>) =>
  (id: string): ServiceRequest => ({ ...request(id), ...change(request(id)), updatedAt: now() });

/** Behind every story: knows the given data and takes what a visitor sends, without a server and without a memory. */
export const sampleClient: CrmClient = scriptedClient({
  "capabilities.get": capabilities,
  "me.get": {
    principal: "customer",
    id: "user-wang",
    displayName: person.displayName,
    customerId: person.id,
    scopes: [],
  },
  "customers.get": find([person, firm]),
  "customers.summary": (id: string) => (id === firm.id ? firmSummary : personSummary),
  "customers.revealContactPoint": (_customerId: string, id: string) => ({ id, value: "138 0013 5678" }),
  "serviceRequests.get": request,
  "serviceRequests.list": page(requests),
  "serviceRequests.create": (input: ServiceRequestInput) => ({
    ...faultInHand,
    ...input,
    id: "request-new",
    number: "R-20261120-00043",
    state: "acknowledged",
    createdAt: now(),
  }),
  "serviceRequests.urge": changed(({ marks }) => ({
    marks: { ...marks, urgedCount: marks.urgedCount + 1, lastUrgedAt: now() },
  })),
  "serviceRequests.withdraw": changed(() => ({ state: "cancelled", allowedActions: [], nextStep: null })),
  "serviceRequests.reopen": changed(() => ({ state: "inProgress", allowedActions: ["reply"] })),
  "serviceRequests.transition": changed(() => ({ state: "resolved", allowedTransitions: ["closed"] })),
  "serviceRequests.entries.list": page(faultEntries),
  "serviceRequests.entries.create": (serviceRequestId: string, input: EntryInput) => ({
    ...input,
    id: "entry-new",
    serviceRequestId,
    author: { id: "user-wang", name: person.displayName, role: "customer" },
    attachments: [],
    createdAt: now(),
  }),
  "attachments.upload": (file: File) => ({
    id: "attachment-new",
    fileName: file.name,
    mediaType: file.type,
    size: file.size,
    createdAt: now(),
  }),
  "attachments.content": () => new Blob(["The content of the file."], { type: "text/plain" }),
  "ratings.list": page([]),
  "ratings.create": (input: RatingInput) => ({
    ...input,
    id: "rating-new",
    scale: indices.csat.scale,
    createdAt: now(),
  }),
  "satisfactionIndices.get": find(Object.values(indices)),
});
