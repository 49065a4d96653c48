import type { Check } from "../check.js";
import { describeOperation } from "../document/operations.js";
import { expectEqual, expectThat } from "../expect.js";
import { type Caller, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { type ListOperation, walk } from "../lists.js";
import { canMake } from "./support/can-make.js";
import { hasTotal, listQuery, maxLimitOf, requireFilter, sortsOf } from "./support/document-lists.js";
import { everyList, type KnownList, listsOf, pageOf, reader } from "./support/known-records.js";
import { expectSameWalk, wholeOf } from "./support/walks.js";

export const paging: readonly Check[] = [
  {
    id: "paging/every-row-once",
    title: "A walk through any list, with pages of any size, meets the rows of one page in the same order.",
    requirements: ["CRM-PAG-001"],
    writes: false,
    async run(kit) {
      let turned = 0;
      for (const caller of walkers(kit))
        for (const list of await listsOf(kit, caller)) turned += await walkInSizes(kit, caller, list);
      if (turned === 0 && !canMake(kit, "createContact"))
        kit.notTestable("no list holds two rows, so that no page can be turned");
    },
  },
  {
    id: "paging/ties-in-place",
    title: "In every order of a list no row is lost or doubled where pages of one row turn.",
    requirements: ["CRM-PAG-001", "CRM-PAG-009"],
    writes: false,
    async run(kit) {
      const caller = kit.session.tokens.customerA === undefined ? reader(kit) : kit.as("customerA");
      for (const list of await listsOf(kit, caller))
        for (const sort of sortsOf(kit, list.operation)) {
          const course = { list, query: { sort }, limit: 1, maxPages: 10, most: 25 };
          await expectSameWalk("CRM-PAG-009", caller, course);
        }
    },
  },
  {
    id: "paging/limit-held",
    title: "A page never holds more rows than were asked for.",
    requirements: ["CRM-PAG-002"],
    writes: false,
    async run(kit) {
      const caller = reader(kit);
      for (const list of await listsOf(kit, caller))
        for (const limit of [1, 2, 3]) {
          const { rows, answer } = await pageOf(caller, list, listQuery({ limit }));
          expectThat(
            "CRM-PAG-002",
            rows.length <= limit,
            `${describeAnswer(answer)} with ${rows.length} rows; expected at most ${limit}`,
            answer,
          );
        }
    },
  },
  {
    id: "paging/total-counts-all",
    title: "`total` counts all rows of a list, on its first page and on its second.",
    requirements: ["CRM-PAG-005"],
    writes: false,
    async run(kit) {
      for (const { caller, list } of await everyList(kit))
        if (hasTotal(list.operation)) await expectTotal(kit, caller, list);
    },
  },
  {
    id: "paging/default-order",
    title: "Without `sort` a list comes in the order the document names.",
    requirements: ["CRM-PAG-006"],
    writes: false,
    async run(kit) {
      let tried = 0;
      for (const { caller, list } of await everyList(kit)) {
        const sort = defaultSort(list.operation);
        if (sort === undefined || !sortsOf(kit, list.operation).includes(sort)) continue;
        tried += Number(await expectDefault(caller, list, sort));
      }
      if (tried === 0) kit.notTestable("no list declares the order the document names as its default");
    },
  },
  {
    id: "paging/default-order-of-new-rows",
    title: "Contacts come by name, interactions latest first and requests by their last change.",
    requirements: ["CRM-PAG-006"],
    operations: [
      "createCustomer",
      "createContact",
      "createInteraction",
      "createServiceRequest",
      "createEntry",
    ],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      requireFilter(kit, "customerId", "listContacts", "listInteractions", "listServiceRequests");
      const { id: customerId } = await kit.make.customer();
      const [late, early] = ["2026-05-04T03:00:00Z", "2026-05-04T02:00:00Z"];
      const made = {
        listContacts: [
          await kit.make.contact(customerId, { name: `B ${kit.tag}` }),
          await kit.make.contact(customerId, { name: `A ${kit.tag}` }),
        ].reverse(),
        listInteractions: [
          await kit.make.interaction(customerId, { occurredAt: late }),
          await kit.make.interaction(customerId, { occurredAt: early }),
        ],
        listServiceRequests: [
          await kit.make.request(agent, { customerId }),
          await kit.make.request(agent, { customerId }),
        ],
      };
      await kit.make.entry(agent, made.listServiceRequests[0]?.id ?? "");
      for (const [operation, rows] of Object.entries(made) as [ListOperation, { id: string }[]][]) {
        const list = { operation, path: {} };
        const { keys, answer } = await wholeOf(agent, list, { customerId }, 25);
        const expected = rows.map(({ id }) => id);
        expectEqual("CRM-PAG-006", keys, expected, `the order of ${operation} without sort`, answer);
      }
    },
  },
];

/** Staff for the many rows, a customer for what the backend leaves out of a page. */
function walkers(kit: Kit): Caller[] {
  const names = (["agent", "customerA"] as const).filter((name) => kit.session.tokens[name] !== undefined);
  return names.map((name) => kit.as(name));
}

/** Walks a list in halves and in quarters, so that the last page is a full one here and not there. */
async function walkInSizes(kit: Kit, caller: Caller, list: KnownList): Promise<number> {
  const most = maxLimitOf(kit, list.operation);
  const { keys, complete } = await wholeOf(caller, list, {}, most);
  if (keys.length < 2) return 0;
  const sizes = complete ? [Math.floor(keys.length / 2) + 1, Math.max(1, Math.floor(keys.length / 4))] : [7];
  for (const limit of sizes)
    await expectSameWalk("CRM-PAG-001", caller, { list, query: {}, limit, maxPages: 8, most });
  return 1;
}

async function expectTotal(kit: Kit, caller: Caller, list: KnownList): Promise<void> {
  const countedOn = async (cursor: string | null) =>
    pageOf(caller, list, listQuery({ limit: 2, total: true, ...(cursor === null ? {} : { cursor }) }));
  const count = async (): Promise<number | undefined> => {
    const limit = maxLimitOf(kit, list.operation);
    const { rows, complete } = await walk(caller, list.operation, {
      path: list.path,
      query: listQuery({ limit }),
      maxPages: 10,
    });
    return complete ? rows.length : undefined;
  };
  const before = await count();
  const first = await countedOn(null);
  const second = first.nextCursor === null ? undefined : await countedOn(first.nextCursor);
  for (const { total, answer } of second ? [first, second] : [first]) {
    expectThat(
      "CRM-PAG-005",
      total === null || typeof total === "number",
      `${describeAnswer(answer)}: total is ${total ?? "absent"}; expected a number`,
      answer,
    );
    if (total === null || before === undefined || total === before) continue;
    // Somebody else may have written meanwhile.
    expectThat(
      "CRM-PAG-005",
      (await count()) !== before,
      `${describeAnswer(answer)}: total is ${total}, but a walk meets ${before} rows`,
      answer,
    );
  }
}

function defaultSort(id: ListOperation): string | undefined {
  const { parameters = [] } = describeOperation(id).operation;
  const schema = parameters.find(({ name }) => name === "sort")?.schema as { default?: string } | undefined;
  return schema?.default;
}

/** Compares a list without `sort` with the order that is its default; false when there is nothing to tell them by. */
async function expectDefault(caller: Caller, list: KnownList, sort: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const asked = await wholeOf(caller, list, { sort }, 50);
    const plain = await wholeOf(caller, list, {}, 50);
    if (asked.keys.length < 2) return false;
    if (asked.keys.join() === plain.keys.join()) return true;
    const again = await wholeOf(caller, list, { sort }, 50);
    expectThat(
      "CRM-PAG-006",
      asked.keys.join() !== again.keys.join(),
      `${describeAnswer(plain.answer)} does not come in the order of sort=${sort}`,
      asked.answer,
      plain.answer,
    );
  }
  return false;
}
