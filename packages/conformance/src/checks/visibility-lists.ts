import type { Check } from "../check.js";
import { expectSuccess, expectThat } from "../expect.js";
import { type Answer, type Caller, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, type ListOperation, rowsIn, walk } from "../lists.js";
import { NotSupported } from "../violation.js";
import { canMake } from "./support/can-make.js";
import { declaresFilter, hasTotal, keyOf, listQuery, sortsOf } from "./support/document-lists.js";
import { expectSameRefusal } from "./support/hidden.js";
import { type KnownList, listsOf, pageOf } from "./support/known-records.js";

/** Of a list's rows, whose each is. */
const ownerOf: Partial<Record<ListOperation, (row: Owned) => string | null | undefined>> = {
  listCustomers: ({ id }) => id,
  listContacts: ({ customerId }) => customerId,
  listInteractions: ({ customerId }) => customerId,
  listServiceRequests: ({ customer }) => customer?.id,
  listRatings: ({ customerId }) => customerId,
  listAssessments: ({ customerId }) => customerId,
  listAccountTeam: ({ customerId }) => customerId,
};

interface Owned {
  readonly id?: string;
  readonly customerId?: string;
  readonly customer?: { readonly id?: string } | null;
}

export const visibilityOfLists: readonly Check[] = [
  {
    id: "visibility/own-rows-only",
    title: "Every list of a customer, in every order, holds rows of their own alone.",
    requirements: ["CRM-VIS-001"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      let rows = 0;
      for (const name of ["customerA", "customerB"] as const)
        for (const list of await ownedLists(kit, kit.as(name))) {
          // Small pages too: what holds for the first page is to hold behind its cursor.
          rows += await expectOwn(kit.as(name), list, { limit: 5 }, 10);
          for (const sort of sortsOf(kit, list.operation))
            rows += await expectOwn(kit.as(name), list, { limit: 50, sort });
        }
      if (rows === 0 && !canMake(kit, "createServiceRequest", "createContact"))
        kit.notTestable("neither customer has a row in any list; give both some requests and contacts");
    },
  },
  {
    id: "visibility/new-rows-only-to-their-owner",
    title: "What is made for one customer is in no list of the other.",
    requirements: ["CRM-VIS-001"],
    callers: ["customerA", "customerB", "agent"],
    writes: true,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const made = {
        ...(kit.supports("createServiceRequest")
          ? { listServiceRequests: (await kit.make.request(b)).id }
          : {}),
        ...(kit.supports("createContact") ? { listContacts: (await kit.make.contact(b.customerId)).id } : {}),
        ...(kit.supports("createInteraction")
          ? { listInteractions: (await kit.make.interaction(b.customerId, { visibility: "public" })).id }
          : {}),
      };
      for (const [operation, id] of Object.entries(made) as [ListOperation, string][]) {
        const seen = await walk(a, operation, { query: listQuery({ limit: 100 }), maxPages: 5 });
        expectThat(
          "CRM-VIS-001",
          seen.rows.every((row) => keyOf(row) !== id),
          `${operation} as customerA holds ${id}, which was made for customerB`,
          ...seen.pages,
        );
      }
    },
  },
  {
    id: "visibility/filter-by-another-customer",
    title: "A filter by another customer's id gives nothing, as one by an unknown id does.",
    requirements: ["CRM-VIS-003"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const filters = await filtersNaming(kit, b);
      if (filters.length === 0) throw new NotSupported("no list declares a filter that names a customer");
      for (const { operation, name, value } of filters)
        for (const more of hasTotal(operation) ? [{}, { total: true }] : [{}])
          await expectNothing(kit, a, operation, name, value, more);
    },
  },
  {
    id: "visibility/total-counts-own-rows",
    title: "`total` of a customer's list counts the rows the customer can walk through.",
    requirements: ["CRM-VIS-004"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      for (const name of ["customerA", "customerB"] as const)
        for (const list of await ownedLists(kit, kit.as(name), true))
          if (hasTotal(list.operation)) await expectTrueTotal(kit.as(name), list, {});
    },
  },
  {
    id: "visibility/search-finds-own-rows",
    title: "A search for words of another customer's finds and counts nothing of theirs.",
    requirements: ["CRM-VIS-004"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const a = kit.as("customerA");
      const searched = (["listCustomers", "listContacts", "listServiceRequests"] as const).filter(
        (id) => kit.supports(id) && declaresFilter(kit, id, "q"),
      );
      if (searched.length === 0) throw new NotSupported("no list declares the filter `q`");
      for (const operation of searched)
        for (const q of await wordsOf(kit, kit.as("customerB"), operation)) {
          const list = { operation, path: {} };
          await expectOwn(a, list, { q, limit: 50 });
          await expectTrueTotal(a, list, { q });
        }
    },
  },
  {
    id: "visibility/cursor-of-another",
    title: "A cursor that one caller was given opens no rows to another.",
    requirements: ["CRM-VIS-010"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const tried = await passCursorsOn(kit);
      if (tried === 0 && !canMake(kit, "createServiceRequest"))
        kit.notTestable("no list of the customers has two rows");
    },
  },
  {
    id: "visibility/cursor-of-another-for-new-rows",
    title: "A cursor into a customer's new requests opens no rows to another.",
    requirements: ["CRM-VIS-010", "CRM-VIS-001"],
    operations: ["createServiceRequest", "listServiceRequests"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      for (const name of ["customerA", "customerA", "customerB"] as const)
        await kit.make.request(kit.as(name));
      expectThat(
        "CRM-VIS-001",
        (await passCursorsOn(kit)) > 0,
        "customer A does not see two requests just made",
      );
    },
  },
];

/** Gives every caller's cursors to the customers whose they are not; returns how many there were. */
async function passCursorsOn(kit: Kit): Promise<number> {
  const names = (["agent", "customerA", "customerB"] as const).filter((each) => kit.session.tokens[each]);
  let tried = 0;
  for (const giver of names)
    for (const operation of ["listServiceRequests", "listContacts", "listInteractions"] as const) {
      if (!kit.supports(operation)) continue;
      const { nextCursor } = await pageOf(kit.as(giver), { operation, path: {} }, listQuery({ limit: 1 }));
      if (nextCursor === null) continue;
      for (const taker of names.filter((each) => each !== giver && each !== "agent")) {
        tried += 1;
        const query = listQuery({ limit: 1, cursor: nextCursor });
        expectNoRows(await kit.as(taker).call(operation, { query }), `a cursor of ${giver}`);
      }
    }
  return tried;
}

async function ownedLists(kit: Kit, caller: Caller, alsoBelow = false): Promise<KnownList[]> {
  const lists = await listsOf(kit, caller);
  return lists.filter(
    ({ operation }) => ownerOf[operation] !== undefined || (alsoBelow && operation === "listEntries"),
  );
}

/** Reads a list to its end, or far into it, and demands that every row is the caller's; returns how many there were. */
async function expectOwn(
  caller: Caller,
  { operation, path }: KnownList,
  query: object,
  maxPages = 4,
): Promise<number> {
  const { rows, pages } = await walk(caller, operation, {
    path,
    query: listQuery({ ...query }),
    maxPages,
  });
  for (const row of rows) {
    const owner = ownerOf[operation]?.(row as Owned);
    expectThat(
      "CRM-VIS-001",
      owner === caller.customerId,
      `${operation} as ${caller.name} with ${JSON.stringify(query)} holds ${keyOf(row)}, which is of ${owner ?? "nobody"}; expected rows of ${caller.customerId}`,
      ...pages,
    );
  }
  return rows.length;
}

async function expectTrueTotal(caller: Caller, list: KnownList, query: object): Promise<void> {
  const counted = await pageOf(caller, list, listQuery({ ...query, limit: 1, total: true }));
  if (typeof counted.total !== "number") return;
  const seen = await walk(caller, list.operation, {
    path: list.path,
    query: listQuery({ ...query, limit: 100 }),
    maxPages: 5,
  });
  if (!seen.complete) return;
  expectThat(
    "CRM-VIS-004",
    counted.total === seen.rows.length,
    `${describeAnswer(counted.answer)}: total is ${counted.total}, but ${caller.name} sees ${seen.rows.length} rows`,
    ...seen.pages,
    counted.answer,
  );
}

interface NamingFilter {
  readonly operation: ListOperation;
  readonly name: string;
  readonly value: string;
}

async function filtersNaming(kit: Kit, b: Caller): Promise<NamingFilter[]> {
  const lists = ["listContacts", "listInteractions", "listServiceRequests", "listRatings"] as const;
  const [request] = kit.supports("listServiceRequests")
    ? await firstRows(b, "listServiceRequests", { atMost: 1 })
    : [];
  const filters: { operation: ListOperation; name: string; value: string | undefined }[] = [
    ...lists.map((operation) => ({ operation, name: "customerId", value: b.customerId })),
    { operation: "listCustomers", name: "parentId", value: b.customerId },
    { operation: "listRatings", name: "serviceRequestId", value: request?.id },
  ];
  return filters.flatMap(({ operation, name, value }) =>
    value !== undefined && kit.supports(operation) && declaresFilter(kit, operation, name)
      ? [{ operation, name, value }]
      : [],
  );
}

async function expectNothing(
  kit: Kit,
  caller: Caller,
  operation: ListOperation,
  name: string,
  value: string,
  more: object,
): Promise<void> {
  const unknown = kit.unknownId(value);
  const answer = await caller.call(operation, { query: listQuery({ [name]: value, ...more }) });
  const nowhere = await caller.call(operation, { query: listQuery({ [name]: unknown, ...more }) });
  if (answer.status >= 400)
    return expectSameRefusal("CRM-VIS-003", answer, { [name]: value }, nowhere, { [name]: unknown });
  const { data, page } = rowsIn(answer);
  expectThat(
    "CRM-VIS-003",
    data.length === 0 && (page.total ?? 0) === 0 && nowhere.status === answer.status,
    `${describeAnswer(answer)} with ${data.length} rows and total ${page.total ?? "absent"} by another customer's id, ${nowhere.status} by an unknown one; expected nothing in both`,
    nowhere,
    answer,
  );
}

/** What another customer's rows can be found by: names, titles and numbers. */
async function wordsOf(kit: Kit, b: Caller, operation: ListOperation): Promise<string[]> {
  const { rows } = await pageOf(b, { operation, path: {} }, listQuery({ limit: 3 }));
  const own = kit.supports("getCustomer")
    ? [expectSuccess(await b.call("getCustomer", { path: { id: b.customerId } })).displayName]
    : [];
  const words = rows.flatMap((row) => {
    const { displayName, name, title, number } = row as Record<string, unknown>;
    return [displayName, name, title, number];
  });
  return [...new Set([...own, ...words])]
    .filter((word): word is string => typeof word === "string" && word !== "")
    .map((word) => [...word].slice(0, 60).join("").trim());
}

function expectNoRows(answer: Answer, what: string): void {
  const { code, data } = (answer.body ?? {}) as { code?: unknown; data?: unknown[] };
  expectThat(
    "CRM-VIS-010",
    (answer.status === 400 && code === "invalid-cursor") || (answer.status === 200 && data?.length === 0),
    `${describeAnswer(answer)} with ${what} and ${data?.length ?? "no"} rows; expected 400 invalid-cursor`,
    answer,
  );
}
