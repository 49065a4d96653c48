import { randomUUID } from "node:crypto";
import type { ContactPoint } from "@portico/contract";
import type { Defect, Fetch } from "../defect.ts";
import { forAll } from "../overreach.ts";
import { as, system } from "../tokens.ts";
import { layers, onAnswer } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const visibilityOfInternals: readonly Defect[] = [
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
    name: "misconduct-counted",
    summary: "`total` of an agent's list counts reports of misconduct, which the list does not hold.",
    breaks: ["CRM-VIS-015"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const page = await original(query);
          if (!query.total || query.scope.misconduct !== "none") return page;
          const { total = 0 } = await original({ ...query, scope: { ...query.scope, misconduct: "all" } });
          return { ...page, total };
        },
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
];

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
