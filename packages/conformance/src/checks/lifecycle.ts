import { type RequestState, requestStateValues, type ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import {
  expectEqual,
  expectMatch,
  expectPointer,
  expectProblem,
  expectSuccess,
  expectThat,
} from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { NotSupported } from "../violation.js";
import { tourLifecycle } from "./support/lifecycle-tour.js";
import {
  bring,
  expectUnchanged,
  readLog,
  readRequest,
  requestOfA,
  resolvedRequest,
  snapshot,
} from "./support/requests.js";
import { instantOf, listOf } from "./support/values.js";

const operations = ["createServiceRequest", "transitionServiceRequest", "listEntries"] as const;

export const lifecycle: readonly Check[] = [
  {
    id: "lifecycle/staff-makes-declared-moves",
    title: "Staff makes every move that a request declares, in every state it can be brought to.",
    requirements: ["CRM-SR-005"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => tourLifecycle(kit, { caller: kit.as("agent"), tryMoves: true }),
  },
  {
    id: "lifecycle/customer-makes-declared-moves",
    title: "A customer makes every move that their own request declares to them, in every state.",
    requirements: ["CRM-SR-005"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => tourLifecycle(kit, { caller: kit.as("customerA"), tryMoves: true }),
  },
  {
    id: "lifecycle/staff-is-refused-other-moves",
    title: "A move that a request does not declare to staff is refused in every state and changes nothing.",
    requirements: ["CRM-SR-006"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => tourLifecycle(kit, refusingOtherMoves(kit, kit.as("agent"))),
  },
  {
    id: "lifecycle/customer-is-refused-other-moves",
    title:
      "A move that a request does not declare to its customer is refused in every state and changes nothing.",
    requirements: ["CRM-SR-006"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) => tourLifecycle(kit, refusingOtherMoves(kit, kit.as("customerA"))),
  },
  {
    id: "lifecycle/ends",
    title: "In no state does a request offer that state again, and one refused or withdrawn offers no move.",
    requirements: ["CRM-SR-002"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    run: (kit) =>
      tourLifecycle(kit, { caller: kit.as("agent"), arrive: async (request) => expectEnds(request) }),
  },
  {
    id: "lifecycle/words-required",
    title: "Refusing, withdrawing and resolving without their words is refused with a pointer.",
    requirements: ["CRM-SR-007"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await requestOfA(kit);
      for (const name of ["agent", "customerA"] as const) {
        const { allowedTransitions } = await readRequest(kit.as(name), request.id);
        for (const to of listOf(allowedTransitions)) {
          const member = wordsOf(to);
          if (member !== undefined) await expectWordsRequired(kit, kit.as(name), request.id, to, member);
        }
      }
      expectEqual(
        "CRM-SR-007",
        (await readRequest(kit.as("agent"), request.id)).state,
        request.state,
        "the state after moves that were refused",
      );
    },
  },
  {
    id: "lifecycle/reopening-takes-a-reason",
    title: "Reopening without a reason is refused with a pointer.",
    requirements: ["CRM-SR-007"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await reopenable(kit);
      for (const name of ["agent", "customerA"] as const) {
        const { allowedTransitions } = await readRequest(kit.as(name), id);
        if (listOf(allowedTransitions).includes("inProgress"))
          await expectWordsRequired(kit, kit.as(name), id, "inProgress", "reason");
      }
    },
  },
  {
    id: "lifecycle/moves-are-logged",
    title: "Each move adds a change of state to the log, with the states before and after.",
    requirements: ["CRM-SR-008"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await requestOfA(kit);
      const moves: { from: RequestState; to: RequestState }[] = [];
      let now = await readRequest(kit.as("agent"), request.id);
      for (const to of ["inProgress", "pending", "held", "resolved", "closed", "inProgress"] as const) {
        if (!listOf(now.allowedTransitions).includes(to)) continue;
        moves.push({ from: now.state, to });
        now = await kit.make.move(now, to);
      }
      const logged = (await readLog(kit.as("agent"), request.id))
        .filter(({ type, from }) => type === "stateChange" && typeof from === "string")
        .map(({ from, to }) => ({ from, to }));
      expectEqual("CRM-SR-008", logged, moves, "the changes of state in the log");
    },
  },
  {
    id: "lifecycle/reopening-is-counted",
    title: "A request that is reopened is in progress again, and each time counts.",
    requirements: ["CRM-SR-009"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await reopenable(kit);
      expectMatch("CRM-SR-009", request, { marks: { reopenedCount: 0 } }, "the request before");
      for (const reopenedCount of [1, 2]) {
        const reopened = await kit.make.move(request, "inProgress");
        expectMatch("CRM-SR-009", reopened, { state: "inProgress", marks: { reopenedCount } }, "the request");
        const read = await readRequest(kit.as("customerA"), request.id);
        expectMatch("CRM-SR-009", read, { marks: { reopenedCount } }, "the request as its customer reads it");
        if (reopenedCount === 1) await bring(kit, request, "resolved");
      }
    },
  },
  {
    id: "lifecycle/resolution-is-shown",
    title: "A resolved request shows what was done and when it was resolved, to its customer too.",
    requirements: ["CRM-SR-021"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const resolved = await resolvedRequest(kit);
      await expectResolution(kit, resolved);
      if (!listOf(resolved.allowedTransitions).includes("closed")) return;
      await expectResolution(kit, await kit.make.move(resolved, "closed"));
    },
  },
  {
    id: "lifecycle/owner-stays",
    title: "Who took the first contact stays the owner through assignment, moves and reopening.",
    requirements: ["CRM-SR-004"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await requestOfA(kit);
      const owner = request.owner?.id;
      expectThat("CRM-SR-004", typeof owner === "string", "a new request has no owner");
      const expectOwner = ({ owner: now }: ServiceRequest, when: string) =>
        expectEqual("CRM-SR-004", now?.id, owner, `the owner ${when}`);
      const [agent, path] = [kit.as("agent"), { id: request.id }];
      const { id: handlerId } = agent.me;
      const { allowedActions } = await readRequest(agent, request.id);
      if (handlerId !== undefined && listOf(allowedActions).includes("assign")) {
        await agent.call("assignServiceRequest", { path, body: { handlerId } });
        expectOwner(await readRequest(agent, request.id), "after an assignment");
      }
      expectOwner(await bring(kit, request, "resolved"), "after it was resolved");
      const { allowedTransitions } = await readRequest(agent, request.id);
      const other = kit.session.tokens.manager === undefined ? agent : kit.as("manager");
      if (listOf(allowedTransitions).includes("inProgress"))
        expectOwner(await kit.make.moveAs(other, request, "inProgress"), `after ${other.name} reopened it`);
      expectOwner(await readRequest(kit.as("customerA"), request.id), "as its customer reads it");
    },
  },
];

/** A tour on which the caller tries, in every state, what the record does not offer. */
const refusingOtherMoves = (kit: Kit, caller: Caller) => ({
  caller,
  async arrive({ id, state, allowedTransitions }: ServiceRequest) {
    const before = await snapshot(kit, id);
    for (const to of requestStateValues.filter((each) => !listOf(allowedTransitions).includes(each))) {
      const body = kit.make.moveTo(to);
      const answer = await caller.call("transitionServiceRequest", { path: { id }, body });
      expectProblem(answer, "CRM-SR-006", "transition-not-allowed");
    }
    await expectUnchanged(kit, before, "CRM-SR-006", `refused moves from ${state}`);
  },
});

function expectEnds({ state, allowedTransitions }: ServiceRequest): void {
  const moves = listOf(allowedTransitions);
  expectThat("CRM-SR-002", !moves.includes(state), `a request that is ${state} offers a move to ${state}`);
  if (state === "rejected" || state === "cancelled")
    expectEqual("CRM-SR-002", moves, [], `allowedTransitions of a request that is ${state}`);
}

/** The member of the input that a move from an open state takes, if it takes one. */
const wordsOf = (to: RequestState): "reason" | "resolution" | undefined =>
  to === "resolved" ? "resolution" : to === "rejected" || to === "cancelled" ? "reason" : undefined;

async function expectWordsRequired(
  kit: Kit,
  caller: Caller,
  id: string,
  to: RequestState,
  member: "reason" | "resolution",
): Promise<void> {
  const { [member]: _, ...without } = kit.make.moveTo(to);
  for (const body of [without, { ...without, [member]: " \n\t" }]) {
    const answer = await caller.call("transitionServiceRequest", { path: { id }, body });
    const problem = expectProblem(answer, "CRM-SR-007", "validation-failed");
    expectPointer(answer, problem, "CRM-SR-007", `/${member}`);
  }
}

async function expectResolution(kit: Kit, { id, state }: ServiceRequest): Promise<void> {
  const expected = kit.make.moveTo("resolved").resolution;
  for (const name of ["agent", "customerA"] as const) {
    const answer = await kit.as(name).call("getServiceRequest", { path: { id } });
    const { resolution, resolvedAt, createdAt } = expectSuccess(answer);
    const what = `the resolution of a ${state} request that ${name} reads`;
    expectEqual("CRM-SR-021", resolution, expected, what, answer);
    expectThat(
      "CRM-SR-021",
      instantOf(resolvedAt) >= instantOf(createdAt),
      `resolvedAt is ${resolvedAt}; expected an instant after ${createdAt}, when it was made`,
      answer,
    );
  }
}

/** A resolved request that staff may reopen. */
async function reopenable(kit: Kit): Promise<ServiceRequest> {
  const request = await resolvedRequest(kit);
  if (!listOf(request.allowedTransitions).includes("inProgress"))
    throw new NotSupported("staff is not offered to reopen a resolved request");
  return request;
}
