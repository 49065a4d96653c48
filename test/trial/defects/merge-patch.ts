import type { ContactPatch, CustomerPatch } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { bodyInHand, inHand, serving } from "../in-hand.ts";
import { onCall, withJson } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

const patches = ["updateCustomer", "updateContact", "updateServiceRequest"] as const;

export const mergePatch: readonly Defect[] = [
  {
    name: "patch-takes-null-for-unsaid",
    summary: "A member set to null by a patch keeps its value.",
    breaks: ["CRM-CON-007"],
    http: onCall({ operation: patches }, async (call, next) => {
      const body = await call.json();
      return next(isRecord(body) ? withJson(call.request, withoutNulls(body)) : call.request);
    }),
  },
  {
    name: "patch-replaces-custom-fields",
    summary: "A patch of one custom field of a customer takes the others away.",
    breaks: ["CRM-CON-007"],
    http: inHand,
    store: onStore({
      customers: {
        update: (update) => (id, changes) => {
          const { customFields } = bodyInHand<CustomerPatch>();
          return update(id, { ...changes, ...(customFields ? { customFields } : {}) });
        },
      },
    }),
  },
  {
    name: "patch-empties-what-it-does-not-name",
    summary: "A patch of a contact takes away the job title unless it names it.",
    breaks: ["CRM-CON-007"],
    http: inHand,
    store: onStore({
      contacts: {
        update: (update) => (id, changes) => {
          const { title = null } = bodyInHand<ContactPatch>();
          return update(id, { ...changes, ...(serving("updateContact") ? { title } : {}) });
        },
      },
    }),
  },
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withoutNulls = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, isRecord(value) ? withoutNulls(value) : value]),
  );
