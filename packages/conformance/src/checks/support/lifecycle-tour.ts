import type { RequestState, ServiceRequest } from "@portico/contract";
import { expectEqual, expectSuccess } from "../../expect.js";
import type { Caller } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { readRequest, requestOfA } from "./requests.js";
import { listOf } from "./values.js";

export interface Tour {
  /** Whose view of each state counts. Staff makes the moves that lead from state to state. */
  readonly caller: Caller;
  /** Called in every state that is reached, once, with the caller's view. */
  readonly arrive?: (request: ServiceRequest) => Promise<void>;
  /** Whether the caller makes every move that it is offered anywhere. */
  readonly tryMoves?: boolean;
}

/** Most moves of one tour: eight states have no more than this many between them. */
const mostMoves = 64;

/** Goes through every state that the requests of customer A can be brought to, as the records themselves declare it. */
export async function tourLifecycle(kit: Kit, { caller, arrive, tryMoves = false }: Tour): Promise<void> {
  const staff = kit.as("agent");
  const roads = new Map<RequestState, readonly RequestState[]>();
  const untried = new Map<RequestState, Set<RequestState>>();
  const isGoal = (state: RequestState) => !roads.has(state) || (untried.get(state)?.size ?? 0) > 0;

  let request = await requestOfA(kit);
  const start = request.state;
  for (let moves = 0; moves < mostMoves; moves++) {
    const { id, state } = request;
    if (!roads.has(state)) {
      roads.set(state, listOf((await readRequest(staff, id)).allowedTransitions));
      const view = await readRequest(caller, id);
      untried.set(state, new Set(tryMoves ? listOf(view.allowedTransitions) : []));
      await arrive?.(view);
    }
    const [trial] = untried.get(state) ?? [];
    if (trial !== undefined) {
      untried.get(state)?.delete(trial);
      request = await move(kit, caller, request, trial);
      continue;
    }
    const [step] = route(roads, state, isGoal) ?? [];
    if (step !== undefined) request = await move(kit, staff, request, step);
    else if (isGoal(start) || route(roads, start, isGoal)) request = await requestOfA(kit);
    else return;
  }
}

/** Makes a move that the record offers the caller. */
async function move(
  kit: Kit,
  caller: Caller,
  { id, state }: ServiceRequest,
  to: RequestState,
): Promise<ServiceRequest> {
  const body = kit.make.moveTo(to);
  const answer = await caller.call("transitionServiceRequest", { path: { id }, body });
  const moved = expectSuccess(answer, "CRM-SR-005");
  expectEqual("CRM-SR-005", moved.state, to, `the state after the declared move from ${state}`, answer);
  return moved;
}

/** The shortest way to a state worth going to; undefined when there is none. */
function route(
  roads: ReadonlyMap<RequestState, readonly RequestState[]>,
  from: RequestState,
  isGoal: (state: RequestState) => boolean,
): RequestState[] | undefined {
  const met = new Set([from]);
  let ways = [[from]];
  while (ways.length > 0) {
    const longer: RequestState[][] = [];
    for (const way of ways)
      for (const next of listOf(roads.get(way.at(-1) ?? from))) {
        if (met.has(next)) continue;
        if (isGoal(next)) return [...way.slice(1), next];
        met.add(next);
        longer.push([...way, next]);
      }
    ways = longer;
  }
  return undefined;
}
