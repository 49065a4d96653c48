import type {
  CodeList,
  Contact,
  Customer,
  Interaction,
  Rating,
  SatisfactionIndex,
  ServiceRequest,
} from "@portico/contract";
import { requestStateValues } from "@portico/contract";
import { codeLists } from "@portico/contract/code-lists";
import { type ListShape, member, ofCustomer, parametersOf } from "./lists.js";
import type { FakeRequest, Operation, Operations, Reply } from "./operation.js";
import { Refusal } from "./problem.js";
import { identifier, oneOf, word } from "./rules.js";
import type { Resource, Tables } from "./store.js";
import { find, maySee, views } from "./views.js";

const shapes: { readonly [Name in Resource]: ListShape<Tables[Name]> } = {
  customers: {
    filters: { ...member<Customer>("kind"), ...member<Customer>("status"), ...member<Customer>("industry") },
    sorts: ["displayName", "-displayName", "-updatedAt", "updatedAt", "-createdAt", "createdAt"],
  },
  contacts: { filters: ofCustomer<Contact>(), sorts: ["name", "-name", "-updatedAt", "updatedAt"] },
  interactions: {
    filters: { ...ofCustomer<Interaction>(), ...member<Interaction>("channel") },
    sorts: ["-occurredAt", "occurredAt"],
  },
  serviceRequests: {
    filters: {
      customerId: { rule: identifier, of: ({ customer }) => customer?.id },
      state: { rule: oneOf(requestStateValues), several: true, of: ({ state }) => state },
      kind: { rule: word, several: true, of: ({ kind }) => kind },
      ...member<ServiceRequest>("channel"),
    },
    sorts: ["-updatedAt", "updatedAt", "-createdAt", "createdAt"],
  },
  entries: { filters: {}, sorts: ["createdAt", "-createdAt"] },
  ratings: {
    filters: {
      ...ofCustomer<Rating>(),
      ...member<Rating>("serviceRequestId", identifier),
      ...member<Rating>("metric"),
    },
    sorts: ["-createdAt"],
    sortable: false,
  },
  satisfactionIndices: {
    filters: { ...member<SatisfactionIndex>("industry"), ...member<SatisfactionIndex>("metric") },
    sorts: ["code"],
    sortable: false,
  },
};

function listed<Row extends { id: string }>(
  shape: ListShape<Row>,
  rows: (request: FakeRequest) => readonly Row[],
  view: (row: Row, request: FakeRequest) => unknown,
): Operation {
  return {
    query: parametersOf(shape),
    filters: Object.keys(shape.filters),
    sorts: shape.sortable === false ? [] : shape.sorts,
    run(request) {
      const { rows: shown, page } = request.pages.of(rows(request), shape, request);
      return { body: { data: shown.map((row) => view(row, request)), page } };
    },
  };
}

const listOf = <Name extends Resource>(name: Name): Operation =>
  listed<Tables[Name]>(
    shapes[name],
    ({ store, caller }) => [...store.tables[name].values()].filter((row) => maySee(store, name, caller, row)),
    (row, request) => seen(name, row, request),
  );

const seen = <Name extends Resource>(name: Name, row: Tables[Name], { store, caller }: FakeRequest) =>
  views[name](row, caller, store.now());

const single = (name: Resource): Operation => ({ run: (request) => shown(name, request) });

function shown<Name extends Resource>(name: Name, request: FakeRequest): Reply {
  return { body: seen(name, find(request.store, name, request.id, request.caller), request) };
}

const listShape: ListShape<CodeList & { id: string }> = {
  ...{ filters: {}, sorts: ["id"], sortable: false, countable: false },
};

/** What can be read without changing anything. */
export const reads: Operations = {
  getMe: {
    run: ({ caller: { principal, id, displayName, customerId } }) =>
      principal === "guest"
        ? { body: { principal, scopes: [] } }
        : { body: { principal, id, displayName, customerId, scopes: [] } },
  },
  listCustomers: listOf("customers"),
  getCustomer: single("customers"),
  listContacts: listOf("contacts"),
  getContact: single("contacts"),
  listInteractions: listOf("interactions"),
  getInteraction: single("interactions"),
  listServiceRequests: listOf("serviceRequests"),
  getServiceRequest: single("serviceRequests"),
  listEntries: listed(
    shapes.entries,
    ({ store, caller, id }) => {
      find(store, "serviceRequests", id, caller);
      return [...store.tables.entries.values()].filter(
        (entry) => entry.serviceRequestId === id && maySee(store, "entries", caller, entry),
      );
    },
    (entry) => entry,
  ),
  listCodeLists: listed(
    listShape,
    () => codeLists.map((list) => ({ ...list, id: list.name })),
    ({ id: _, ...list }) => list,
  ),
  getCodeList: {
    run({ id }) {
      const body = codeLists.find(({ name }) => name === id);
      if (!body) throw new Refusal("not-found");
      return { body };
    },
  },
  listRatings: listOf("ratings"),
  getRating: single("ratings"),
  listSatisfactionIndices: listOf("satisfactionIndices"),
  getSatisfactionIndex: single("satisfactionIndices"),
};
