import { operations } from "@portico/contract";
import type { Check } from "../check.js";
import { sortKeyOf } from "../document/instants.js";
import { expectSuccess, expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { type ListOperation, walk } from "../lists.js";
import { keyOf, listOperations, listQuery, maxLimitOf, sortsOf } from "./support/document-lists.js";
import { reader } from "./support/known-records.js";
import type { Row } from "./support/list-filters.js";
import { listOf } from "./support/values.js";

const maxPages = 3;
const sortedLists: readonly ListOperation[] = [
  "listCustomers",
  "listContacts",
  "listInteractions",
  "listServiceRequests",
];

const sorts: Check = {
  id: "sorts/every-declared-sort",
  title: "Every declared value of `sort` orders the rows.",
  requirements: ["CRM-CAP-009"],
  writes: false,
  async run(kit) {
    let told = 0;
    for (const list of sortedLists.filter((id) => kit.supports(id))) told += await trySorts(kit, list);
    if (told === 0) kit.notTestable("no list shows two rows that a sort could tell apart; put some in place");
  },
};

/** Tries the sorts of a list; returns how many of them had something to order. */
async function trySorts(kit: Kit, list: ListOperation): Promise<number> {
  const declared = sortsOf(kit, list);
  let told = 0;
  for (const sort of declared.filter((each) => each.endsWith("At")))
    told += Number(await tryInstants(kit, list, sort));
  for (const sort of declared.filter((each) => !each.endsWith("At") && declared.includes(`-${each}`)))
    told += Number(await tryTexts(kit, list, sort));
  return told;
}

/** Rows without the instant may stand where they like. */
async function tryInstants(kit: Kit, list: ListOperation, sort: string): Promise<boolean> {
  const name = sort.replace("-", "");
  const { rows, evidence } = await read(kit, list, sort);
  const keys = rows.flatMap((row) => sortKeyOf(row[name]) ?? []);
  const inOrder = (a: string, b: string) => (sort.startsWith("-") ? a >= b : a <= b);
  const wrong = keys.findIndex((key, index) => index > 0 && !inOrder(keys[index - 1] ?? key, key));
  expectThat(
    "CRM-CAP-009",
    wrong < 0,
    `${list} with sort=${sort}: ${name} ${keys[wrong - 1]} comes before ${keys[wrong]}`,
    ...evidence,
  );
  return new Set(keys).size > 1;
}

/** How letters are ordered is the backend's affair: down is up, read from the other end. */
async function tryTexts(kit: Kit, list: ListOperation, sort: string): Promise<boolean> {
  const up = await read(kit, list, sort);
  const down = await read(kit, list, `-${sort}`);
  if (!up.complete || !down.complete) return false;
  const places = new Map(down.rows.map((row, index) => [keyOf(row as never), index]));
  const both = up.rows.filter((row) => places.has(keyOf(row as never)));
  const placeOf = (row: Row | undefined) => places.get(keyOf(row as never)) ?? 0;
  const wrong = both.findIndex((row, index) => {
    const before = both[index - 1];
    return before !== undefined && differ(before[sort], row[sort]) && placeOf(before) < placeOf(row);
  });
  expectThat(
    "CRM-CAP-009",
    wrong < 0,
    `${list}: ${JSON.stringify(both[wrong - 1]?.[sort])} comes before ${JSON.stringify(both[wrong]?.[sort])} with sort=${sort} and with sort=-${sort}`,
    ...up.evidence,
    ...down.evidence,
  );
  return new Set(both.map((row) => row[sort])).size > 1;
}

const collator = new Intl.Collator("en", { sensitivity: "base", ignorePunctuation: true });

/** Whether two texts are told apart by any collation: what some take for the same may stand in either order. */
const differ = (a: unknown, b: unknown): boolean => collator.compare(String(a), String(b)) !== 0;

async function read(kit: Kit, list: ListOperation, sort: string) {
  const query = listQuery({ sort, limit: maxLimitOf(kit, list) });
  const { rows, pages, complete } = await walk(reader(kit), list, { query, maxPages });
  return { rows: rows as unknown as Row[], complete, evidence: pages.slice(-1) };
}

/** Those that stand for a resource; one below a single record has no place to declare its limit. */
const wholeLists = listOperations.filter((id) => !operations[id].path.includes("{"));

const resourcesOf = (kit: Kit) =>
  Object.values(kit.capabilities.resources).filter(
    (resource) => typeof resource === "object" && resource !== null,
  );

const limits: Check = {
  id: "capabilities/declared-limit",
  title: "A list takes the largest `limit` it declares.",
  requirements: ["CRM-CAP-010"],
  writes: false,
  async run(kit) {
    for (const { operations: declared, maxLimit } of resourcesOf(kit))
      for (const list of wholeLists.filter(
        (id) => listOf(declared).includes(id) && typeof maxLimit === "number",
      ))
        expectSuccess<unknown>(
          await reader(kit).call(list, { query: listQuery({ limit: maxLimit }) }),
          "CRM-CAP-010",
        );
  },
};

/** Sorts and sizes of pages that are declared. */
export const declaredSorts: readonly Check[] = [sorts, limits];
