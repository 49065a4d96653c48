import type { Assessment, AssessmentInput } from "@portico/contract";
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
import { walk } from "../lists.js";
import { expectHidden } from "./support/hidden.js";
import { instantOf, isFalling } from "./support/values.js";

const operations = ["createAssessment", "listAssessments", "createCustomer"] as const;

export const assessments: readonly Check[] = [
  {
    id: "assessments/made-as-sent",
    title: "A new judgement reads as it was sent, with its source, its date and who made it.",
    requirements: ["CRM-RE-001"],
    operations,
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const input = { kind: "value", code: "A", score: 72, method: "样品法 Sample", source: "survey" };
      const reason = `${kit.tag} 三年交易额 Turnover`;
      const { id } = await judge(kit, customerId, { ...input, reason, assessedAt: days[1] });
      const read = (await judgementsOf(agent, customerId)).find((each) => each.id === id);
      const expected = { ...input, reason, customerId, current: true };
      expectMatch("CRM-RE-001", read, expected, "the judgement as it is listed");
      expectEqual("CRM-RE-001", instantOf(read?.assessedAt), instantOf(days[1]), "its date, in milliseconds");
      expectThat("CRM-RE-001", Boolean(read?.assessor?.name), "nobody is named who made the judgement");
      const { id: agentId = read?.assessor?.id } = agent.me;
      expectEqual("CRM-RE-001", read?.assessor?.id, agentId, "who made the judgement");
    },
  },
  {
    id: "assessments/latest-is-current",
    title: "The latest judgement of a kind is the current one, whenever it was stored, and the others stay.",
    requirements: ["CRM-RE-002"],
    operations,
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const { id: customerId } = await kit.make.customer();
      const made = [];
      for (const assessedAt of [days[1], days[2], days[0]])
        made.push((await judge(kit, customerId, { kind: "value", code: "B", assessedAt })).id);
      await judge(kit, customerId, { kind: "risk", code: "low", assessedAt: days[0] });
      const values = (await judgementsOf(kit.as("agent"), customerId)).filter(({ kind }) => kind === "value");
      const listed = values.map(({ id }) => id);
      expectEqual("CRM-RE-002", listed.toSorted(), made.toSorted(), "the judgements of one kind");
      const current = values.filter((each) => each.current).map(({ id }) => id);
      expectEqual("CRM-RE-002", current, [made[1]], "the current judgement of that kind");
    },
  },
  {
    id: "assessments/order-and-filters",
    title: "Judgements come latest first, and `kind` and `current` filter them.",
    requirements: ["CRM-RE-003"],
    operations,
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      for (const [kind, day] of [
        ["value", 0],
        ["risk", 2],
        ["value", 1],
        ["relationGrade", 0],
      ] as const)
        await judge(kit, customerId, { kind, code: "C", assessedAt: days[day] });
      const all = await judgementsOf(agent, customerId);
      const times = all.map(({ assessedAt }) => instantOf(assessedAt));
      expectThat("CRM-RE-003", isFalling(times), "judgements are not listed latest first");
      const kinds = (rows: readonly Assessment[]) => rows.map(({ kind }) => kind).toSorted();
      const ofValue = kinds(await judgementsOf(agent, customerId, { kind: "value" }));
      expectEqual("CRM-RE-003", ofValue, ["value", "value"], "the kinds listed with `kind=value`");
      const current = kinds(await judgementsOf(agent, customerId, { current: true }));
      const once = ["relationGrade", "risk", "value"];
      expectEqual("CRM-RE-003", current, once, "the kinds listed with `current=true`");
    },
  },
  {
    id: "assessments/own-tier-after-judging",
    title: "Of new judgements a customer sees their tier and nothing else.",
    requirements: ["CRM-RE-004"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { customerId } = kit.as("customerA");
      const reason = `${kit.tag} 样品 Sample`;
      const hidden = await judge(kit, customerId, { kind: "risk", code: "low", reason });
      const known = await judgementsOf(kit.as("agent"), customerId, { kind: "tier" });
      const tier = known.at(0) ?? (await judge(kit, customerId, { kind: "tier", code: "silver", reason }));
      const seen = (await judgementsOf(kit.as("customerA"), customerId)).map(({ id }) => id);
      expectThat("CRM-RE-004", !seen.includes(hidden.id), "a customer sees how their risk is judged");
      expectThat("CRM-RE-004", seen.includes(tier.id), "a customer does not see their own tier");
    },
  },
  {
    id: "assessments/own-tier-only",
    title: "A customer sees all judgements of their own tier that staff sees, and no other judgement.",
    requirements: ["CRM-RE-004"],
    operations: ["listAssessments"],
    callers: ["agent", "customerA"],
    writes: false,
    async run(kit) {
      const customer = kit.as("customerA");
      const all = await judgementsOf(kit.as("agent"), customer.customerId);
      const isTold = all.some(({ kind }) => kind === "tier") && all.some(({ kind }) => kind !== "tier");
      if (!isTold) kit.notTestable("customer A has no tier, or no judgement beside it; make both");
      const ids = (rows: readonly Assessment[]) => rows.map(({ id }) => id).toSorted();
      const tiers = ids(all.filter(({ kind }) => kind === "tier"));
      const seen = ids(await judgementsOf(customer, customer.customerId));
      expectEqual("CRM-RE-004", seen, tiers, "the judgements that customer A sees");
    },
  },
  {
    id: "assessments/score-in-range",
    title: "A score below 0 or above 100 is refused with a pointer.",
    requirements: ["CRM-RE-005"],
    operations,
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const { id } = await kit.make.customer();
      for (const score of [-1, 101]) {
        const body = { kind: "value", code: "A", score };
        const answer = await kit.as("agent").call("createAssessment", { path: { id }, body });
        const problem = expectProblem(answer, "CRM-RE-005", "validation-failed");
        expectPointer(answer, problem, "CRM-RE-005", "/score");
      }
    },
  },
  {
    id: "assessments/of-another",
    title: "Another customer's judgements and team are answered as those of an id that does not exist.",
    requirements: ["CRM-RE-006"],
    operations: ["listAssessments", "listAccountTeam"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const path = { id: kit.as("customerB").customerId };
      for (const operation of ["listAssessments", "listAccountTeam"] as const)
        await expectHidden(kit, "CRM-RE-006", kit.as("customerA"), operation, { path });
    },
  },
];

/** Three days in their order, long past. */
const days = ["2025-10-06T08:00:00Z", "2025-11-06T08:00:00Z", "2025-12-06T08:00:00Z"] as const;

async function judge(kit: Kit, customerId: string, body: AssessmentInput): Promise<Assessment> {
  return expectSuccess(await kit.as("agent").call("createAssessment", { path: { id: customerId }, body }));
}

async function judgementsOf(
  caller: Caller,
  customerId: string,
  query: { kind?: string; current?: boolean } = {},
): Promise<Assessment[]> {
  return (await walk(caller, "listAssessments", { path: { id: customerId }, query })).rows;
}
