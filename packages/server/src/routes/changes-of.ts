import type { CustomerRecord, NewChange, ServiceRequestRecord } from "../records.js";

type Event = "created" | "updated" | "deleted";

/** What the feed says of a customer. */
export const customerChange = ({ id }: Pick<CustomerRecord, "id">, event: Event): NewChange => ({
  type: `portico.customer.${event}`,
  subject: id,
  resource: "customers",
  resourceId: id,
  customerId: id,
  audience: "customer",
});

type RequestRef = Pick<ServiceRequestRecord, "id" | "kind" | "customerId" | "about">;

/** What the feed says of a request. */
export const requestChange = (request: RequestRef, event: Event): NewChange => ({
  type: `portico.serviceRequest.${event}`,
  resource: "serviceRequests",
  resourceId: request.id,
  audience: "customer",
  ...ofRequest(request),
});

/** What the feed says of a new entry: of an internal one, nothing to the customer. */
export const entryChange = (request: RequestRef, entry: { id: string; visibility: string }): NewChange => ({
  type: "portico.entry.created",
  resource: "entries",
  resourceId: entry.id,
  audience: entry.visibility === "public" ? "customer" : "staff",
  ...ofRequest(request),
});

const ofRequest = ({ id, kind, customerId, about }: RequestRef) => ({
  subject: id,
  customerId,
  misconduct: kind === "misconduct",
  aboutUnitId: about?.unitId ?? null,
});
