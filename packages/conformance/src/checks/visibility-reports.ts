import type { QueryOf } from "@portico/contract";
import type { Check } from "../check.js";
import { expectThat } from "../expect.js";
import { type Caller, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { rowsIn, walk } from "../lists.js";
import { declaresFilter, sortsOf } from "./support/document-lists.js";
import { expectHidden } from "./support/hidden.js";
import { writeCalls } from "./support/write-calls.js";

export const visibilityOfReports: readonly Check[] = [
  {
    id: "visibility/misconduct-not-read-by-agent",
    title: "To an agent a report of misconduct is as one that does not exist.",
    requirements: ["CRM-VIS-015"],
    operations: ["createServiceRequest", "getServiceRequest", "listEntries"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const agent = agentOf(kit);
      for (const name of await reporters(kit)) {
        const { id } = await report(kit, kit.as(name));
        for (const operation of ["getServiceRequest", "listEntries"] as const)
          await expectHidden(kit, "CRM-VIS-015", agent, operation, { path: { id } });
      }
    },
  },
  {
    id: "visibility/misconduct-not-listed-for-agent",
    title: "No order, filter, search or count of an agent's list tells of a report of misconduct.",
    requirements: ["CRM-VIS-015"],
    operations: ["createServiceRequest", "listServiceRequests"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const [agent, a] = [agentOf(kit), kit.as("customerA")];
      const word = kit.unknownId().slice(0, 8);
      const { id, number } = await report(kit, a, `${kit.tag} ${word}`);
      const all: readonly QueryOf<"listServiceRequests">[] = [
        { customerId: a.customerId },
        { kind: ["misconduct"] },
        { customerId: a.customerId, kind: ["misconduct"] },
        { q: word },
        { q: number },
      ];
      const isDeclared = (name: string) => declaresFilter(kit, "listServiceRequests", name);
      for (const query of all.filter((each) => Object.keys(each).every(isDeclared)))
        await expectNotAmong(agent, id, query);
      for (const sort of sortsOf(kit, "listServiceRequests"))
        await expectNotAmong(agent, id, { sort } as QueryOf<"listServiceRequests">, 2);
      if (kit.supports("getCustomerSummary")) {
        const answer = await agent.call("getCustomerSummary", { path: { id: a.customerId } });
        expectThat(
          "CRM-VIS-015",
          !answer.exchange.response?.text.includes(id),
          `${describeAnswer(answer)} shows an agent the report ${id}`,
          answer,
        );
      }
    },
  },
  {
    id: "visibility/misconduct-not-counted-for-agent",
    title: "`total` of an agent's list does not count a report of misconduct.",
    requirements: ["CRM-VIS-015"],
    operations: ["createServiceRequest", "listServiceRequests"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const [agent, a] = [agentOf(kit), kit.as("customerA")];
      if (!declaresFilter(kit, "listServiceRequests", "customerId"))
        kit.notSupported("requests cannot be filtered by customer");
      const query = { customerId: a.customerId, total: true, limit: 1 };
      const totalOf = async () => rowsIn(await agent.call("listServiceRequests", { query })).page.total;
      const before = await totalOf();
      await report(kit, a);
      const after = await totalOf();
      expectThat(
        "CRM-VIS-015",
        after === before,
        `total of customer A's requests went from ${before} to ${after} for an agent when misconduct was reported`,
      );
    },
  },
  {
    id: "visibility/misconduct-not-touched-by-agent",
    title:
      "An agent who moves, urges, assigns or answers a report of misconduct is told that it does not exist.",
    requirements: ["CRM-VIS-015"],
    operations: ["createServiceRequest"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const agent = agentOf(kit);
      const made = await kit.make.requestAnswer(
        kit.as("customerA"),
        await reportInput(kit, kit.as("customerA")),
      );
      const staff = agent.me.id;
      const subjects = { request: made.body.id, ...(staff === undefined ? {} : { staff }) };
      const calls = writeCalls(kit, subjects, made.headers.get("ETag") ?? "*");
      const path = { id: made.body.id };
      for (const operation of [
        "updateServiceRequest",
        "transitionServiceRequest",
        "urgeServiceRequest",
        "assignServiceRequest",
        "createEntry",
      ] as const)
        if (kit.supports(operation))
          await expectHidden(kit, "CRM-VIS-015", agent, operation, { ...(calls[operation] as object), path });
    },
  },
];

function agentOf(kit: Kit): Caller {
  const agent = kit.as("agent");
  return agent.me.principal === "agent" ? agent : kit.notTestable("the token of the agent is no agent's");
}

async function reporters(kit: Kit): Promise<("customerA" | "guest")[]> {
  const offered = await kit.make.kindsOf(kit.as("guest"));
  return offered.some(({ code }) => code === "misconduct") ? ["customerA", "guest"] : ["customerA"];
}

async function report(kit: Kit, caller: Caller, title?: string) {
  return kit.make.request(caller, await reportInput(kit, caller, title));
}

async function reportInput(kit: Kit, caller: Caller, title = `${kit.tag} 举报 Report`) {
  const kinds = await kit.make.kindsOf(caller);
  if (!kinds.some(({ code }) => code === "misconduct"))
    kit.notSupported(`${caller.name} is offered no kind \`misconduct\``);
  return { kind: "misconduct", title, about: { person: "王样品 at the desk" } };
}

async function expectNotAmong(
  agent: Caller,
  id: string,
  query: QueryOf<"listServiceRequests">,
  maxPages = 5,
): Promise<void> {
  const { rows, pages } = await walk(agent, "listServiceRequests", {
    query: { ...query, limit: 100 },
    maxPages,
  });
  expectThat(
    "CRM-VIS-015",
    rows.every((row) => row.id !== id),
    `an agent's list with ${JSON.stringify(query)} holds the report ${id}`,
    ...pages,
  );
}
