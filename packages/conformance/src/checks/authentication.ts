import { type Me, type OperationId, operations } from "@portico/contract";
import type { Check, Observer } from "../check.js";
import { operationIds, pathOf } from "../document/operations.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type Answer, type Caller, type CallerName, describeAnswer } from "../http/caller.js";
import { describeExchange } from "../http/exchange.js";
import type { Kit } from "../kit.js";
import { callersOf } from "./support/callers.js";
import { reader } from "./support/known-records.js";
import { badCredentials } from "./support/tokens.js";
import { type WriteCalls, writeCalls, writeOperations } from "./support/write-calls.js";

export const authentication: readonly Check[] = [
  {
    id: "authentication/guest-reads-refused",
    title: "A read that is not for guests answers 401 to a caller without a token.",
    requirements: ["CRM-AUT-001"],
    writes: false,
    async run(kit) {
      const path = { id: kit.unknownId(), memberId: kit.unknownId() };
      for (const operation of closedToGuests(kit, "GET"))
        expectProblem(await kit.as("guest").call(operation, { path }), "CRM-AUT-001", "unauthenticated");
    },
  },
  {
    id: "authentication/guest-writes-refused",
    title: "A write that is not for guests answers 401 to a caller without a token.",
    requirements: ["CRM-AUT-001"],
    writes: true,
    async run(kit) {
      const calls = writeCalls(kit);
      const closed = closedToGuests(kit);
      for (const operation of writeOperations.filter((id) => closed.includes(id)))
        expectProblem(await make(kit.as("guest"), operation, calls), "CRM-AUT-001", "unauthenticated");
    },
  },
  {
    id: "authentication/bad-token-refused",
    title: "A token that is garbled, altered or unsigned answers 401, also where guests may call.",
    requirements: ["CRM-AUT-002"],
    writes: false,
    async run(kit) {
      const caller = reader(kit);
      const addresses = [pathOf("getMe"), pathOf("getCapabilities"), pathOf("listServiceRequests")];
      for (const { what, authorization } of badCredentials(kit, caller.token ?? ""))
        for (const target of addresses) {
          const answer = await caller.send({ method: "GET", target, authorization });
          const { code } = (answer.body ?? {}) as { code?: unknown };
          expectThat(
            "CRM-AUT-002",
            answer.status === 401 && (code === "unauthenticated" || code === "token-expired"),
            `${describeAnswer(answer)} ${code ?? ""} with ${what}; expected 401 unauthenticated`,
            answer,
          );
        }
    },
  },
  {
    id: "authentication/forged-claims-open-nothing",
    title: "A token of one customer with the other's name written in is refused.",
    requirements: ["CRM-AUT-002"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const caller = kit.as("customerA");
      const target = pathOf("getCustomer", { id: kit.as("customerB").customerId });
      for (const { what, authorization } of badCredentials(kit, caller.token ?? "")) {
        const answer = await caller.send({ method: "GET", target, authorization });
        expectThat(
          "CRM-AUT-002",
          answer.status === 401,
          `${describeAnswer(answer)} with ${what}; expected 401`,
          answer,
        );
      }
    },
  },
  {
    id: "authentication/me-is-true",
    title: "Each caller is told who they are.",
    requirements: ["CRM-AUT-003"],
    writes: false,
    async run(kit) {
      const told = new Map<CallerName, Me>();
      for (const name of callersOf(kit)) {
        const answer = await kit.as(name).call("getMe");
        const me = expectSuccess(answer, "CRM-AUT-003");
        const expected = principalsOf[name];
        expectThat(
          "CRM-AUT-003",
          expected.includes(me?.principal),
          `the principal of ${name} is ${me?.principal}; expected ${expected.join(" or ")}`,
          answer,
        );
        const isCustomer = name.startsWith("customer");
        expectThat(
          "CRM-AUT-003",
          isCustomer ? typeof me.customerId === "string" : name !== "guest" || me.customerId === undefined,
          `the customerId of ${name} is ${me.customerId ?? "absent"}; expected ${isCustomer ? "the customer's id" : "none"}`,
          answer,
        );
        told.set(name, me);
      }
      const [a, b] = [told.get("customerA"), told.get("customerB")];
      if (a && b)
        expectThat("CRM-AUT-003", a.customerId !== b.customerId, `A and B are both ${a.customerId}`);
    },
  },
  {
    id: "authentication/own-record-by-me",
    title: "The customer that `/v1/me` names is the record the customer reads.",
    requirements: ["CRM-AUT-003"],
    operations: ["getCustomer"],
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const { customerId } = kit.as("customerA").me;
      expectThat("CRM-AUT-003", typeof customerId === "string", "`/v1/me` tells customer A no customerId");
      const answer = await kit.as("customerA").call("getCustomer", { path: { id: customerId } });
      expectEqual("CRM-AUT-003", expectSuccess(answer, "CRM-AUT-003")?.id, customerId, "the id", answer);
    },
  },
  {
    id: "authentication/callers-at-once-kept-apart",
    title: "Callers who ask at once are each told who they are themselves.",
    requirements: ["CRM-AUT-003"],
    writes: false,
    async run(kit) {
      const names = [1, 2, 3, 4].flatMap(() => callersOf(kit));
      const answers = await Promise.all(names.map((name) => kit.as(name).call("getMe")));
      for (const [i, answer] of answers.entries()) {
        const name = names[i] ?? "guest";
        const { principal, customerId } = expectSuccess(answer, "CRM-AUT-003") ?? {};
        const known = name === "guest" ? { principal: "guest" } : kit.as(name).me;
        const expected = {
          principal: known.principal,
          customerId: "customerId" in known ? known.customerId : undefined,
        };
        expectEqual("CRM-AUT-003", { principal, customerId }, expected, `what ${name} is told`, answer);
      }
    },
  },
  {
    id: "authentication/customer-refused-what-is-for-staff",
    title: "A write that is for staff answers 403 to a customer.",
    requirements: ["CRM-AUT-005"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const customer = a.customerId;
      const contact = kit.supports("createContact") ? (await kit.make.contact(customer)).id : undefined;
      const request = kit.supports("createServiceRequest") ? (await kit.make.request(a)).id : undefined;
      const staff = kit.as("agent").me.id;
      await expectForbidden(kit, "customerA", {
        customer,
        ...(contact === undefined ? {} : { contact }),
        ...(request === undefined ? {} : { request }),
        ...(staff === undefined ? {} : { staff }),
      });
    },
  },
  {
    id: "authentication/agent-refused-what-is-for-managers",
    title: "A write that is for managers answers 403 to an agent.",
    requirements: ["CRM-AUT-005"],
    operations: ["addTeamMember"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      if (kit.as("agent").me.principal !== "agent") kit.notTestable("the token of the agent is no agent's");
      const { id: customer } = await kit.make.customer();
      const staff = kit.as("agent").me.id;
      await expectForbidden(kit, "agent", { customer, ...(staff === undefined ? {} : { staff }) });
    },
  },
];

/** A 401 without a challenge leaves a client guessing. */
export const challenge: Observer = {
  id: "authentication/challenge",
  title: "A 401 names the scheme in `WWW-Authenticate`.",
  requirements: ["CRM-AUT-006"],
  applies: ({ response }) => response?.status === 401,
  faults(exchange) {
    const given = exchange.response?.headers.get("WWW-Authenticate") ?? null;
    if (given !== null && /^\s*bearer\b/i.test(given)) return [];
    const message = `${describeExchange(exchange)} with WWW-Authenticate ${given ?? "absent"}; expected Bearer`;
    return [{ requirement: "CRM-AUT-006", message }];
  },
};

const principalsOf: Record<CallerName, readonly (string | undefined)[]> = {
  guest: ["guest"],
  customerA: ["customer"],
  customerB: ["customer"],
  agent: ["agent", "manager", "service"],
  manager: ["manager", "service"],
};

function closedToGuests(kit: Kit, method?: "GET"): OperationId[] {
  return operationIds.filter((id) => {
    const { principals, method: own } = operations[id];
    const open = (principals as readonly string[]).includes("guest");
    return !open && kit.supports(id) && (method === undefined || own === method);
  });
}

function make(caller: Caller, operation: OperationId, calls: WriteCalls): Promise<Answer> {
  return caller.call(operation, calls[operation] as object);
}

/** Every write that the document does not give to this kind of principal, on things that are there. */
async function expectForbidden(
  kit: Kit,
  name: "customerA" | "agent",
  subjects: Parameters<typeof writeCalls>[1],
): Promise<void> {
  const kind = name === "agent" ? "agent" : "customer";
  const calls = writeCalls(kit, subjects);
  for (const operation of writeOperations) {
    const { principals } = operations[operation];
    if (!kit.supports(operation) || (principals as readonly string[]).includes(kind)) continue;
    expectProblem(await make(kit.as(name), operation, calls), "CRM-AUT-005", "forbidden");
  }
}
