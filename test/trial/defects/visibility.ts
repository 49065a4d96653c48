import type { OperationId } from "@portico/contract";
import type { RowScope } from "@portico/server";
import type { Defect } from "../defect.ts";
import { withIdsInSequence } from "../ids-in-sequence.ts";
import { elevating, forAll } from "../overreach.ts";
import { elevated } from "../tokens.ts";
import { type Layer, layers, onAnswer, onCall, problem, withHeaders } from "../wrap.ts";
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
    name: "guest-reads-what-guests-sent",
    summary: "A request that nobody signed is shown to whoever has its id.",
    breaks: ["CRM-VIS-017"],
    http: onCall({ operation: "getServiceRequest", caller: "guest" }, async ({ request }, next) => {
      const response = await next(elevated(request));
      const { customer } = (await response.clone().json()) as { customer?: object | null };
      return response.ok && customer ? problem("unauthenticated", request) : response;
    }),
  },
];

/** The scope of whichever customer is asked for. */
const of = (customerId: string | undefined, scope: RowScope): RowScope =>
  customerId === undefined || scope.audience !== "customer" ? scope : { ...scope, customerId };

/** Answers otherwise where a customer asks for what is there but is not theirs. */
function onHidden(operation: readonly OperationId[], answer: (request: Request) => Response): Layer {
  return onCall({ operation, caller: "customer" }, async ({ request }, next) => {
    const response = await next(request);
    if (response.status !== 404) return response;
    return (await next(elevated(request))).ok ? answer(request) : response;
  });
}
