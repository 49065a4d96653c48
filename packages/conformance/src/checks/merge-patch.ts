import type { Contact, Customer, FieldDescriptor, ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectMatch, expectSuccess, expectThat } from "../expect.js";
import type { Answer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { validatorOf } from "./concurrency-reads.js";
import { may } from "./support/shown.js";

export const mergePatch: readonly Check[] = [
  {
    id: "merge-patch/customer",
    title: "A patch of a customer changes what it names, removes what it sets to null and leaves the rest.",
    requirements: ["CRM-CON-007"],
    operations: ["createCustomer", "updateCustomer", "getCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const input = { language: "zh-Hans", alternateNames: [{ language: "en", name: "Sample" }] };
      const made = await agent.call("createCustomer", { body: kit.make.customerInput(input) });
      const before = expectSuccess(made);
      const path = { id: before.id };
      const displayName = `${kit.tag} 新名 Renamed`;
      const body = { displayName, language: null };
      const answer = await agent.call("updateCustomer", { path, body, ifMatch: validatorOf(made) });
      const after = expectSuccess(answer);
      expectMatch("CRM-CON-007", after, { displayName }, "the customer", answer);
      expectGone(after, "language", answer);
      expectKept<Customer>(before, after, ["kind", "status", "alternateNames", "tags", "number"], answer);
      const read = await agent.call("getCustomer", { path });
      expectEqual("CRM-CON-007", expectSuccess(read), after, "the customer, read again", read);
    },
  },
  {
    id: "merge-patch/contact",
    title: "A patch of a contact changes what it names, removes what it sets to null and leaves the rest.",
    requirements: ["CRM-CON-007"],
    operations: ["createCustomer", "createContact", "updateContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const name = `${kit.tag} 李样品`;
      const given = { title: "Buyer", role: "billing", language: "en", primary: true };
      const made = await agent.call("createContact", { body: { customerId, name, ...given } });
      const before = expectSuccess(made);
      const path = { id: before.id };
      const body = { title: "Head buyer", role: null };
      const answer = await agent.call("updateContact", { path, body, ifMatch: validatorOf(made) });
      const after = expectSuccess(answer);
      expectMatch("CRM-CON-007", after, { title: "Head buyer" }, "the contact", answer);
      expectGone(after, "role", answer);
      expectKept<Contact>(before, after, ["customerId", "name", "language", "primary"], answer);
      const ifMatch = validatorOf(answer);
      const renamed = await agent.call("updateContact", { path, body: { name: `${name} 2` }, ifMatch });
      expectKept<Contact>(after, expectSuccess(renamed), ["title", "language", "primary"], renamed);
    },
  },
  {
    id: "merge-patch/request",
    title: "A patch of a request changes what it names and leaves the rest.",
    requirements: ["CRM-CON-007"],
    operations: ["createServiceRequest", "updateServiceRequest"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const kinds = await kit.make.kindsOf(agent);
      const kind = kinds.find(({ code, location }) => code !== "misconduct" && location === "optional");
      const location = { address: "解放路 120 号", note: "Behind the school" };
      const made = await kit.make.requestAnswer(agent, {
        description: "样品说明 Sample",
        ...(kind ? { ...kit.make.inputOfKind(kind, false), location } : {}),
      });
      const before = made.body;
      if (!may(before, "update")) kit.notSupported("an agent may not change a new request");
      const title = `${kit.tag} 新题 Renamed`;
      const body = { title, ...(kind ? { location: null } : {}) };
      const path = { id: before.id };
      const answer = await agent.call("updateServiceRequest", { path, body, ifMatch: validatorOf(made) });
      const after = expectSuccess(answer);
      expectMatch("CRM-CON-007", after, { title }, "the request", answer);
      if (kind) expectGone(after, "location", answer);
      const rest = ["description", "kind", "priority", "customFields", "state", "owner", "number"] as const;
      expectKept<ServiceRequest>(before, after, rest, answer);
    },
  },
  {
    id: "merge-patch/custom-fields",
    title: "A patch reaches into `customFields`: it sets one, removes one set to null and leaves the others.",
    requirements: ["CRM-CON-007"],
    operations: ["createCustomer", "updateCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const [kept, dropped, added] = customFieldsOf(kit);
      const customFields = { [kept.name]: kept.value, [dropped.name]: dropped.value };
      const made = await agent.call("createCustomer", { body: kit.make.customerInput({ customFields }) });
      if (made.status === 422) kit.notSupported("customers take no custom fields");
      const path = { id: expectSuccess(made).id };
      const body = { customFields: { [dropped.name]: null, [added.name]: added.value } };
      const answer = await agent.call("updateCustomer", { path, body, ifMatch: validatorOf(made) });
      const { [dropped.name]: gone, ...rest } = expectSuccess(answer).customFields ?? {};
      const expected = { [kept.name]: kept.value, [added.name]: added.value };
      expectThat(
        "CRM-CON-007",
        gone === undefined || gone === null,
        `the custom field ${dropped.name} is ${JSON.stringify(gone)} after it was set to null`,
        answer,
      );
      expectMatch("CRM-CON-007", rest, expected, "customFields", answer);
    },
  },
];

/** Set to null, a member is absent or null. */
function expectGone(after: object, name: string, answer: Answer): void {
  const value = (after as Record<string, unknown>)[name];
  expectThat(
    "CRM-CON-007",
    value === undefined || value === null,
    `${name} is ${JSON.stringify(value)} after it was set to null; expected it to be gone`,
    answer,
  );
}

function expectKept<Thing extends object>(
  before: Thing,
  after: Thing,
  names: readonly (keyof Thing & string)[],
  answer: Answer,
): void {
  for (const name of names)
    expectEqual("CRM-CON-007", after[name], before[name], `${name}, which the patch did not name,`, answer);
}

interface FieldValue {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** Three custom fields of customers: declared ones, or made-up ones for a backend that takes any. */
function customFieldsOf(kit: Kit): readonly [FieldValue, FieldValue, FieldValue] {
  const resources = Object.values(kit.capabilities.resources);
  const own = resources.find(({ operations = [] }) => operations.includes("createCustomer"));
  const [first, second, third] = (own?.customFields ?? []).map((field: FieldDescriptor) => ({
    name: field.name,
    value: kit.make.valueOf(field),
  }));
  const made = (name: string) => ({ name, value: "样品" });
  return [first ?? made("kitKept"), second ?? made("kitDropped"), third ?? made("kitAdded")];
}
