import { randomUUID } from "node:crypto";
import type { ContactPoint, OperationId } from "@portico/contract";
import type { RowScope } from "@portico/server";
import type { Defect, Fetch } from "../defect.ts";
import { withIdsInSequence } from "../ids-in-sequence.ts";
import { as, elevated, system } from "../tokens.ts";
import { layers, onAnswer, onCall, problem, withHeaders, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const visibility: readonly Defect[] = [
  {
    name: "scope-lost-after-first-page",
    summary: "From the second page on a customer's list of requests goes on in everybody's.",
    breaks: ["CRM-VIS-001"],
    store: onStore({
      requests: {
        list: (original) => (query) =>
          original(query.after ? { ...query, scope: forAll(query.scope) } : query),
      },
    }),
  },
  {
    name: "contacts-of-everybody",
    summary: "A customer's list of contacts holds everybody's.",
    breaks: ["CRM-VIS-001"],
    store: onStore({
      contacts: { list: (original) => (query) => original({ ...query, scope: forAll(query.scope) }) },
    }),
  },
  {
    name: "scope-lost-when-sorted",
    summary: "Sorted by what is due, a customer's list of requests holds everybody's.",
    breaks: ["CRM-VIS-001"],
    store: onStore({
      requests: {
        list: (original) => (query) =>
          original(query.sort === "dueAt" ? { ...query, scope: forAll(query.scope) } : query),
      },
    }),
  },
  {
    name: "other-record-forbidden",
    summary: "Another customer's request answers 403, which tells that it exists.",
    breaks: ["CRM-VIS-002"],
    http: onHidden(["getServiceRequest", "listEntries"], (request) => problem("forbidden", request)),
  },
  {
    name: "other-record-with-reason",
    summary: "Another customer's record answers 404 with a sentence that a missing one does not have.",
    breaks: ["CRM-VIS-002"],
    http: onHidden(["getCustomer", "getContact"], (request) =>
      problem("not-found", request, { detail: "It is not one of yours." }),
    ),
  },
  {
    name: "other-interaction-shown",
    summary: "A public interaction is shown to any customer who has its id.",
    breaks: ["CRM-VIS-002"],
    store: onStore({
      interactions: {
        find: (original) => async (id, scope) => {
          const row = await original(id, forAll(scope));
          return row?.visibility === "public" || scope.audience === "staff" ? row : null;
        },
      },
    }),
  },
  {
    name: "filter-over-scope",
    summary: "A customer who filters requests by another customer's id gets that one's.",
    breaks: ["CRM-VIS-003"],
    store: onStore({
      requests: {
        list: (original) => (query) =>
          original({ ...query, scope: of(query.filter.customerId, query.scope) }),
      },
    }),
  },
  {
    name: "filter-of-interactions-over-scope",
    summary: "A customer who filters interactions by another customer's id gets that one's.",
    breaks: ["CRM-VIS-003"],
    store: onStore({
      interactions: {
        list: (original) => (query) =>
          original({ ...query, scope: of(query.filter.customerId, query.scope) }),
      },
    }),
  },
  {
    name: "total-of-everybody",
    summary: "`total` tells a customer how many requests there are of all customers.",
    breaks: ["CRM-VIS-004"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const page = await original(query);
          if (!query.total) return page;
          const { total = 0 } = await original({ ...query, scope: forAll(query.scope) });
          return { ...page, total };
        },
      },
    }),
  },
  {
    name: "search-counts-everybody",
    summary: "`total` of a search tells a customer whether others have what they look for.",
    breaks: ["CRM-VIS-004"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const page = await original(query);
          if (!query.total || query.filter.q === undefined) return page;
          const { total = 0 } = await original({ ...query, scope: forAll(query.scope) });
          return { ...page, total };
        },
      },
    }),
  },
  {
    name: "customer-shown-to-guest",
    summary: "A customer's record is shown to whoever has its id.",
    breaks: ["CRM-VIS-005"],
    http: elevating("getCustomer", "guest"),
  },
  {
    name: "entries-shown-to-guest",
    summary: "The log of a request is shown to whoever has its id.",
    breaks: ["CRM-VIS-005"],
    http: elevating("listEntries", "guest"),
  },
  {
    name: "internal-entry-in-reverse-order",
    summary: "Listed latest first, the log shows customers internal entries.",
    breaks: ["CRM-VIS-006"],
    store: onStore({
      entries: {
        list: (original) => (query) =>
          original(query.sort === "-createdAt" ? { ...query, scope: forAll(query.scope) } : query),
      },
    }),
  },
  {
    name: "internal-entry-on-later-pages",
    summary: "From the second page on the log shows customers internal entries.",
    breaks: ["CRM-VIS-006"],
    store: onStore({
      entries: {
        list: (original) => (query) =>
          original(query.after ? { ...query, scope: forAll(query.scope) } : query),
      },
    }),
  },
  {
    name: "internal-entry-counted",
    summary: "`total` of the log counts internal entries for customers.",
    breaks: ["CRM-VIS-004", "CRM-PAG-005"],
    store: onStore({
      entries: {
        list: (original) => async (query) => {
          const page = await original(query);
          if (!query.total) return page;
          const { total = 0 } = await original({ ...query, scope: forAll(query.scope) });
          return { ...page, total };
        },
      },
    }),
  },
  {
    name: "internal-interaction-by-channel",
    summary: "Filtered by channel, interactions of a customer hold the internal ones too.",
    breaks: ["CRM-VIS-007"],
    store: onStore({
      interactions: {
        list: (original) => (query) => {
          const { scope, filter } = query;
          const isLeaky = scope.audience === "customer" && filter.channel !== undefined;
          if (!isLeaky || scope.customerId === undefined) return original(query);
          return original({
            ...query,
            scope: forAll(scope),
            filter: { ...filter, customerId: scope.customerId },
          });
        },
      },
    }),
  },
  {
    name: "internal-interaction-by-id",
    summary: "An internal interaction is shown to its customer when asked for by id.",
    breaks: ["CRM-VIS-007"],
    store: onStore({
      interactions: {
        find: (original) => async (id, scope) => {
          const row = await original(id, forAll(scope));
          return scope.audience === "staff" || row?.customerId === scope.customerId ? row : null;
        },
      },
    }),
  },
  {
    name: "new-customer-unmasked",
    summary: "A new customer is answered with the contact points as they were sent.",
    breaks: ["CRM-VIS-008"],
    http: onAnswer({ operation: "createCustomer" }, async ({ body }, call) => {
      const { contactPoints: sent = [] } = (await call.json()) as { contactPoints?: { value: string }[] };
      const contactPoints = body.contactPoints?.map((point, i) => ({ ...point, ...sent[i], masked: false }));
      return { body: { ...body, contactPoints } };
    }),
  },
  {
    name: "addresses-unmasked",
    summary: "E-mail addresses of customers are shown to staff in full.",
    breaks: ["CRM-VIS-008"],
    http: (next) =>
      onAnswer({ operation: "getCustomer", caller: ["agent", "manager"] }, async ({ body }, { request }) => {
        const points = (body.contactPoints ?? []).map(async (point) =>
          point.type === "email" ? { ...point, ...(await reveal(next, request, body.id, point)) } : point,
        );
        return { body: { ...body, contactPoints: await Promise.all(points) } };
      })(next),
  },
  {
    name: "ids-in-sequence",
    summary: "Records are numbered one after another, and the number is the id.",
    breaks: ["CRM-VIS-009"],
    http: withIdsInSequence,
  },
  {
    name: "cursor-opens-its-makers-list",
    summary: "A cursor holds whose list it is, and opens it to whoever has it.",
    breaks: ["CRM-VIS-010"],
    http: (next) => {
      const makers = new Map<string, string>();
      return layers(
        onCall({}, ({ request, query }, inner) => {
          const maker = makers.get(query.get("cursor") ?? "");
          return inner(maker ? withHeaders(request, { Authorization: maker }) : request);
        }),
        onAnswer(
          { operation: ["listServiceRequests", "listContacts", "listInteractions"] },
          (answer, call) => {
            const { nextCursor } = answer.body.page;
            const maker = call.request.headers.get("Authorization");
            if (nextCursor !== null && maker !== null) makers.set(nextCursor, maker);
            return undefined;
          },
        ),
      )(next);
    },
  },
  {
    name: "anyone-urges",
    summary: "A request is urged by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("urgeServiceRequest", "customer"),
  },
  {
    name: "anyone-replies",
    summary: "A request is answered by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("createEntry", "customer"),
  },
  {
    name: "anyone-withdraws",
    summary: "A request is withdrawn by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("transitionServiceRequest", "customer"),
  },
  {
    name: "request-in-anothers-name",
    summary: "A customer may name another customer as the one who asks.",
    breaks: ["CRM-VIS-012"],
    http: onCall({ operation: "createServiceRequest", caller: "customer" }, async (call, next) => {
      const body = (await call.json()) as { customerId?: string } | undefined;
      const isOther = body?.customerId !== undefined && body.customerId !== call.caller.customerId;
      return next(isOther ? elevated(call.request) : call.request);
    }),
  },
  {
    name: "file-content-to-anyone",
    summary: "The content of a file, unlike its record, is given to whoever has its id.",
    breaks: ["CRM-VIS-013"],
    http: ofSender("getAttachmentContent"),
  },
  {
    name: "file-record-to-anyone",
    summary: "The record of a file is shown to whoever has its id.",
    breaks: ["CRM-VIS-013"],
    http: ofSender("getAttachment"),
  },
  {
    name: "file-of-internal-entry",
    summary: "A file is shown to whom its request is shown, also when an internal entry holds it.",
    breaks: ["CRM-VIS-014"],
    store: onStore({
      attachments: {
        find: (original) => async (id, options) => {
          const file = await original(id, options);
          return file && { ...file, entryId: null };
        },
      },
    }),
  },
  {
    name: "misconduct-in-the-queue",
    summary: "Agents who filter requests by the kind get reports of misconduct.",
    breaks: ["CRM-VIS-015"],
    store: onStore({
      requests: {
        list: (original) => (query) =>
          original(query.filter.kind ? { ...query, scope: { ...query.scope, misconduct: "all" } } : query),
      },
    }),
  },
  {
    name: "misconduct-by-id",
    summary: "A report of misconduct is shown to an agent who has its id.",
    breaks: ["CRM-VIS-015"],
    store: onStore({
      requests: {
        find: (original) => (id, scope, options) => original(id, { ...scope, misconduct: "all" }, options),
      },
    }),
  },
  {
    name: "requester-unmasked",
    summary: "Staff read what a requester left to be called back by in full.",
    breaks: ["CRM-VIS-016"],
    http: (next) => {
      const requesters = new Map<string, unknown>();
      return layers(
        onAnswer({ operation: "createServiceRequest" }, async ({ body }, call) => {
          requesters.set(body.id, ((await call.json()) as { requester?: unknown }).requester);
          return undefined;
        }),
        onAnswer({ operation: "getServiceRequest", caller: ["agent", "manager"] }, ({ body }) => {
          const requester = requesters.get(body.id);
          return requester ? { body: { ...body, requester } } : undefined;
        }),
      )(next);
    },
  },
  {
    name: "requester-echoed",
    summary: "A new request is answered with its requester as sent.",
    breaks: ["CRM-VIS-016"],
    http: onAnswer({ operation: "createServiceRequest" }, async ({ body }, call) => {
      const { requester } = (await call.json()) as { requester?: unknown };
      return requester && body.requester ? { body: { ...body, requester } } : undefined;
    }),
  },
  {
    name: "guest-reads-what-guests-sent",
    summary: "A request that nobody signed is shown to whoever has its id.",
    breaks: ["CRM-VIS-017"],
    http: onCall({ operation: "getServiceRequest", caller: "guest" }, async ({ request }, next) => {
      const response = await next(elevated(request));
      const { customer } = (await response.clone().json()) as { customer?: object | null };
      return response.ok && customer ? problem("unauthenticated", request) : response;
    }),
  },
  {
    name: "feed-tells-of-internal-entries",
    summary: "The feed tells customers of internal entries on their requests.",
    breaks: ["CRM-VIS-018"],
    http: ownFeedElevated("listChanges"),
  },
  {
    name: "feed-of-any-subject",
    summary: "The feed of one subject is told to whoever has its id.",
    breaks: ["CRM-VIS-018"],
    http: subjectElevated("listChanges"),
  },
  {
    name: "stream-tells-of-internal-entries",
    summary: "The stream tells customers of internal entries on their requests.",
    breaks: ["CRM-VIS-019"],
    http: ownFeedElevated("streamChanges"),
  },
  {
    name: "stream-of-any-customer",
    summary: "The stream tells a customer of the changes of everybody.",
    breaks: ["CRM-VIS-019"],
    http: elevating("streamChanges", "customer"),
  },
  {
    name: "guests-feed-of-everybody",
    summary: "A guest's feed tells of the changes of customers.",
    breaks: ["CRM-VIS-020"],
    http: elevating("listChanges", "guest"),
  },
  {
    name: "guests-stream-of-everybody",
    summary: "A guest's stream tells of the changes of customers.",
    breaks: ["CRM-VIS-020"],
    http: elevating("streamChanges", "guest"),
  },
];

/** What staff see, but no report of misconduct. */
const forAll = (scope: RowScope): RowScope =>
  scope.audience === "customer" ? { audience: "staff", misconduct: "none" } : scope;

/** The scope of whichever customer is asked for. */
const of = (customerId: string | undefined, scope: RowScope): RowScope =>
  customerId === undefined || scope.audience !== "customer" ? scope : { ...scope, customerId };

/** Carries an operation out for these callers as if the provider's own systems had asked. */
function elevating(operation: OperationId, caller: "guest" | "customer"): NonNullable<Defect["http"]> {
  return onCall({ operation, caller }, ({ request }, next) => next(elevated(request)));
}

/** Answers otherwise where a customer asks for what is there but is not theirs. */
function onHidden(
  operation: readonly OperationId[],
  answer: (request: Request) => Response,
): NonNullable<Defect["http"]> {
  return onCall({ operation, caller: "customer" }, async ({ request }, next) => {
    const response = await next(request);
    if (response.status !== 404) return response;
    return (await next(elevated(request))).ok ? answer(request) : response;
  });
}

/** Asks for a file as whoever sent it in, or as the provider's own systems. */
function ofSender(operation: "getAttachment" | "getAttachmentContent"): NonNullable<Defect["http"]> {
  return (next) => {
    const senders = new Map<string, string>();
    return layers(
      onAnswer({ operation: "uploadAttachment" }, ({ body }, { request }) => {
        senders.set(body.id, request.headers.get("Authorization") ?? "");
        return undefined;
      }),
      onCall({ operation, caller: "customer" }, async ({ request, path }, inner) => {
        const response = await inner(elevated(request));
        const sender = senders.get(path.id ?? "");
        return response.ok || !sender ? response : inner(withHeaders(request, { Authorization: sender }));
      }),
    )(next);
  };
}

/** Tells a customer everything about their own records. */
function ownFeedElevated(operation: "listChanges" | "streamChanges"): NonNullable<Defect["http"]> {
  return onCall({ operation, caller: "customer" }, async ({ request, caller }, next) =>
    next(elevated(await withQuery(request, (query) => query.set("customerId", caller.customerId ?? "")))),
  );
}

function subjectElevated(operation: "listChanges" | "streamChanges"): NonNullable<Defect["http"]> {
  return onCall({ operation, caller: "customer" }, ({ request, query }, next) =>
    next(query.has("subject") ? elevated(request) : request),
  );
}

async function reveal(
  next: Fetch,
  { url }: Request,
  customerId: string,
  { id }: ContactPoint,
): Promise<Partial<ContactPoint>> {
  const address = new URL(`/v1/customers/${customerId}/contact-points/${id}/reveal`, url);
  const asking = new Request(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": randomUUID() },
    body: JSON.stringify({ reason: "shown" }),
  });
  const response = await next(as({ ...system, scope: "pii.reveal" }, asking));
  const { value } = (await response.json()) as { value: string };
  return { value, masked: false };
}
