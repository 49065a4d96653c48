import type { OperationId, QueryOf } from "@portico/contract";
import type { Answer, Caller, CallOptions } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { firstRows, type ListOperation, type RowOf, rowsIn } from "../../lists.js";

/** A call that reads something there is. */
export interface KnownRead {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
}

export interface KnownList {
  readonly operation: ListOperation;
  readonly path: Readonly<Record<string, string>>;
}

/** What a caller's lists hold of everything that is read by an id, as calls the backend declares. */
export async function recordsOf(kit: Kit, caller: Caller): Promise<KnownRead[]> {
  const rows = <Id extends ListOperation>(id: Id, options: CallOptions<Id> = {}): Promise<RowOf<Id>[]> =>
    kit.supports(id) ? firstRows(caller, id, { ...options, atMost: 10 }) : Promise.resolve([]);
  const found: KnownRead[] = [];
  const add = (operation: OperationId, path: Record<string, string | undefined>) => {
    const ids = Object.values(path);
    if (kit.supports(operation) && ids.every((id) => typeof id === "string"))
      found.push({ operation, path: path as Record<string, string> });
  };

  const customerId = await customerOf(kit, caller);
  for (const id of customerId === undefined ? [] : [customerId]) {
    for (const operation of [
      "getCustomer",
      "getCustomerSummary",
      "listAssessments",
      "listAccountTeam",
    ] as const)
      add(operation, { id });
    const [member] = await rows("listAccountTeam", { path: { id } });
    add("getTeamMember", { id, memberId: member?.id });
  }
  const [contact] = await rows("listContacts");
  add("getContact", { id: contact?.id });
  const [interaction] = await rows("listInteractions");
  add("getInteraction", { id: interaction?.id });
  const requests = await rows("listServiceRequests");
  for (const operation of ["getServiceRequest", "listEntries"] as const)
    add(operation, { id: requests[0]?.id });
  const file = requests.flatMap(({ attachments }) => attachments ?? [])[0];
  for (const operation of ["getAttachment", "getAttachmentContent"] as const)
    add(operation, { id: file?.id });
  const [rating] = await rows("listRatings");
  add("getRating", { id: rating?.id });
  const indices = await rows("listSatisfactionIndices");
  const index = caller.name.startsWith("customer")
    ? indices.find((each) => each.customerId === customerId && customerId !== undefined)
    : indices[0];
  add("getSatisfactionIndex", { id: index?.id });
  return found;
}

/** The lists a caller may read: the general ones and those of one customer and of one request. */
export async function listsOf(kit: Kit, caller: Caller): Promise<KnownList[]> {
  const general: readonly ListOperation[] = [
    "listCustomers",
    "listContacts",
    "listInteractions",
    "listServiceRequests",
    "listCodeLists",
    "listRatings",
    "listSatisfactionIndices",
  ];
  const customerId = await customerOf(kit, caller);
  const [request] = kit.supports("listServiceRequests")
    ? await firstRows(caller, "listServiceRequests", { atMost: 1 })
    : [];
  const below: { operation: ListOperation; id: string | undefined }[] = [
    { operation: "listAssessments", id: customerId },
    { operation: "listAccountTeam", id: customerId },
    { operation: "listEntries", id: request?.id },
  ];
  return [
    ...general.map((operation) => ({ operation, path: {} })),
    ...below.flatMap(({ operation, id }) => (id === undefined ? [] : [{ operation, path: { id } }])),
  ].filter(({ operation }) => kit.supports(operation));
}

/** Whose records the caller reads: a customer their own, staff those of a customer the kit has a token of. */
async function customerOf(kit: Kit, caller: Caller): Promise<string | undefined> {
  const { customerA } = kit.session.tokens;
  if (caller.name === "customerB" || customerA !== undefined)
    return kit.as(caller.name === "customerB" ? "customerB" : "customerA").me.customerId;
  const [customer] = kit.supports("listCustomers")
    ? await firstRows(caller, "listCustomers", { atMost: 1 })
    : [];
  return customer?.id;
}

/** Staff where there is a token, else a customer: who sees enough rows to turn a page. */
export function reader(kit: Kit): Caller {
  return kit.as(kit.session.tokens.agent === undefined ? "customerA" : "agent");
}

/** The lists of staff, or of a customer where there is no token of staff's, each with who reads it. */
export async function everyList(kit: Kit): Promise<{ caller: Caller; list: KnownList }[]> {
  const caller = reader(kit);
  return (await listsOf(kit, caller)).map((list) => ({ caller, list }));
}

/** Reads one page, of whichever list. */
export async function pageOf(
  caller: Caller,
  { operation, path }: KnownList,
  query: QueryOf<ListOperation>,
): Promise<{ rows: RowOf<ListOperation>[]; nextCursor: string | null; total: unknown; answer: Answer }> {
  const answer = await caller.call(operation, { path, query });
  const { data, page } = rowsIn<RowOf<ListOperation>>(answer);
  return { rows: data, nextCursor: page.nextCursor, total: page.total, answer };
}
