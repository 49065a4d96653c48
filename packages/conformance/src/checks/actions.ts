import type { RequestState, ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectProblem, expectSuccess } from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { act, actionsOf, isMove } from "./support/actions.js";
import { bring, readRequest, requestOfA } from "./support/requests.js";
import { listOf } from "./support/values.js";

/** States in which callers are offered different things. */
const states = ["acknowledged", "held", "resolved", "closed", "cancelled"] as const;

/** A check for each state, so that each stays small. */
export const actions: readonly Check[] = states.flatMap((state) => [
  {
    id: `actions/offered-when-${state}`,
    title: `What a request that is ${state} offers its caller to do can be done.`,
    requirements: ["CRM-SR-013"],
    operations: ["createServiceRequest", "getServiceRequest"],
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => forBoth(kit, state, doWhatIsOffered),
  },
  {
    id: `actions/others-when-${state}`,
    title: `What a request that is ${state} does not offer is refused as not allowed.`,
    requirements: ["CRM-SR-012"],
    operations: ["createServiceRequest", "getServiceRequest"],
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => forBoth(kit, state, beRefusedTheRest),
  },
]);

type Trial = (kit: Kit, caller: Caller, state: RequestState) => Promise<void>;

async function forBoth(kit: Kit, state: RequestState, trial: Trial): Promise<void> {
  for (const caller of [kit.as("agent"), kit.as("customerA")]) await trial(kit, caller, state);
}

async function doWhatIsOffered(kit: Kit, caller: Caller, state: RequestState): Promise<void> {
  let request = await requestIn(kit, caller, state);
  const offered = listOf(request.allowedActions);
  for (const action of actionsOf(kit, caller).filter((each) => offered.includes(each))) {
    // What was done before may have ended what this needs.
    const isStill = request.state === state && listOf(request.allowedActions).includes(action);
    if (!isStill) request = await requestIn(kit, caller, state);
    const answer = await act(kit, caller, request, action);
    if (answer) expectSuccess(answer, "CRM-SR-013");
    request = await readRequest(caller, request.id);
  }
}

/** Moves are left out: whether they are taken is for `allowedTransitions` to say. */
async function beRefusedTheRest(kit: Kit, caller: Caller, state: RequestState): Promise<void> {
  const request = await requestIn(kit, caller, state);
  const others = actionsOf(kit, caller).filter((each) => !listOf(request.allowedActions).includes(each));
  for (const action of others.filter((each) => !isMove(each))) {
    const answer = await act(kit, caller, request, action);
    if (answer) expectProblem(answer, "CRM-SR-012", "action-not-allowed");
  }
}

async function requestIn(kit: Kit, caller: Caller, state: RequestState): Promise<ServiceRequest> {
  const { id } = await bring(kit, await requestOfA(kit), state);
  return readRequest(caller, id);
}
