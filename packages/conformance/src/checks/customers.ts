import type { CustomerInput } from "@portico/contract";
import type { Check } from "../check.js";
import { expectMatch, expectPointer, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, walk } from "../lists.js";
import { NotSupported } from "../violation.js";
import { inOtherScript } from "./support/chinese.js";
import { declaresFilter, maxLimitOf } from "./support/document-lists.js";
import { expectLocation } from "./support/location.js";
import { listOf } from "./support/values.js";

export const customers: readonly Check[] = [
  {
    id: "customers/made-as-sent",
    title: "A new customer is answered with its address and reads as it was sent.",
    requirements: ["CRM-CU-001"],
    operations: ["createCustomer", "getCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { contactPoints, ...input } = kit.make.customerInput({
        number: kit.freshKey().slice(-60),
        alternateNames: [
          { language: "zh-Hant", name: "江南樣品機械" },
          { language: "en", name: "Jiangnan Sample Machinery" },
        ],
        language: "zh-Hans",
        externalRefs: [{ system: "kit", id: kit.tag }],
        contactPoints: sentPoints,
      });
      const answer = await agent.call("createCustomer", {
        body: { ...input, ...(contactPoints && { contactPoints }) },
      });
      const { id } = expectSuccess(answer, "CRM-CU-001");
      expectLocation(answer, "CRM-CU-001", "/v1/customers");
      const read = await agent.call("getCustomer", { path: { id } });
      expectMatch("CRM-CU-001", expectSuccess(read), input, "the customer as it reads", read);
      const points = listOf(read.body.contactPoints).map(({ type, label }) => `${type} ${label}`);
      const missing = sentPoints
        .map(({ type, label }) => `${type} ${label}`)
        .filter((each) => !points.includes(each));
      expectThat("CRM-CU-001", missing.length === 0, `contact points lack ${missing.join(", ")}`, read);
    },
  },
  {
    id: "customers/number-taken",
    title: "A number that another customer has is refused as a conflict.",
    requirements: ["CRM-CU-002"],
    operations: ["createCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const number = kit.freshKey().slice(-60);
      await kit.make.customer({ number });
      const body = kit.make.customerInput({ number, displayName: `${kit.tag} 另一家 Another` });
      const answer = await kit.as("agent").call("createCustomer", { body });
      expectProblem(answer, "CRM-CU-002", "conflict");
    },
  },
  {
    id: "customers/unknown-reference",
    title: "A customer or a request of a customer that does not exist is refused with a pointer.",
    requirements: ["CRM-CU-006"],
    operations: ["createCustomer", "createServiceRequest"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const nobody = kit.unknownId(kit.session.introductions.get("customerA")?.customerId);
      const child = await agent.call("createCustomer", {
        body: kit.make.customerInput({ parentId: nobody }),
      });
      expectPointer(
        child,
        expectProblem(child, "CRM-CU-006", "validation-failed"),
        "CRM-CU-006",
        "/parentId",
      );
      const body = await kit.make.requestInput(agent, { customerId: nobody });
      const request = await agent.call("createServiceRequest", { body });
      const problem = expectProblem(request, "CRM-CU-006", "validation-failed");
      expectPointer(request, problem, "CRM-CU-006", "/customerId");
    },
  },
  {
    id: "customers/found-in-either-script",
    title: "A search in either Chinese script finds a customer whose name is written in the other.",
    requirements: ["CRM-CU-007"],
    operations: ["createCustomer", "listCustomers"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireSearch(kit);
      const mark = kit.tag.replace(/\W/g, "");
      for (const name of [`江南機械${mark}`, `华东电业${mark}`]) {
        const { id } = await kit.make.customer({ displayName: `${kit.tag} ${name}` });
        await expectFound(kit.as("agent"), id, inOtherScript(name));
      }
    },
  },
  {
    id: "customers/listed-found-in-either-script",
    title: "A search in the other Chinese script finds a customer that is listed.",
    requirements: ["CRM-CU-007"],
    operations: ["listCustomers"],
    callers: ["agent"],
    writes: false,
    async run(kit) {
      requireSearch(kit);
      const atMost = maxLimitOf(kit, "listCustomers");
      const rows = await firstRows(kit.as("agent"), "listCustomers", { atMost });
      const words = rows.flatMap(({ id, displayName }) =>
        (String(displayName).match(/\p{Script=Han}{2,}/gu) ?? []).map((word) => ({ id, word })),
      );
      const found = words.find(({ word }) => inOtherScript(word) !== word);
      if (!found)
        return kit.notTestable("no customer's name is written differently in the two Chinese scripts");
      await expectFound(kit.as("agent"), found.id, inOtherScript(found.word));
    },
  },
];

const sentPoints: NonNullable<CustomerInput["contactPoints"]> = [
  { type: "mobile", value: "13800138000", label: "前台 Desk", primary: true },
  { type: "email", value: "sample@example.org", label: "账务 Billing" },
];

function requireSearch(kit: Kit): void {
  if (!declaresFilter(kit, "listCustomers", "q"))
    throw new NotSupported("no search for customers is declared");
}

async function expectFound(agent: Caller, id: string, words: string): Promise<void> {
  const query = { q: words };
  const { rows, pages, complete } = await walk(agent, "listCustomers", { query, maxPages: 5 });
  const isThere = !complete || rows.some((row) => row.id === id);
  expectThat("CRM-CU-007", isThere, `a search for ${words} does not find customer ${id}`, ...pages);
}
