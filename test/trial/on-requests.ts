import type { OperationId, RequestState, ServiceRequest, ServiceRequestList } from "@portico/contract";
import type { NewEntry, NewServiceRequest, Store } from "@portico/server";
import { serving } from "./in-hand.ts";
import { type Call, type Layer, onAnswer } from "./wrap.ts";
import { onStore } from "./wrap-store.ts";

const showing = [
  "createServiceRequest",
  "getServiceRequest",
  "listServiceRequests",
  "updateServiceRequest",
  "transitionServiceRequest",
  "urgeServiceRequest",
  "assignServiceRequest",
] as const;

/** Alters every service request that is shown, alone or in its list. */
export const onRequests = (alter: (request: ServiceRequest, call: Call) => ServiceRequest): Layer =>
  onAnswer({ operation: showing }, (answer, call) => {
    const body = answer.body as ServiceRequest | ServiceRequestList;
    if (!("data" in body)) return { body: alter(body, call) };
    return { body: { ...body, data: body.data.map((request) => alter(request, call)) } };
  });

type StoreLayer = (store: Store) => Store;

/** Alters every new service request before it is stored. */
export const making = (alter: (request: NewServiceRequest) => NewServiceRequest): StoreLayer =>
  onStore({ requests: { insert: (insert) => (request) => insert(alter(request)) } });

/** Alters every change of a service request before it is stored. */
export const changing = (
  alter: (changes: Partial<NewServiceRequest>) => Partial<NewServiceRequest>,
): StoreLayer => onStore({ requests: { update: (update) => (id, changes) => update(id, alter(changes)) } });

/** Alters every line of a log before it is stored; null leaves it out. */
export const logging = (alter: (entry: NewEntry) => NewEntry | null): StoreLayer =>
  onStore({
    entries: {
      insert: (insert) => async (entry) => {
        const altered = alter(entry);
        if (altered) await insert(altered);
      },
    },
  });

/** Takes a request for one in another state while an operation changes it; goes with `inHand`. */
export const seenAs = (operation: OperationId, alter: (state: RequestState) => RequestState): StoreLayer =>
  onStore({
    requests: {
      find: (find) => async (id, scope, options) => {
        const found = await find(id, scope, options);
        return found && options?.lock && serving(operation) ? { ...found, state: alter(found.state) } : found;
      },
    },
  });
