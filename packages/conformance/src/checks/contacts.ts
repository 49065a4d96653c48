import type { Check } from "../check.js";
import { expectMatch, expectPointer, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Caller } from "../http/caller.js";
import { walk } from "../lists.js";
import { listOf } from "./support/values.js";

const operations = ["createCustomer", "createContact", "getContact", "listContacts"] as const;

export const contacts: readonly Check[] = [
  {
    id: "contacts/made-as-sent",
    title: "A new contact reads as it was sent and is listed with its customer.",
    requirements: ["CRM-CT-001"],
    operations,
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const [preferredChannel] = kit.capabilities.channels;
      const input = {
        name: `${kit.tag} 李样品`,
        title: "动力设备部经理 Plant manager",
        role: "technical",
        language: "zh-Hans",
        ...(preferredChannel === undefined ? {} : { preferredChannel }),
      };
      for (const primary of [true, false]) {
        const sent = { ...input, primary };
        const contactPoints = [{ type: "mobile", value: "13800138000" }];
        const { id } = await kit.make.contact(customerId, { ...sent, contactPoints });
        const read = await agent.call("getContact", { path: { id } });
        expectMatch(
          "CRM-CT-001",
          expectSuccess(read),
          { ...sent, customerId },
          "the contact as it reads",
          read,
        );
        const types = listOf(read.body.contactPoints).map(({ type }) => type);
        expectThat("CRM-CT-001", types.includes("mobile"), "the contact has lost its contact point", read);
        const isListed = (await idsAt(agent, customerId)).includes(id);
        expectThat("CRM-CT-001", isListed, `the new contact ${id} is not listed with its customer`);
      }
    },
  },
  {
    id: "contacts/removed",
    title: "A contact that was removed is not found and in no list.",
    requirements: ["CRM-CT-002"],
    operations: [...operations, "deleteContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const stays = await kit.make.contact(customerId);
      const { id } = await kit.make.contact(customerId);
      const current = await agent.call("getContact", { path: { id } });
      const ifMatch = current.headers.get("ETag") ?? "";
      expectSuccess(await agent.call("deleteContact", { path: { id }, ifMatch }), "CRM-CT-002");
      expectProblem(await agent.call("getContact", { path: { id } }), "CRM-CT-002", "not-found");
      const listed = await idsAt(agent, customerId);
      expectThat("CRM-CT-002", !listed.includes(id), `the contact ${id} was removed and is listed still`);
      expectThat("CRM-CT-002", listed.includes(stays.id), `removing one contact removed ${stays.id} too`);
    },
  },
  {
    id: "contacts/unknown-customer",
    title: "A contact of a customer that does not exist is refused with a pointer.",
    requirements: ["CRM-CT-003"],
    operations: ["createContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const nobody = kit.unknownId(kit.session.introductions.get("customerA")?.customerId);
      const body = { customerId: nobody, name: `${kit.tag} 李样品` };
      const answer = await kit.as("agent").call("createContact", { body });
      const problem = expectProblem(answer, "CRM-CT-003", "validation-failed");
      expectPointer(answer, problem, "CRM-CT-003", "/customerId");
    },
  },
];

async function idsAt(agent: Caller, customerId: string): Promise<string[]> {
  const { rows } = await walk(agent, "listContacts", { query: { customerId } });
  return rows.map(({ id }) => id);
}
