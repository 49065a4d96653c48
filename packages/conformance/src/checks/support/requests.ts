import type { Entry, RequestState, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { expectEqual, expectSuccess, expectThat } from "../../expect.js";
import type { Caller, CallerName } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { walk } from "../../lists.js";
import { NotSupported } from "../../violation.js";
import { changedMembers, listOf } from "./values.js";

/** A request of customer A's own. */
export const requestOfA = (kit: Kit, input: Partial<ServiceRequestInput> = {}): Promise<ServiceRequest> =>
  kit.make.request(kit.as("customerA"), input);

/** A request of the customer's own that staff has resolved. */
export async function resolvedRequest(kit: Kit, name: CallerName = "customerA"): Promise<ServiceRequest> {
  return bring(kit, await kit.make.request(kit.as(name)), "resolved");
}

/** The request as the caller sees it now. */
export async function readRequest(caller: Caller, id: string): Promise<ServiceRequest> {
  return expectSuccess(await caller.call("getServiceRequest", { path: { id } }));
}

/** The whole log as the caller sees it. */
export async function readLog(caller: Caller, id: string): Promise<Entry[]> {
  return (await walk(caller, "listEntries", { path: { id }, query: { limit: 100 } })).rows;
}

const onTheWay: readonly RequestState[] = ["inProgress", "resolved", "held", "pending"];

/** Moves a request to a state as staff, along moves that the record declares; a backend need not have every state. */
export async function bring(
  kit: Kit,
  { id }: Pick<ServiceRequest, "id">,
  goal: RequestState,
): Promise<ServiceRequest> {
  let request = await readRequest(kit.as("agent"), id);
  const passed = new Set([request.state]);
  while (request.state !== goal) {
    const moves = listOf(request.allowedTransitions);
    const next = moves.includes(goal)
      ? goal
      : onTheWay.find((state) => moves.includes(state) && !passed.has(state));
    if (next === undefined) throw new NotSupported(`no moves that staff is offered lead to \`${goal}\``);
    passed.add(next);
    request = await kit.make.move(request, next);
    expectEqual("CRM-SR-005", request.state, next, `the state after a move to ${next}`);
  }
  return request;
}

export interface Snapshot {
  readonly request: ServiceRequest;
  readonly log: readonly Entry[];
}

/** What staff sees of a request and of its log. */
export async function snapshot(kit: Kit, id: string): Promise<Snapshot> {
  const agent = kit.as("agent");
  return { request: await readRequest(agent, id), log: await readLog(agent, id) };
}

/** Demands that a request and its log are as they were. */
export async function expectUnchanged(
  kit: Kit,
  before: Snapshot,
  requirement: RequirementId,
  what: string,
): Promise<void> {
  const after = await snapshot(kit, before.request.id);
  const changed = changedMembers(before.request, after.request);
  expectThat(requirement, changed.length === 0, `${what} changed ${changed.join(", ")} of the request`);
  const added = after.log.length - before.log.length;
  expectThat(requirement, added === 0, `${what} left ${added} more entries in the log`);
}
