import type { RequestKindDescriptor, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";
import { NotSupported } from "../violation.js";
import { stringsIn } from "./support/values.js";

export const guests: readonly Check[] = [
  {
    id: "guests/submit",
    title: "A guest submits every kind that guests are offered, with no more than it asks for.",
    requirements: ["CRM-SR-019"],
    operations: ["createServiceRequest"],
    writes: true,
    async run(kit) {
      const guest = kit.as("guest");
      const offered = (await kit.make.kindsOf(guest)).filter(({ guestAllowed }) => guestAllowed);
      if (offered.length === 0) throw new NotSupported("guests are offered no kind of request");
      for (const kind of offered) {
        const body = kit.make.inputOfKind(kind, true);
        const answer = await guest.call("createServiceRequest", { body });
        const { state, number, customer } = expectSuccess(answer, "CRM-SR-019");
        expectEqual("CRM-SR-019", state, "acknowledged", `the state of a guest's ${kind.code}`, answer);
        expectThat("CRM-SR-019", Boolean(number), "a guest gets no number to quote", answer);
        expectEqual("CRM-SR-019", customer ?? null, null, "the customer of a guest's request", answer);
      }
    },
  },
  {
    id: "guests/anonymous-customer",
    title:
      "An anonymous report of a customer holds nothing of them, whoever reads it, and is not theirs any more.",
    requirements: ["CRM-SR-020"],
    operations: ["createServiceRequest", "getServiceRequest", "listEntries"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { id } = await reportAnonymously(kit, customer);
      const gone = await customer.call("getServiceRequest", { path: { id } });
      expectProblem(gone, "CRM-SR-020", "not-found");
      await expectNoTraceForStaff(kit, id, identityOf(customer));
    },
  },
  {
    id: "guests/anonymous-guest",
    title: "An anonymous report of a guest holds nothing of them, whoever reads it.",
    requirements: ["CRM-SR-020"],
    operations: ["createServiceRequest", "getServiceRequest", "listEntries"],
    writes: true,
    async run(kit) {
      const { id } = await reportAnonymously(kit, kit.as("guest"));
      await expectNoTraceForStaff(kit, id, []);
    },
  },
];

const reporter = { name: "王样品", phone: "13900139000", email: "reporter@example.org" };

async function reportAnonymously(kit: Kit, caller: Caller): Promise<ServiceRequest> {
  const kind = (await kit.make.kindsOf(caller)).find(({ anonymousAllowed }) => anonymousAllowed);
  if (!kind) throw new NotSupported(`${caller.name} is offered no kind that may be anonymous`);
  const answer = await submit(kit, caller, kind);
  const { anonymous } = expectSuccess(answer);
  expectEqual("CRM-SR-020", anonymous, true, "the mark `anonymous`", answer);
  expectNoTrace(answer, identityOf(caller));
  return answer.body;
}

/** With all that a report could keep; a backend may refuse to be told so much. */
async function submit(
  kit: Kit,
  caller: Caller,
  kind: RequestKindDescriptor,
): Promise<Answer<ServiceRequest>> {
  const sound = kit.make.inputOfKind(kind, false);
  const body: ServiceRequestInput = { ...sound, anonymous: true };
  const named = await caller.call("createServiceRequest", { body: { ...body, requester: reporter } });
  return named.status === 422 ? caller.call("createServiceRequest", { body }) : named;
}

/** What staff sees of the report and of its log. A report may be hidden from some of them. */
async function expectNoTraceForStaff(kit: Kit, id: string, identity: readonly string[]): Promise<void> {
  for (const name of ["agent", "manager"] as const) {
    if (kit.session.tokens[name] === undefined) continue;
    const answer = await kit.as(name).call("getServiceRequest", { path: { id } });
    if (answer.status === 404) continue;
    expectSuccess(answer);
    expectNoTrace(answer, identity);
    const { pages } = await walk(kit.as(name), "listEntries", { path: { id } });
    for (const page of pages) expectNoTrace(page, identity);
  }
}

function expectNoTrace(answer: Answer, identity: readonly string[]): void {
  const traces = [...identity, ...Object.values(reporter)];
  const found = stringsIn(answer.body).find((text) => traces.includes(text));
  expectThat(
    "CRM-SR-020",
    found === undefined,
    `an anonymous report tells "${found}" of its reporter`,
    answer,
  );
  const { requester, customer } = (answer.body ?? {}) as Partial<ServiceRequest>;
  const kept = requester ?? customer ?? null;
  expectEqual("CRM-SR-020", kept, null, "the requester or customer of an anonymous report", answer);
}

/** By what a signed-in caller could be told. */
function identityOf(caller: Caller): string[] {
  if (caller.name === "guest") return [];
  const { id, customerId, displayName } = caller.me;
  return [id, customerId, displayName].flatMap((text) => text ?? []);
}
