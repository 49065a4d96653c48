import type { QueryOf } from "@portico/contract";
import type { Check } from "../check.js";
import { expectSuccess, expectThat } from "../expect.js";
import type { Answer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { type ListOperation, walk } from "../lists.js";
import { keyOf, listQuery, requireFilter, sortsOf } from "./support/document-lists.js";

export const pagingUnderChange: readonly Check[] = [
  {
    id: "paging/contacts-added-meanwhile",
    title: "A walk meets every contact that was there all the time once, while others are added.",
    requirements: ["CRM-PAG-007"],
    operations: ["createCustomer", "createContact", "listContacts"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireFilter(kit, "customerId", "listContacts");
      const { customerId, ids } = await contactsNamed(kit, ["B", "C", "D", "E", "F", "G"]);
      for (const sort of sortsOf(kit, "listContacts")) {
        const query = { customerId, limit: 2, sort };
        // One that sorts before all and one that sorts behind all, at every turn of a page.
        const onPage = async (page: number) => {
          for (const letter of page > 3 ? [] : ["A", "Z"])
            await kit.make.contact(customerId, { name: `${letter} ${kit.tag}` });
        };
        await expectAllOnce(kit, "CRM-PAG-007", "listContacts", query, ids, onPage);
      }
    },
  },
  {
    id: "paging/requests-added-meanwhile",
    title: "A walk meets every request that was there all the time once, while others are made.",
    requirements: ["CRM-PAG-007"],
    operations: ["createCustomer", "createServiceRequest", "listServiceRequests"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireFilter(kit, "customerId", "listServiceRequests");
      const { id: customerId } = await kit.make.customer();
      const make = async () => (await kit.make.request(kit.as("agent"), { customerId })).id;
      const ids = [await make(), await make(), await make(), await make()];
      for (const sort of ["-createdAt", "-updatedAt"].filter((each) =>
        sortsOf(kit, "listServiceRequests").includes(each),
      )) {
        const onPage = async (page: number) => {
          if (page <= 2) await make();
        };
        const query = { customerId, limit: 2, sort };
        await expectAllOnce(kit, "CRM-PAG-007", "listServiceRequests", query, ids, onPage);
      }
    },
  },
  {
    id: "paging/contacts-removed-meanwhile",
    title:
      "A walk meets every contact that stays once, while those it has passed and those to come are removed.",
    requirements: ["CRM-PAG-008"],
    operations: ["createCustomer", "createContact", "getContact", "deleteContact", "listContacts"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireFilter(kit, "customerId", "listContacts");
      const names = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
      const { customerId, ids } = await contactsNamed(kit, names);
      // Pages of two: the first row passed, the row a cursor stands on, and one that is still to come.
      const leaving: Record<number, readonly number[]> = { 1: [0, 1], 2: [3, 8] };
      const gone = [0, 1, 3, 8];
      const staying = ids.filter((_, i) => !gone.includes(i));
      const onPage = async (page: number) => {
        for (const at of leaving[page] ?? []) await remove(kit, ids[at] ?? "");
      };
      const query = { customerId, limit: 2, sort: "name" };
      await expectAllOnce(kit, "CRM-PAG-008", "listContacts", query, staying, onPage);
    },
  },
  {
    id: "paging/same-names",
    title: "Contacts of one name are neither lost nor doubled where a page turns.",
    requirements: ["CRM-PAG-009"],
    operations: ["createCustomer", "createContact", "listContacts"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireFilter(kit, "customerId", "listContacts");
      const { customerId, ids } = await contactsNamed(kit, ["A", "A", "A", "A", "A"]);
      for (const sort of sortsOf(kit, "listContacts"))
        for (const limit of [1, 2])
          await expectAllOnce(kit, "CRM-PAG-009", "listContacts", { customerId, limit, sort }, ids);
    },
  },
  {
    id: "paging/same-instants",
    title: "Interactions of one instant are neither lost nor doubled where a page turns.",
    requirements: ["CRM-PAG-009"],
    operations: ["createCustomer", "createInteraction", "listInteractions"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      requireFilter(kit, "customerId", "listInteractions");
      const { id: customerId } = await kit.make.customer();
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1)
        ids.push((await kit.make.interaction(customerId, { occurredAt: "2026-05-04T03:02:01Z" })).id);
      for (const sort of sortsOf(kit, "listInteractions"))
        for (const limit of [1, 2])
          await expectAllOnce(kit, "CRM-PAG-009", "listInteractions", { customerId, limit, sort }, ids);
    },
  },
];

async function contactsNamed(kit: Kit, names: readonly string[]) {
  const { id: customerId } = await kit.make.customer();
  const ids: string[] = [];
  for (const name of names) ids.push((await kit.make.contact(customerId, { name: `${name} ${kit.tag}` })).id);
  return { customerId, ids };
}

async function remove(kit: Kit, id: string): Promise<void> {
  const path = { id };
  const { headers } = await kit.as("agent").call("getContact", { path });
  const answer = await kit.as("agent").call("deleteContact", { path, ifMatch: headers.get("ETag") ?? "*" });
  expectSuccess(answer);
}

/** Walks a list that changes on the way and demands that it meets these rows once each, and none twice. */
async function expectAllOnce<Id extends ListOperation>(
  kit: Kit,
  requirement: "CRM-PAG-007" | "CRM-PAG-008" | "CRM-PAG-009",
  operation: Id,
  query: object,
  ids: readonly string[],
  onPage: (page: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const options = { query: listQuery({ ...query }) as QueryOf<Id>, onPage, requirement, maxPages: 40 };
  const { rows, pages } = await walk(kit.as("agent"), operation, options);
  const keys = rows.map((row) => keyOf(row));
  const what = `a walk of ${operation} with ${JSON.stringify(query)}`;
  const evidence: readonly Answer[] = pages;
  const lost = ids.filter((id) => !keys.includes(id));
  expectThat(requirement, lost.length === 0, `${what} does not meet ${lost.join(", ")}`, ...evidence);
  const doubled = keys.find((key, at) => keys.indexOf(key) !== at);
  expectThat(requirement, doubled === undefined, `${what} meets ${doubled} twice`, ...evidence);
}
