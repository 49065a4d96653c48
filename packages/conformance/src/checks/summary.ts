import { isDeepStrictEqual } from "node:util";
import type { CustomerSummary, Interaction, RequestState, ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectSuccess, expectThat } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { type ListOperation, rowsIn, walk } from "../lists.js";
import { expectHidden } from "./support/hidden.js";
import { changedMembers, instantOf, isFalling, listOf } from "./support/values.js";

const operations = ["getCustomerSummary", "listServiceRequests", "listInteractions"] as const;

export const summary: readonly Check[] = [
  {
    id: "summary/counts-what-was-made",
    title: "The summary of a new customer counts what was made for them: open, urged and over.",
    requirements: ["CRM-SU-001"],
    operations: [...operations, "createCustomer", "createServiceRequest", "urgeServiceRequest"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const made = [];
      for (let i = 0; i < shown + 2; i++) made.push(await kit.make.request(agent, { customerId }));
      for (const { id } of made.slice(0, 1)) await kit.make.move({ id }, "cancelled");
      for (const { id } of made.slice(1, 3))
        await agent.call("urgeServiceRequest", { path: { id }, body: {} });
      await expectCounts(kit, agent, customerId);
    },
  },
  {
    id: "summary/counts",
    title: "The counts of a summary are those of the lists, to staff and to the customer.",
    requirements: ["CRM-SU-001"],
    operations,
    callers: ["agent", "customerA"],
    writes: false,
    async run(kit) {
      const { customerId } = kit.as("customerA");
      for (const name of ["agent", "customerA"] as const) await expectCounts(kit, kit.as(name), customerId);
    },
  },
  {
    id: "summary/new-internals-hidden",
    title: "A customer's summary does not show an internal interaction or a judgement that was just made.",
    requirements: ["CRM-SU-002"],
    operations: [...operations, "createInteraction"],
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { customerId } = customer;
      const hidden = [(await kit.make.interaction(customerId, { visibility: "internal" })).id];
      if (kit.supports("createAssessment")) {
        const body = { kind: "risk", code: "low", reason: `${kit.tag} 样品 Sample` };
        const answer = await kit.as("agent").call("createAssessment", { path: { id: customerId }, body });
        hidden.push(expectSuccess(answer).id);
      }
      const answer = await read(customer, customerId);
      const rows = Object.values(rowsOf(answer.body)).flat();
      const leaked = rows.find(({ id }) => hidden.includes(id));
      expectThat(
        "CRM-SU-002",
        leaked === undefined,
        `the summary shows ${leaked?.id}, which is internal`,
        answer,
      );
    },
  },
  {
    id: "summary/shows-what-lists-show",
    title: "A customer's summary shows the customer nothing that the lists do not.",
    requirements: ["CRM-SU-002"],
    operations,
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const customer = kit.as("customerA");
      const { customerId } = customer;
      const { answer, listed } = await readTogether(kit, customer, customerId, async () => {
        const ids: Record<string, string[]> = {};
        for (const [section, operation] of Object.entries(listsOf))
          if (kit.supports(operation)) ids[section] = await idsIn(customer, operation, customerId);
        return ids;
      });
      for (const [section, rows] of Object.entries(rowsOf(answer.body))) {
        const stray = rows.find(({ id }) => listed[section]?.includes(id) === false);
        const what = `${section} shows ${stray?.id}, which is in no list of customer A`;
        expectThat("CRM-SU-002", stray === undefined, what, answer);
      }
      const own = expectSuccess(await customer.call("getCustomer", { path: { id: customerId } }));
      const differing = changedMembers(own, answer.body.customer);
      const what = `the summary tells ${differing.join(", ")} of the customer otherwise than their own record`;
      expectThat("CRM-SU-002", differing.length === 0, what, answer);
    },
  },
  {
    id: "summary/of-another",
    title: "Another customer's summary is answered as that of an id that does not exist.",
    requirements: ["CRM-SU-003"],
    operations: ["getCustomerSummary"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const path = { id: kit.as("customerB").customerId };
      await expectHidden(kit, "CRM-SU-003", kit.as("customerA"), "getCustomerSummary", { path });
    },
  },
  {
    id: "summary/latest-of-many",
    title: "The sections hold five rows of more, those changed or held last.",
    requirements: ["CRM-SU-004"],
    operations: [...operations, "createCustomer", "createServiceRequest", "createInteraction"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const { id: customerId } = await kit.make.customer();
      for (let i = 0; i < shown + 2; i++) {
        await kit.make.request(kit.as("agent"), { customerId });
        await kit.make.interaction(customerId, { occurredAt: `2026-01-0${i + 1}T08:00:00Z` });
      }
      await expectLatest(kit, kit.as("agent"), customerId);
    },
  },
  {
    id: "summary/latest",
    title: "The sections hold at most five rows, the latest first, to staff and to the customer.",
    requirements: ["CRM-SU-004"],
    operations,
    callers: ["agent", "customerA"],
    writes: false,
    async run(kit) {
      const { customerId } = kit.as("customerA");
      for (const name of ["agent", "customerA"] as const) await expectLatest(kit, kit.as(name), customerId);
    },
  },
];

/** Rows that a section shows. */
const shown = 5;
const open: RequestState[] = ["acknowledged", "inProgress", "pending", "held"];

const listsOf = {
  assessments: "listAssessments",
  accountTeam: "listAccountTeam",
  requests: "listServiceRequests",
  interactions: "listInteractions",
  satisfaction: "listRatings",
} as const;

async function read(caller: Caller, id: string): Promise<Answer<CustomerSummary>> {
  const answer = await caller.call("getCustomerSummary", { path: { id } });
  expectSuccess(answer);
  return answer;
}

/** The rows of each section. */
function rowsOf(found: CustomerSummary): Record<string, readonly { readonly id: string }[]> {
  const { assessments, accountTeam, requests, interactions, satisfaction } = found ?? {};
  const last = satisfaction?.last;
  return {
    assessments: listOf(assessments?.data),
    accountTeam: listOf(accountTeam?.data),
    requests: listOf(requests?.data),
    interactions: listOf(interactions?.data),
    satisfaction: last ? [last] : [],
  };
}

/** A summary and what it sums up, read until nothing has changed in between. */
async function readTogether<Listed>(
  kit: Kit,
  caller: Caller,
  customerId: string,
  list: () => Promise<Listed>,
): Promise<{ answer: Answer<CustomerSummary>; listed: Listed }> {
  for (let tries = 0; tries < 3; tries++) {
    const before = await read(caller, customerId);
    const listed = await list();
    const answer = await read(caller, customerId);
    if (isDeepStrictEqual(before.body, answer.body)) return { answer, listed };
  }
  return kit.notTestable(`customer ${customerId} changes all the time`);
}

async function idsIn(caller: Caller, operation: ListOperation, customerId: string): Promise<string[]> {
  const isBelow = operation === "listAssessments" || operation === "listAccountTeam";
  const { pages } = await walk(caller, operation, isBelow ? { path: { id: customerId } } : {});
  return pages.flatMap((page) => rowsIn<{ id: string }>(page).data).map(({ id }) => id);
}

const openRequests = async (caller: Caller, customerId: string): Promise<ServiceRequest[]> =>
  (await walk(caller, "listServiceRequests", { query: { customerId, state: open } })).rows;

const interactionsOf = async (caller: Caller, customerId: string): Promise<Interaction[]> =>
  (await walk(caller, "listInteractions", { query: { customerId } })).rows;

async function expectCounts(kit: Kit, caller: Caller, customerId: string): Promise<void> {
  const { answer, listed } = await readTogether(kit, caller, customerId, () =>
    openRequests(caller, customerId),
  );
  const { status, openCount, overdueCount, urgedCount } = answer.body.requests ?? {};
  if (status !== "available") return;
  const expected = {
    openCount: listed.length,
    overdueCount: listed.filter(({ marks }) => marks?.overdue).length,
    urgedCount: listed.filter(({ marks }) => (marks?.urgedCount ?? 0) > 0).length,
  };
  const what = `what the summary counts for ${caller.name}`;
  expectEqual("CRM-SU-001", { openCount, overdueCount, urgedCount }, expected, what, answer);
}

async function expectLatest(kit: Kit, caller: Caller, customerId: string): Promise<void> {
  const { answer, listed } = await readTogether(kit, caller, customerId, async () => ({
    requests: (await openRequests(caller, customerId)).map(({ updatedAt }) => instantOf(updatedAt)),
    interactions: (await interactionsOf(caller, customerId)).map(({ occurredAt }) => instantOf(occurredAt)),
  }));
  const { requests, interactions } = answer.body;
  const told = {
    requests: listOf(requests?.data).map(({ updatedAt }) => instantOf(updatedAt)),
    interactions: listOf(interactions?.data).map(({ occurredAt }) => instantOf(occurredAt)),
  };
  for (const section of ["requests", "interactions"] as const) {
    if (answer.body[section]?.status !== "available") continue;
    const rows = told[section];
    const what = `${section} of the summary that ${caller.name} reads`;
    expectThat(
      "CRM-SU-004",
      rows.length <= shown,
      `${what} hold ${rows.length} rows; expected at most five`,
      answer,
    );
    expectThat("CRM-SU-004", isFalling(rows), `${what} are not latest first`, answer);
    const latest = listed[section].toSorted((one, other) => other - one).slice(0, rows.length);
    expectEqual("CRM-SU-004", rows, latest, `the instants of ${what}, in milliseconds,`, answer);
  }
}
