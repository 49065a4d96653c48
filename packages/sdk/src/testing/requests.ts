import {
  type Entry,
  type EntryInput,
  type RatingInput,
  type RequestState,
  requestStateValues,
  type ServiceRequest,
  type ServiceRequestInput,
  type TransitionInput,
  type UrgeInput,
  validateRequestInput,
  visibilityValues,
} from "@portico/contract";
import { attached } from "./files.js";
import type { FakeRequest, Operations, Reply } from "./operation.js";
import { invalid, Refusal } from "./problem.js";
import {
  email,
  externalRefs,
  flag,
  identifier,
  listOf,
  number,
  object,
  oneOf,
  record,
  text,
  word,
} from "./rules.js";
import { emptyRequest, newId, refOf } from "./store.js";
import { actionsOf, find, isOpen, maySee, movesOf, views } from "./views.js";

export const urgeCooldownSeconds = 2 * 3600;
export const maxFiles = 5;

const files = { attachmentIds: listOf(identifier, maxFiles) };

const scales: Record<string, readonly [least: number, greatest: number]> = {
  csat: [1, 5],
  nps: [0, 10],
  ces: [1, 7],
};

const statuses: Record<RequestState, string> = {
  ...{
    acknowledged: "received",
    inProgress: "inHand",
    pending: "waitingForCustomer",
    held: "waitingForPart",
  },
  ...{ resolved: "answered", closed: "completed", rejected: "refused", cancelled: "withdrawn" },
};

/** What can be done with requests. */
export const requests: Operations = {
  createServiceRequest: {
    body: object(
      {
        ...{
          kind: word,
          title: text(120, 1),
          description: text(4000),
          customerId: identifier,
          anonymous: flag,
        },
        requester: object({ name: text(80, 1), phone: text(25, 5, /^[+0-9][0-9 ()-]{4,24}$/), email }),
        ...{ channel: word, priority: word, industry: text(60), category: text(80), language: text(35) },
        location: object({
          ...{ address: text(300), note: text(300) },
          ...{ latitude: number(-90, 90), longitude: number(-180, 180) },
        }),
        about: object({ unitId: identifier, person: text(120) }),
        ...{ customFields: record, externalRefs, ...files },
      },
      ["kind", "title"],
    ),
    run: create,
  },
  transitionServiceRequest: {
    body: object(
      { to: oneOf(requestStateValues), status: text(60), reason: text(500), resolution: text(4000) },
      ["to"],
    ),
    run: transition,
  },
  urgeServiceRequest: { body: object({ reason: text(500) }), run: urge },
  createEntry: {
    body: object(
      {
        type: oneOf(["reply", "comment"]),
        text: text(4000, 1),
        visibility: oneOf(visibilityValues),
        ...files,
      },
      ["type", "text"],
    ),
    run: addEntry,
  },
  createRating: {
    body: object(
      {
        ...{ metric: oneOf(Object.keys(scales)), score: number(0, 10, true), comment: text(2000) },
        ...{ topics: listOf(text(60, 1), 10), serviceRequestId: identifier, customerId: identifier },
      },
      ["metric", "score"],
    ),
    run: rate,
  },
};

function create(request: FakeRequest): Reply {
  const { store, caller } = request;
  const { attachmentIds, customerId, ...input } = request.body as ServiceRequestInput;
  const guest = caller.principal === "guest";
  const isOwn = guest || caller.principal === "customer";
  const kind = store.requestKinds.find(
    ({ code, guestAllowed }) => code === input.kind && (guestAllowed || !guest),
  );
  if (!kind) throw invalid("/kind", "enum", "This backend does not take such requests.");
  for (const name of ["priority", "externalRefs"] as const) {
    if (isOwn && input[name] !== undefined) throw invalid(`/${name}`, "not-allowed");
  }
  const customer = store.tables.customers.get(customerId ?? caller.customerId ?? "");
  if (customerId !== undefined && (!customer || (isOwn && customerId !== caller.customerId))) {
    throw invalid("/customerId", "unknown-reference", "There is no such customer.");
  }
  const faults = validateRequestInput(kind, request.body as ServiceRequestInput, { guest });
  if (faults.length > 0) {
    const message = "It breaks a rule of this kind of request.";
    throw new Refusal("validation-failed", { errors: faults.map((fault) => ({ ...fault, message })) });
  }
  const id = newId();
  const nobody = input.anonymous === true;
  const { requester: _, ...withoutRequester } = input;
  const row = {
    ...emptyRequest(store.nextNumber(), store.now()),
    ...(nobody ? withoutRequester : input),
    ...{ id, customer: nobody ? null : refOf(customer), anonymous: nobody },
    attachments: attached(request, attachmentIds, { serviceRequestId: id, internal: false }),
  } as ServiceRequest;
  store.tables.serviceRequests.set(id, row);
  addTo(request, row, {
    type: "created",
    text: row.title,
    ...(nobody && { author: { id: "guest", name: "Anonymous" } }),
  });
  tellOf(request, row, "created");
  return { ...answer(request, row), headers: { location: `/v1/service-requests/${id}` } };
}

function transition(request: FakeRequest): Reply {
  const row = find(request.store, "serviceRequests", request.id, request.caller);
  const { to, reason, resolution, status = statuses[to] } = request.body as TransitionInput;
  if (!movesOf(row, request.caller).includes(to)) throw new Refusal("transition-not-allowed");
  const isReopening = !isOpen(row.state) && to === "inProgress";
  const needsReason = to === "rejected" || to === "cancelled" || isReopening;
  if (needsReason && !reason?.trim()) throw invalid("/reason", "required", "This move takes a reason.");
  if (to === "resolved" && !resolution?.trim())
    throw invalid("/resolution", "required", "Say what was done.");
  if (status !== statuses[to] && request.caller.principal === "customer")
    throw invalid("/status", "not-allowed");
  const at = request.store.now();
  const { dueAt: _, closedAt: __, resolvedAt: ___, urgeAllowedAt: ____, ...kept } = row;
  const over = isOpen(to) ? {} : { [to === "resolved" ? "resolvedAt" : "closedAt"]: at };
  const moved: ServiceRequest = {
    ...kept,
    ...(isOpen(to) && row.dueAt !== undefined && { dueAt: row.dueAt }),
    ...(to === "closed" && row.resolvedAt !== undefined && { resolvedAt: row.resolvedAt }),
    ...over,
    ...{ state: to, status: { code: status }, ...(resolution !== undefined && { resolution }) },
    promises: isOpen(to) ? row.promises : row.promises.map((one) => ({ ...one, metAt: one.metAt ?? at })),
    marks: { ...row.marks, reopenedCount: row.marks.reopenedCount + (isReopening ? 1 : 0) },
  };
  addTo(request, row, { type: "stateChange", from: row.state, to, ...(reason && { text: reason }) });
  return keep(request, moved);
}

function urge(request: FakeRequest): Reply {
  const { store, caller } = request;
  const row = find(store, "serviceRequests", request.id, caller);
  const now = store.now();
  if (!isOpen(row.state)) throw new Refusal("action-not-allowed");
  if (row.urgeAllowedAt !== undefined && row.urgeAllowedAt > now) {
    const wait = Math.ceil((Date.parse(row.urgeAllowedAt) - Date.parse(now)) / 1000);
    throw new Refusal("rate-limited", { headers: { "retry-after": String(wait) } });
  }
  const { reason } = request.body as UrgeInput;
  addTo(request, row, { type: "urge", ...(reason && { text: reason }) });
  return keep(request, {
    ...row,
    urgeAllowedAt: new Date(Date.parse(now) + urgeCooldownSeconds * 1000).toISOString(),
    marks: { ...row.marks, urgedCount: row.marks.urgedCount + 1, lastUrgedAt: now },
  });
}

function addEntry(request: FakeRequest): Reply {
  const { store, caller, id } = request;
  const { attachmentIds, type, text, visibility = "public" } = request.body as EntryInput;
  const row = find(store, "serviceRequests", id, caller);
  if (caller.principal === "customer" && visibility === "internal")
    throw invalid("/visibility", "not-allowed");
  if (type === "reply" && visibility === "internal") throw invalid("/visibility", "not-allowed");
  if (!actionsOf(row, caller, store.now()).includes(type)) throw new Refusal("action-not-allowed");
  const attachments = attached(request, attachmentIds, {
    serviceRequestId: id,
    internal: visibility === "internal",
  });
  return { body: addTo(request, row, { type, text, visibility, attachments }) };
}

function rate(request: FakeRequest): Reply {
  const { store, caller } = request;
  const input = request.body as RatingInput;
  const [minimum, maximum] = scales[input.metric] ?? [0, 10];
  if (input.score < minimum) throw invalid("/score", "too-small", `It must be ${minimum} at least.`);
  if (input.score > maximum) throw invalid("/score", "too-large", `It must be ${maximum} at most.`);
  const about = store.tables.serviceRequests.get(input.serviceRequestId ?? "");
  if (input.serviceRequestId !== undefined && !(about && maySee(store, "serviceRequests", caller, about))) {
    throw invalid("/serviceRequestId", "unknown-reference", "There is no such request.");
  }
  const customerId = about?.customer?.id ?? caller.customerId ?? input.customerId;
  if (
    input.customerId !== undefined &&
    (input.customerId !== customerId || !store.tables.customers.has(customerId))
  ) {
    throw invalid("/customerId", "unknown-reference", "There is no such customer.");
  }
  if (about?.rating) throw new Refusal("conflict");
  if (about && !actionsOf(about, caller, store.now()).includes("rate"))
    throw new Refusal("action-not-allowed");
  const rating = {
    ...{ id: newId(), ...input, scale: { minimum, maximum }, createdAt: store.now() },
    ...(customerId !== undefined && { customerId }),
  };
  store.tables.ratings.set(rating.id, rating);
  if (about) {
    addTo(request, about, { type: "rating" });
    keep(request, { ...about, rating: { id: rating.id, metric: rating.metric, score: rating.score } });
  }
  store.tell(
    "rating.created",
    rating.id,
    { resource: "ratings", id: rating.id, ...(customerId && { customerId }) },
    (who) => maySee(store, "ratings", who, rating),
  );
  return { body: rating, headers: { location: `/v1/ratings/${rating.id}` } };
}

/** Stores a changed request and answers with it. */
function keep(request: FakeRequest, changed: ServiceRequest): Reply {
  const row = { ...changed, updatedAt: request.store.now() };
  request.store.tables.serviceRequests.set(row.id, row);
  tellOf(request, row, "updated");
  return answer(request, row);
}

const answer = ({ store, caller }: FakeRequest, row: ServiceRequest): Reply => ({
  body: views.serviceRequests(row, caller, store.now()),
});

/** Adds a line to the log of a request. */
function addTo(
  { store, caller }: FakeRequest,
  { id }: ServiceRequest,
  line: Partial<Entry> & Pick<Entry, "type">,
): Entry {
  const author = { id: caller.id, name: caller.displayName ?? caller.id, role: caller.principal };
  const entry: Entry = {
    ...{
      id: newId(),
      serviceRequestId: id,
      visibility: "public",
      author,
      attachments: [],
      createdAt: store.now(),
    },
    ...line,
  };
  store.tables.entries.set(entry.id, entry);
  const customerId = store.tables.serviceRequests.get(id)?.customer?.id;
  store.tell(
    "entry.created",
    id,
    { resource: "entries", id: entry.id, ...(customerId && { customerId }) },
    (who) => maySee(store, "entries", who, entry),
  );
  return entry;
}

function tellOf({ store }: FakeRequest, { id, customer }: ServiceRequest, what: "created" | "updated"): void {
  const data = { resource: "serviceRequests", id, ...(customer && { customerId: customer.id }) };
  store.tell(`serviceRequest.${what}`, id, data, (who) => {
    const row = store.tables.serviceRequests.get(id);
    return row !== undefined && maySee(store, "serviceRequests", who, row);
  });
}
