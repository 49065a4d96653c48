import type { Customer, ServiceRequest } from "@portico/contract";
import type { NewChange, ServiceRequestRecord, Transaction } from "@portico/server";
import type { Defect } from "../defect.ts";
import { onChanges, telling } from "../on-changes.ts";
import { unhurried } from "../unhurried.ts";
import { layers, onAnswer, onCall } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

/** What is told of a write. */
export const toldDefects: readonly Defect[] = [
  {
    name: "removed-contact-untold",
    summary: "The feed does not tell that a contact was removed.",
    breaks: ["CRM-CH-002"],
    store: telling((change) => (change.type === "portico.contact.deleted" ? null : change)),
  },
  {
    name: "update-told-as-creation",
    summary: "A customer that was changed is told as a new one.",
    breaks: ["CRM-CH-002"],
    store: telling((change) =>
      change.type === "portico.customer.updated" ? { ...change, type: "portico.customer.created" } : change,
    ),
  },
  {
    name: "move-untold",
    summary: "A change of a request is told by its entry alone.",
    breaks: ["CRM-CH-002"],
    store: telling((change) => (change.type === "portico.serviceRequest.updated" ? null : change)),
  },
  {
    name: "resource-in-the-singular",
    summary: "Changes name the resource of interactions in the singular.",
    breaks: ["CRM-CH-002"],
    store: telling((change) =>
      change.resource === "interactions" ? { ...change, resource: "interaction" } : change,
    ),
  },
  {
    name: "entry-told-before-its-request",
    summary: "What one write did is told last things first.",
    breaks: ["CRM-CH-005"],
    store: (store) => ({
      ...store,
      transaction: (work) =>
        store.transaction(async (tx) => {
          const told: NewChange[] = [];
          const result = await work({ ...tx, announce: (change) => told.push(change) });
          for (const change of told.toReversed()) tx.announce(change);
          return result;
        }),
    }),
  },
  {
    name: "change-carries-title",
    summary: "The change of a request carries its title.",
    breaks: ["CRM-CH-009"],
    http: (next) => {
      const titles = new Map<string, string>();
      const learn = onAnswer({ operation: "createServiceRequest" }, ({ body }) => {
        titles.set(body.id, body.title);
        return undefined;
      });
      const tell = onChanges((change) => {
        const title = titles.get(change.data.id);
        return title === undefined ? change : { ...change, data: { ...change.data, title } };
      });
      return layers(learn, tell)(next);
    },
  },
  {
    name: "change-carries-display-name",
    summary: "The change of a customer carries their name.",
    breaks: ["CRM-CH-009"],
    http: (next) => {
      const names = new Map<string, string>();
      const learn = onAnswer({ operation: ["createCustomer", "updateCustomer"] }, ({ body }) => {
        const { id, displayName } = body as Customer;
        names.set(id, displayName);
        return undefined;
      });
      const tell = onChanges((change) => {
        const displayName = names.get(change.data.id);
        return displayName === undefined ? change : { ...change, data: { ...change.data, displayName } };
      });
      return layers(learn, tell)(next);
    },
  },
  {
    name: "entry-is-its-own-subject",
    summary: "An entry's change has the entry as its subject.",
    breaks: ["CRM-CH-010"],
    store: telling((change) =>
      change.resource === "entries" ? { ...change, subject: change.resourceId } : change,
    ),
  },
  {
    name: "repeat-told-again",
    summary: "A creation repeated with its key is told a second time.",
    breaks: ["CRM-CH-017"],
    store: onStore({
      idempotency: {
        find: (find, repositories) => async (scope, key) => {
          const kept = await find(scope, key);
          const { id, customer } = JSON.parse(kept?.body || "{}") as Partial<ServiceRequest>;
          // Among a transaction's repositories there is what announces.
          const { announce } = repositories as Transaction;
          if (id && customer) announce(requestChange({ id, customerId: customer.id }, "created"));
          return kept;
        },
      },
    }),
  },
  {
    name: "refused-write-told",
    summary: "A write on a request is told although it was refused.",
    breaks: ["CRM-CH-018"],
    store: (store) => ({
      ...store,
      transaction: async (work) => {
        const touched: ServiceRequestRecord[] = [];
        const watched = onStore({
          requests: {
            find: (find) => async (id, scope, options) => {
              const found = await find(id, scope, options);
              if (found && options?.lock) touched.push(found);
              return found;
            },
          },
        })(store);
        try {
          return await watched.transaction(work);
        } catch (error) {
          await store.transaction(async (tx) => {
            for (const request of touched) tx.announce(requestChange(request, "updated"));
          });
          throw error;
        }
      },
    }),
  },
  {
    name: "parallel-changes-untold",
    summary: "While three writes are under way, changes go untold.",
    breaks: ["CRM-CH-019"],
    ...whenBusy(() => () => undefined),
  },
  {
    name: "parallel-changes-told-twice",
    summary: "While three writes are under way, changes are told twice.",
    breaks: ["CRM-CH-019"],
    ...whenBusy((announce) => (change) => {
      announce(change);
      announce(change);
    }),
  },
];

function requestChange(
  { id, customerId }: Pick<ServiceRequestRecord, "id" | "customerId">,
  event: "created" | "updated",
): NewChange {
  const type = `portico.serviceRequest.${event}`;
  return { type, subject: id, resource: "serviceRequests", resourceId: id, customerId, audience: "customer" };
}

type Announce = Transaction["announce"];

/** Alters how changes are told while three POSTs are under way. */
function whenBusy(alter: (announce: Announce) => Announce): Required<Pick<Defect, "http" | "store">> {
  let underWay = 0;
  return {
    http: layers(
      onCall({}, async ({ request }, next) => {
        if (request.method !== "POST") return next(request);
        underWay += 1;
        return next(request).finally(() => {
          underWay -= 1;
        });
      }),
      unhurried,
    ),
    store: onStore({
      announce: (announce) => (change) => (underWay > 2 ? alter(announce) : announce)(change),
    }),
  };
}
