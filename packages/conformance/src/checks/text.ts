import type { Check } from "../check.js";
import { expectEqual, expectSuccess } from "../expect.js";
import { listOf } from "./support/values.js";

/** Text that programs spoil: each in a way of its own, and short enough for the shortest member. */
const samples: readonly string[] = [
  "简体與繁體，：“引号”",
  "é e\u0301 Å A\u030a ﬁ",
  "👩‍🚒👨‍👩‍👧‍👦🇨🇳🏳️‍🌈",
  "𠮷野家 𝔘 𝟙",
  "עברית \u202eabc\u202c العربية\u200f",
  "ก็็ ऩि \u200b|\u200d|\ufeff|",
  `<script>alert("1")</script> &amp; 'x'`,
  "\\n %s {{7*7}} #{7*7} --;",
];

const lines = "第一行\nline two\n\n\tthe last";

const requests: Check = {
  id: "text/of-a-request",
  title: "Text of any script comes back from a request and its log as it was sent.",
  requirements: ["CRM-WIR-009"],
  operations: ["createServiceRequest", "getServiceRequest", "createEntry", "listEntries"],
  callers: ["customerA"],
  writes: true,
  async run(kit) {
    const customer = kit.as("customerA");
    for (const some of [samples.slice(0, 4), samples.slice(4)]) {
      const title = [kit.tag, ...some].join(" ");
      const description = [...some, lines].join("\n");
      const path = { id: (await kit.make.request(customer, { title, description })).id };
      const read = await customer.call("getServiceRequest", { path });
      const request = expectSuccess(read);
      expectEqual("CRM-WIR-009", request.title, title, "title", read);
      expectEqual("CRM-WIR-009", request.description, description, "description", read);
      for (const text of [...some, lines])
        expectSuccess(await customer.call("createEntry", { path, body: { type: "reply", text } }));
      const log = await customer.call("listEntries", { path, query: { limit: 100 } });
      const replies = listOf(expectSuccess(log).data).filter(({ type }) => type === "reply");
      expectEqual(
        "CRM-WIR-009",
        replies.map(({ text }) => text).sort(),
        [...some, lines].sort(),
        "what replies say",
        log,
      );
    }
  },
};

const customers: Check = {
  id: "text/of-a-customer",
  title: "A customer's names and tags of any script come back as they were sent.",
  requirements: ["CRM-WIR-009"],
  operations: ["createCustomer", "getCustomer"],
  callers: ["agent"],
  writes: true,
  async run(kit) {
    const displayName = [kit.tag, ...samples].join(" ");
    const alternateNames = samples.map((name) => ({ language: "zh-Hans", name }));
    const tags = [kit.tag, ...samples];
    const { id } = await kit.make.customer({ displayName, alternateNames, tags });
    const read = await kit.as("agent").call("getCustomer", { path: { id } });
    const customer = expectSuccess(read);
    expectEqual("CRM-WIR-009", customer.displayName, displayName, "displayName", read);
    const names = listOf(customer.alternateNames).map(({ name }) => name);
    expectEqual("CRM-WIR-009", names.sort(), [...samples].sort(), "alternateNames", read);
    expectEqual("CRM-WIR-009", [...listOf(customer.tags)].sort(), [...tags].sort(), "tags", read);
  },
};

/** That text is kept as it is. */
export const text: readonly Check[] = [requests, customers];
