import type { Entry } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";
import {
  awaitTold,
  changesUntil,
  cursorNow,
  idsOf,
  openReady,
  quietCustomer,
  toldBy,
} from "./support/feed.js";

const many = 20;

/** What holds when many call at once, and when a reader is slow or cut off. */
export const resilience: readonly Check[] = [
  {
    id: "resilience/parallel-creations-are-kept",
    title: "Requests made at once by many are all kept, each once.",
    requirements: ["CRM-SEQ-005"],
    operations: ["createServiceRequest", "listServiceRequests", "createCustomer"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const made = await makeAtOnce(kit, customerId, "CRM-SEQ-005");
      const { rows } = await walk(agent, "listServiceRequests", { query: { customerId, limit: 7 } });
      expectEqual(
        "CRM-SEQ-005",
        rows.map(({ id }) => id).sort(),
        made.sort(),
        `the list after ${many} creations at once`,
      );
    },
  },
  {
    id: "resilience/parallel-moves-make-a-possible-order",
    title: "Of moves made at once on one request the log tells a possible order.",
    requirements: ["CRM-SEQ-006"],
    operations: ["createServiceRequest", "transitionServiceRequest", "listEntries"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const request = await kit.make.request(agent);
      const path = { id: request.id };
      const moves = request.allowedTransitions.flatMap((to) => [to, to]);
      const answers = await Promise.all(
        moves.map((to) => agent.call("transitionServiceRequest", { path, body: kit.make.moveTo(to) })),
      );
      for (const answer of answers)
        if (answer.status !== 200)
          expectProblem(answer, "CRM-SEQ-006", "transition-not-allowed", "conflict", "unavailable");
      const taken = answers.filter(({ status }) => status === 200).length;
      const { rows } = await walk(agent, "listEntries", { path });
      const told = rows.filter(({ type }) => type === "stateChange");
      expectEqual("CRM-SEQ-006", told.length, taken, "the number of moves in the log");
      const { state } = expectSuccess(await agent.call("getServiceRequest", { path }));
      expectEqual(
        "CRM-SEQ-006",
        endOf(request.state, told),
        state,
        "the state that the moves of the log lead to",
      );
    },
  },
  {
    id: "resilience/parallel-changes-are-told-once",
    title: "Changes made at once by many are each told once.",
    requirements: ["CRM-CH-019"],
    operations: ["createServiceRequest", "createCustomer", "listChanges"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const after = await cursorNow(agent);
      const made = await makeAtOnce(kit, customerId);
      const changes = await changesUntil(agent, after, { customerId }, (found) =>
        made.every((id) => found.some(({ data }) => data?.id === id)),
      );
      const told = changes
        .filter(({ type }) => type === "portico.serviceRequest.created")
        .map(({ data }) => data.id);
      expectEqual("CRM-CH-019", told.sort(), made.sort(), `what the feed tells of ${many} creations at once`);
      expectEqual(
        "CRM-CH-019",
        new Set(idsOf(changes)).size,
        changes.length,
        "the number of different ids of changes",
      );
    },
  },
  {
    id: "resilience/a-slow-reader-misses-nothing",
    title: "A reader that is slow, and one that was cut off, gets every change by its last id.",
    requirements: ["CRM-CH-020"],
    operations: ["streamChanges", "listChanges", "createServiceRequest", "createEntry", "createCustomer"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const after = await cursorNow(agent);
      const request = await kit.make.request(agent, { customerId });
      await using slow = await openReady(agent, {
        query: { customerId },
        lastEventId: after,
        requirement: "CRM-CH-020",
      });
      slow.pause(1000);
      const cut = await openReady(agent, {
        query: { customerId },
        lastEventId: after,
        requirement: "CRM-CH-020",
      });
      const entries: string[] = [];
      for (let i = 0; i < many; i += 1) {
        entries.push((await kit.make.entry(agent, request.id)).id);
        if (i === many / 2) await cut[Symbol.asyncDispose]();
      }
      await awaitTold(slow, [request.id, ...entries], "CRM-CH-020");
      const seen = idsOf(toldBy(cut));
      await using resumed = await openReady(agent, {
        query: { customerId },
        lastEventId: seen.at(-1) ?? after,
        requirement: "CRM-CH-020",
      });
      await awaitTold(resumed, entries.slice(-1), "CRM-CH-020");
      const whole = idsOf(toldBy(slow));
      const pieced = [...seen, ...idsOf(toldBy(resumed))].slice(0, whole.length);
      expectEqual(
        "CRM-CH-020",
        pieced,
        whole.slice(0, pieced.length),
        "what a reader that was cut off pieces together",
      );
      expectThat("CRM-CH-020", new Set(whole).size === whole.length, "a slow reader is told a change twice");
    },
  },
];

/** Makes many requests of a customer at once; their ids. */
async function makeAtOnce(kit: Kit, customerId: string, requirement?: RequirementId): Promise<string[]> {
  const agent = kit.as("agent");
  const body = await kit.make.requestInput(agent, { customerId });
  const answers = await Promise.all(
    Array.from({ length: many }, () => agent.call("createServiceRequest", { body })),
  );
  return answers.map((answer) => expectSuccess(answer, requirement).id);
}

/** The state that the moves of a log lead to, taken in any order that fits; undefined when none does. */
function endOf(start: string, moves: readonly Pick<Entry, "from" | "to">[]): string | undefined {
  let state: string | undefined = start;
  for (const { from, to } of moves) {
    if (from !== state) return undefined;
    state = to ?? undefined;
  }
  return state;
}
