import type { OperationId } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type Answer, describeAnswer } from "../http/caller.js";
import { plainPosts, post, prepared } from "./support/postings.js";

export const idempotencyKeys: readonly Check[] = [
  {
    id: "idempotency/key-required",
    title: "A POST without a key is refused and has no effect.",
    requirements: ["CRM-IDM-001"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(kit, ...plainPosts)) {
        const before = await posting.effects();
        expectProblem(await post(posting, null), "CRM-IDM-001", "idempotency-key-missing");
        expectEqual("CRM-IDM-001", await posting.effects(), before, `what ${posting.operation} left`);
      }
    },
  },
  {
    id: "idempotency/key-required-of-guests",
    title: "A guest's POST without a key is refused.",
    requirements: ["CRM-IDM-001"],
    operations: ["uploadAttachment"],
    writes: true,
    async run(kit) {
      const options = kit.make.upload("样品.txt", "text/plain", new TextEncoder().encode("样品\n"));
      const answer = await kit.as("guest").call("uploadAttachment", { ...options, key: null });
      expectProblem(answer, "CRM-IDM-001", "idempotency-key-missing");
    },
  },
  {
    id: "idempotency/key-of-another-customer",
    title: "The key of one customer is another key for the other.",
    requirements: ["CRM-IDM-005"],
    operations: ["createServiceRequest"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const [key, body] = [kit.freshKey(), await kit.make.requestInput(a)];
      const answers = [await a.call("createServiceRequest", { key, body })];
      expectSuccess(answers[0] as Answer);
      const answer = await b.call("createServiceRequest", { key, body });
      const { id, customer } = expectSuccess(answer, "CRM-IDM-005");
      expectThat(
        "CRM-IDM-005",
        id !== answers[0]?.body.id && customer?.id === b.customerId,
        `customerB is answered with the request ${id} of ${customer?.id ?? "nobody"} under a key of customerA`,
        ...answers,
        answer,
      );
    },
  },
  {
    id: "idempotency/key-of-any-other-caller",
    title: "A key that customer, staff and guest send at one address is a key of each.",
    requirements: ["CRM-IDM-005"],
    operations: ["uploadAttachment"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const key = kit.freshKey();
      const options = {
        ...kit.make.upload("样品.txt", "text/plain", new TextEncoder().encode("样品\n")),
        key,
      };
      const seen = new Set<string>();
      for (const name of ["customerA", "agent", "guest"] as const) {
        const answer = await kit.as(name).call("uploadAttachment", options);
        const { id } = expectSuccess(answer, "CRM-IDM-005");
        expectThat(
          "CRM-IDM-005",
          !seen.has(id),
          `${name} is answered with the file ${id} of another`,
          answer,
        );
        seen.add(id);
      }
    },
  },
  {
    id: "idempotency/key-at-another-address",
    title: "A key used at another address is never answered from the first.",
    requirements: ["CRM-IDM-007"],
    operations: ["createServiceRequest", "createEntry"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const requests = [await kit.make.request(agent), await kit.make.request(agent)];
      const text = `${kit.tag} 已受理 Noted`;
      const tried: { operation: OperationId; body: object; idOf: string }[] = [
        { operation: "createEntry", body: { type: "reply", text }, idOf: "serviceRequestId" },
        { operation: "transitionServiceRequest", body: { to: "cancelled", reason: text }, idOf: "id" },
      ];
      for (const { operation, body, idOf } of tried.filter((each) => kit.supports(each.operation))) {
        const key = kit.freshKey();
        for (const { id } of requests) {
          const answer = await agent.call(operation, { path: { id }, body: body as never, key });
          if (answer.status >= 400 && id === requests[1]?.id) continue;
          const told = (expectSuccess<unknown>(answer) as Record<string, unknown>)[idOf];
          expectEqual("CRM-IDM-007", told, id, `${idOf} in the answer of ${describeAnswer(answer)}`, answer);
        }
      }
    },
  },
  {
    id: "idempotency/bad-key-refused",
    title: "A key that breaks its schema is refused, one at its bounds is taken.",
    requirements: ["CRM-IDM-008"],
    operations: ["createContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const [posting] = await prepared(kit, "createContact");
      if (!posting) return;
      const bad = ["short-7", "x".repeat(129), "a key with spaces", "schlüssel-0815", "   "];
      for (const key of bad) {
        const answer = await post(posting, key);
        expectThat(
          "CRM-IDM-008",
          answer.status === 400,
          `${describeAnswer(answer)} with the key ${JSON.stringify(key)}; expected 400`,
          answer,
        );
      }
      expectEqual("CRM-IDM-008", await posting.effects(), [], "what was made under bad keys");
      for (const key of [kit.unknownId().slice(0, 8), kit.freshKey().padEnd(128, "~")])
        expectSuccess(await post(posting, key));
    },
  },
  {
    id: "idempotency/refused-input-frees-key",
    title: "A key whose input was refused takes the corrected one.",
    requirements: ["CRM-IDM-009"],
    operations: ["createContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const [posting] = await prepared(kit, "createContact");
      if (!posting) return;
      const key = kit.freshKey();
      const body = { customerId: kit.unknownId(), name: kit.tag };
      const refused = await kit.as("agent").call("createContact", { body, key });
      expectProblem(refused, "CRM-WIR-002", "validation-failed");
      expectSuccess(await post(posting, key), "CRM-IDM-009");
    },
  },
];
