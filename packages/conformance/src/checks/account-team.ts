import type { TeamMember } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";

const operations = ["addTeamMember", "listAccountTeam", "getTeamMember", "createCustomer"] as const;

export const accountTeam: readonly Check[] = [
  {
    id: "account-team/primary-handed-over",
    title: "A new primary member of the team takes the place of the one before.",
    requirements: ["CRM-RE-007"],
    operations,
    callers: ["agent", "manager"],
    writes: true,
    async run(kit) {
      const { id } = await kit.make.customer();
      const first = await join(kit, id, "agent", true);
      const second = await join(kit, id, "manager", true);
      const team = (await teamOf(kit, id)).map((member) => ({ id: member.id, primary: member.primary }));
      const expected = [
        { id: first.id, primary: false },
        { id: second.id, primary: true },
      ];
      const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
      expectEqual("CRM-RE-007", team.toSorted(byId), expected.toSorted(byId), "who is primary in the team");
      const { manager } = expectSuccess(await kit.as("agent").call("getCustomer", { path: { id } }));
      expectEqual("CRM-RE-007", manager?.id, second.member?.id, "the manager on the customer's record");
    },
  },
  {
    id: "account-team/last-stays",
    title: "The last member of a team cannot be taken out.",
    requirements: ["CRM-RE-008"],
    operations: [...operations, "removeTeamMember"],
    callers: ["agent", "manager"],
    writes: true,
    async run(kit) {
      const { id } = await kit.make.customer();
      const last = await join(kit, id, "agent", true);
      expectProblem(await leave(kit.as("manager"), id, last.id), "CRM-RE-008", "conflict");
      const team = (await teamOf(kit, id)).map((member) => member.id);
      expectEqual("CRM-RE-008", team, [last.id], "the team after a refused removal");
    },
  },
  {
    id: "account-team/not-changed-by-agents",
    title: "An agent who adds a member or takes one out is refused.",
    requirements: ["CRM-RE-009"],
    operations: [...operations, "removeTeamMember"],
    callers: ["agent", "manager"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id } = await kit.make.customer();
      const members = [await join(kit, id, "agent", true), await join(kit, id, "manager", false)];
      const body = { memberId: memberIdOf(kit, "agent"), role: "specialist" };
      const added = await agent.call("addTeamMember", { path: { id }, body });
      expectProblem(added, "CRM-RE-009", "forbidden");
      expectProblem(await leave(agent, id, members[0]?.id ?? ""), "CRM-RE-009", "forbidden");
      const team = (await teamOf(kit, id)).map((member) => member.id).toSorted();
      const expected = members.map((member) => member.id).toSorted();
      expectEqual("CRM-RE-009", team, expected, "the team after an agent was refused");
    },
  },
  {
    id: "account-team/taken-out",
    title: "A member who was taken out is in the team no more.",
    requirements: ["CRM-RE-010"],
    operations: [...operations, "removeTeamMember"],
    callers: ["agent", "manager"],
    writes: true,
    async run(kit) {
      const { id } = await kit.make.customer();
      const stays = await join(kit, id, "agent", true);
      const goes = await join(kit, id, "manager", false);
      const manager = kit.as("manager");
      expectSuccess(await leave(manager, id, goes.id), "CRM-RE-010");
      const gone = await manager.call("getTeamMember", { path: { id, memberId: goes.id } });
      expectProblem(gone, "CRM-RE-010", "not-found");
      const team = (await teamOf(kit, id)).map((member) => member.id);
      expectThat("CRM-RE-010", !team.includes(goes.id), "a member who was taken out is listed still");
      expectThat("CRM-RE-010", team.includes(stays.id), "taking one member out took out the other too");
    },
  },
];

function memberIdOf(kit: Kit, name: "agent" | "manager"): string {
  return kit.as(name).me.id ?? kit.notTestable(`\`/v1/me\` gives ${name} no id to put into a team`);
}

async function join(
  kit: Kit,
  customerId: string,
  name: "agent" | "manager",
  primary: boolean,
): Promise<TeamMember> {
  const body = { memberId: memberIdOf(kit, name), role: "relationshipManager", primary };
  return expectSuccess(await kit.as("manager").call("addTeamMember", { path: { id: customerId }, body }));
}

async function leave(caller: Caller, customerId: string, memberId: string) {
  const path = { id: customerId, memberId };
  const current = await caller.call("getTeamMember", { path });
  return caller.call("removeTeamMember", { path, ifMatch: current.headers.get("ETag") ?? "" });
}

async function teamOf(kit: Kit, customerId: string): Promise<TeamMember[]> {
  return (await walk(kit.as("manager"), "listAccountTeam", { path: { id: customerId } })).rows;
}
