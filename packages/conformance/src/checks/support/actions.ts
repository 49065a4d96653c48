import { type OperationId, operations, type RequestAction, type ServiceRequest } from "@portico/contract";
import { expectSuccess } from "../../expect.js";
import type { Answer, Caller } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { bring, readRequest, requestOfA } from "./requests.js";
import { listOf } from "./values.js";

/** How something is done to a request; undefined when the caller has nothing to do it with. */
interface Doing {
  readonly operation: OperationId;
  take(kit: Kit, caller: Caller, request: ServiceRequest): Promise<Answer> | undefined;
}

const move =
  (to: "cancelled" | "inProgress"): Doing["take"] =>
  (kit, caller, { id }) =>
    caller.call("transitionServiceRequest", { path: { id }, body: kit.make.moveTo(to) });

const write =
  (type: "reply" | "comment"): Doing["take"] =>
  (kit, caller, { id }) =>
    caller.call("createEntry", { path: { id }, body: { type, text: `${kit.tag} 样品 Sample` } });

/** Those that end a request come last. */
const doings: Readonly<Record<string, Doing>> = {
  reply: { operation: "createEntry", take: write("reply") },
  comment: { operation: "createEntry", take: write("comment") },
  urge: {
    operation: "urgeServiceRequest",
    take: (kit, caller, { id }) =>
      caller.call("urgeServiceRequest", { path: { id }, body: { reason: `${kit.tag} 请尽快 Soon, please` } }),
  },
  rate: {
    operation: "createRating",
    take: (_, caller, { id }) =>
      caller.call("createRating", { body: { metric: "csat", score: 4, serviceRequestId: id } }),
  },
  assign: {
    operation: "assignServiceRequest",
    take(_, caller, { id }) {
      const { id: handlerId } = caller.me;
      if (handlerId === undefined) return undefined;
      return caller.call("assignServiceRequest", { path: { id }, body: { handlerId } });
    },
  },
  update: {
    operation: "updateServiceRequest",
    async take(kit, caller, { id }) {
      const current = await caller.call("getServiceRequest", { path: { id } });
      expectSuccess(current);
      const ifMatch = current.headers.get("ETag") ?? "";
      return caller.call("updateServiceRequest", {
        path: { id },
        body: { title: `${kit.tag} 新 New` },
        ifMatch,
      });
    },
  },
  withdraw: { operation: "transitionServiceRequest", take: move("cancelled") },
  reopen: { operation: "transitionServiceRequest", take: move("inProgress") },
  transition: {
    operation: "transitionServiceRequest",
    take(kit, caller, { id, allowedTransitions }) {
      const [to] = listOf(allowedTransitions);
      if (to === undefined) return undefined;
      return caller.call("transitionServiceRequest", { path: { id }, body: kit.make.moveTo(to) });
    },
  },
};

/** Actions that the contract gives this caller an operation for, and the backend supports. */
export const actionsOf = (kit: Kit, caller: Caller): RequestAction[] =>
  Object.entries(doings)
    .filter(([, { operation }]) => kit.supports(operation) && isFor(operation, caller))
    .map(([action]) => action);

/** Does it to a request as the caller sees it; undefined when the caller has nothing to do it with. */
export const act = async (
  kit: Kit,
  caller: Caller,
  request: ServiceRequest,
  action: RequestAction,
): Promise<Answer | undefined> => doings[action]?.take(kit, caller, request);

/** A request of customer A, as the caller sees it, in a state in which it offers the caller this action. */
export async function requestOffering(
  kit: Kit,
  caller: Caller,
  action: RequestAction,
): Promise<ServiceRequest> {
  const { id } = await requestOfA(kit);
  const offers = ({ allowedActions }: ServiceRequest) => listOf(allowedActions).includes(action);
  let request = await readRequest(caller, id);
  if (!offers(request) && request.state !== "inProgress") {
    await bring(kit, request, "inProgress");
    request = await readRequest(caller, id);
  }
  if (!offers(request)) kit.notTestable(`no open request offers ${caller.name} the action \`${action}\``);
  return request;
}

/** Whether it is a move to another state. */
export const isMove = (action: RequestAction): boolean =>
  doings[action]?.operation === "transitionServiceRequest";

function isFor(operation: OperationId, { me }: Caller): boolean {
  const principals: readonly string[] = operations[operation].principals;
  return principals.includes(me.principal);
}
