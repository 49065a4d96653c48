import type { Check } from "../check.js";
import { expectProblem } from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import type { ListOperation } from "../lists.js";
import { declaresFilter, listQuery, sortsOf } from "./support/document-lists.js";
import { everyList, type KnownList, pageOf } from "./support/known-records.js";

export const cursors: readonly Check[] = [
  {
    id: "paging/cursor-bound-to-sort",
    title: "A cursor used with another sort is refused.",
    requirements: ["CRM-PAG-003"],
    writes: false,
    async run(kit) {
      let tried = 0;
      for (const { caller, list } of await everyList(kit)) {
        const [sort, ...others] = sortsOf(kit, list.operation);
        const cursor = await cursorOf(caller, list, sort === undefined ? {} : { sort });
        if (cursor === null) continue;
        for (const other of others) {
          tried += 1;
          await expectRefused("CRM-PAG-003", caller, list, { sort: other, cursor });
        }
      }
      if (tried === 0) kit.notTestable("no list that declares two orders holds two rows");
    },
  },
  {
    id: "paging/cursor-bound-to-filter",
    title: "A cursor used with another filter is refused, and so is one of another list.",
    requirements: ["CRM-PAG-003"],
    writes: false,
    async run(kit) {
      let tried = 0;
      for (const { caller, list } of await everyList(kit)) {
        const filters = filtersOf(kit, list);
        const cursor = await cursorOf(caller, list, {});
        if (cursor === null) continue;
        for (const filter of filters) {
          tried += 1;
          await expectRefused("CRM-PAG-003", caller, list, { ...filter, cursor });
          const filtered = await cursorOf(caller, list, filter);
          if (filtered !== null) await expectRefused("CRM-PAG-003", caller, list, { cursor: filtered });
        }
        for (const other of neighbours(kit, list)) {
          tried += 1;
          await expectRefused("CRM-PAG-003", caller, { operation: other, path: {} }, { cursor });
        }
      }
      if (tried === 0) kit.notTestable("no list that declares a filter holds two rows");
    },
  },
  {
    id: "paging/made-up-cursor-refused",
    title: "A cursor that no list has given out is refused.",
    requirements: ["CRM-PAG-004"],
    writes: false,
    async run(kit) {
      for (const { caller, list } of await everyList(kit))
        for (const cursor of madeUp(kit, await cursorOf(caller, list, {})))
          await expectRefused("CRM-PAG-004", caller, list, { cursor });
    },
  },
];

async function cursorOf(caller: Caller, list: KnownList, query: object): Promise<string | null> {
  return (await pageOf(caller, list, listQuery({ ...query, limit: 1 }))).nextCursor;
}

async function expectRefused(
  requirement: "CRM-PAG-003" | "CRM-PAG-004",
  caller: Caller,
  { operation, path }: KnownList,
  query: object,
): Promise<void> {
  const answer = await caller.call(operation, { path, query: listQuery({ ...query, limit: 1 }) });
  expectProblem(answer, requirement, "invalid-cursor");
}

/** Filters that the backend declares for a list, with values any backend understands. */
function filtersOf(kit: Kit, { operation }: KnownList): object[] {
  const customerId = kit.session.introductions.get("customerA")?.customerId;
  const filters = [{ q: "a" }, ...(customerId === undefined ? [] : [{ customerId }])];
  return filters.filter((each) => Object.keys(each).every((name) => declaresFilter(kit, operation, name)));
}

const neighbours = (kit: Kit, { operation }: KnownList): ListOperation[] =>
  (["listContacts", "listServiceRequests"] as const).filter((id) => id !== operation && kit.supports(id));

/** What is no cursor, and what was one before it was changed. */
function madeUp(kit: Kit, cursor: string | null): string[] {
  const noise = Buffer.from(`${kit.unknownId()}`).toString("base64url");
  const position = Buffer.from(JSON.stringify({ offset: 1, id: kit.unknownId() })).toString("base64url");
  const middle = Math.floor((cursor ?? "").length / 2);
  const changed =
    cursor === null
      ? []
      : [
          `${cursor.slice(0, middle)}${cursor[middle] === "A" ? "B" : "A"}${cursor.slice(middle + 1)}`,
          cursor.slice(0, middle),
        ];
  return ["", "1", noise, position, "x".repeat(1000), ...changed];
}
