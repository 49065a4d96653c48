import type { PartyRef } from "@portico/contract";
import { isStaff, type Principal } from "../auth/principal.js";
import { newId } from "../id.js";
import { found } from "../problem.js";
import type { NewEntry, NewServiceRequest, ServiceRequestRecord } from "../records.js";
import type { RowScope, Transaction } from "../store.js";
import { entryChange, requestChange } from "./changes-of.js";

type Line = Pick<NewEntry, "type"> &
  Partial<Omit<NewEntry, "id" | "serviceRequestId" | "author" | "createdAt">>;

interface Writing {
  store: Transaction;
  principal: Principal;
  scope: RowScope;
  services: { now: () => Date };
}

/**
 * Adds a line to a request's log and announces it; returns its id. It is dated when it is written, with the request
 * held: of calls that came at once, the one that waited comes later in the log, as it did in fact.
 */
export async function log(
  { store, principal, services }: Writing,
  request: Pick<
    ServiceRequestRecord,
    "id" | "kind" | "customerId" | "customer" | "requester" | "anonymous" | "about"
  >,
  line: Line,
): Promise<string> {
  const entry: NewEntry = {
    id: newId(),
    serviceRequestId: request.id,
    visibility: "public",
    author: authorOf(principal, request, line.type),
    text: null,
    from: null,
    to: null,
    field: null,
    customFields: {},
    createdAt: services.now(),
    ...line,
  };
  await store.entries.insert(entry);
  store.announce(entryChange(request, entry));
  return entry.id;
}

/** Keeps a change of a request, announces it and returns the request as it is now. */
export async function change(
  { store, scope, services }: Writing,
  request: ServiceRequestRecord,
  changes: Partial<NewServiceRequest>,
): Promise<ServiceRequestRecord> {
  await store.requests.update(request.id, { ...changes, updatedAt: services.now() });
  store.announce(requestChange(request, "updated"));
  return found(await store.requests.find(request.id, scope));
}

/** Who a line of the log is by. Of an anonymous reporter nothing is kept, be it a colleague. */
function authorOf(
  principal: Principal,
  { anonymous, customer, requester }: Pick<ServiceRequestRecord, "anonymous" | "customer" | "requester">,
  type: string,
): PartyRef {
  const { kind, id, name, customerId } = principal;
  if (anonymous && (type === "created" || !isStaff(principal)))
    return { id: "anonymous", name: "Anonymous", role: "guest" };
  if (kind === "guest") return { id, name: requester?.name ?? "Guest", role: kind };
  if (kind === "customer")
    return { id: customerId ?? id, name: name ?? customer?.displayName ?? "Customer", role: kind };
  return { id, name: name ?? id, role: kind };
}
