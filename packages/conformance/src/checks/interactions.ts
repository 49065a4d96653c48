import type { Check } from "../check.js";
import {
  expectEqual,
  expectMatch,
  expectPointer,
  expectProblem,
  expectSuccess,
  expectThat,
} from "../expect.js";
import { instantOf } from "./support/values.js";

export const interactions: readonly Check[] = [
  {
    id: "interactions/made-as-sent",
    title: "A new interaction reads as it was sent and names who took it.",
    requirements: ["CRM-IN-001"],
    operations: ["createCustomer", "createContact", "createInteraction", "getInteraction"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const { id: contactId } = await kit.make.contact(customerId);
      const [channel = "phone"] = kit.capabilities.channels;
      for (const visibility of ["public", "internal"] as const) {
        const input = {
          contactId,
          direction: "outbound",
          channel,
          reason: "visit",
          summary: "第一行\nSecond line “quoted”",
          visibility,
          durationSeconds: 95,
        };
        const occurredAt = "2026-01-05T08:30:00Z";
        const { id } = await kit.make.interaction(customerId, { ...input, occurredAt });
        const answer = await agent.call("getInteraction", { path: { id } });
        const read = expectSuccess(answer);
        expectMatch("CRM-IN-001", read, { ...input, customerId }, "the interaction as it reads", answer);
        const at = instantOf(read.occurredAt);
        expectEqual("CRM-IN-001", at, instantOf(occurredAt), "when it occurred, in milliseconds", answer);
        expectThat("CRM-IN-001", Boolean(read.agent?.name), "nobody is named who took it", answer);
        const { id: agentId = read.agent?.id } = agent.me;
        expectEqual("CRM-IN-001", read.agent?.id, agentId, "who took it", answer);
      }
    },
  },
  {
    id: "interactions/unknown-customer",
    title: "An interaction of a customer that does not exist is refused with a pointer.",
    requirements: ["CRM-IN-002"],
    operations: ["createInteraction"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const customerId = kit.unknownId(kit.session.introductions.get("customerA")?.customerId);
      const [channel = "phone"] = kit.capabilities.channels;
      const body = { customerId, direction: "inbound", channel, subject: `${kit.tag} 来电 Call` };
      const answer = await kit.as("agent").call("createInteraction", { body });
      const problem = expectProblem(answer, "CRM-IN-002", "validation-failed");
      expectPointer(answer, problem, "CRM-IN-002", "/customerId");
    },
  },
];
