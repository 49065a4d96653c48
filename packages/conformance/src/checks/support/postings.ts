import type { BodyOf, OperationId } from "@portico/contract";
import { expectSuccess } from "../../expect.js";
import type { Answer, Caller, CallOptions } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { type ListOperation, walk } from "../../lists.js";
import { type AnyRow, declaresFilter, keyOf, listQuery } from "./document-lists.js";
import { firstPointOf, may, movesOf } from "./shown.js";

/** A POST that will succeed, on things made for it. */
export interface Posting {
  readonly operation: OperationId;
  readonly caller: Caller;
  readonly options: {
    readonly path?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: object;
  };
  /** Another well-formed body. */
  readonly otherBody: object;
  /** What has come of it so far, as far as the contract shows it: a repeat must not add to it. */
  effects(): Promise<readonly string[]>;
}

/** Sends a posting under a key; without one for null. */
export const post = ({ operation, caller, options }: Posting, key: string | null): Promise<Answer> =>
  caller.call(operation, { ...options, key } as CallOptions<OperationId>);

export const postOther = ({ options, otherBody, ...posting }: Posting, key: string): Promise<Answer> =>
  post({ ...posting, otherBody, options: { ...options, body: otherBody } }, key);

type Prepare = (kit: Kit) => Promise<Posting>;

/** How every POST of the contract is made ready. */
const postings: Readonly<Partial<Record<OperationId, Prepare>>> = {
  async createCustomer(kit) {
    const { id: parentId } = await kit.make.customer();
    const body = kit.make.customerInput({ parentId });
    return {
      operation: "createCustomer",
      caller: kit.as("agent"),
      options: { body },
      otherBody: { ...body, displayName: `${kit.tag} 另一家 Another` },
      effects: () => rowsBy(kit, "listCustomers", { parentId }),
    };
  },

  async revealContactPoint(kit) {
    const { caller, path } = await whoMayReveal(kit);
    const body = { reason: `${kit.tag} call back` };
    const otherBody = { reason: `${kit.tag} another reason` };
    return { operation: "revealContactPoint", caller, options: { path, body }, otherBody, effects: nothing };
  },

  async createAssessment(kit) {
    const path = { id: (await kit.make.customer()).id };
    const body = { kind: "tier", code: "gold", reason: kit.tag };
    return {
      operation: "createAssessment",
      caller: kit.as("agent"),
      options: { path, body },
      otherBody: { ...body, code: "silver" },
      effects: () => rowsBelow(kit, "listAssessments", path),
    };
  },

  async addTeamMember(kit) {
    const caller = kit.as("manager");
    const { id: memberId } = caller.me;
    if (memberId === undefined) return kit.notTestable("`/v1/me` tells a manager no id");
    const path = { id: (await kit.make.customer()).id };
    const body = { memberId, role: "specialist" };
    return {
      operation: "addTeamMember",
      caller,
      options: { path, body },
      otherBody: { ...body, role: "technicalContact" },
      effects: () => rowsBelow(kit, "listAccountTeam", path),
    };
  },

  async createContact(kit) {
    const { id: customerId } = await kit.make.customer();
    const body = { customerId, name: `${kit.tag} 李样品` };
    return {
      operation: "createContact",
      caller: kit.as("agent"),
      options: { body },
      otherBody: { ...body, name: `${kit.tag} 王样品` },
      effects: () => rowsBy(kit, "listContacts", { customerId }),
    };
  },

  async createInteraction(kit) {
    const { id: customerId } = await kit.make.customer();
    const body = { customerId, direction: "inbound", channel: "phone", subject: `${kit.tag} 来电 Call` };
    return {
      operation: "createInteraction",
      caller: kit.as("agent"),
      options: { body },
      otherBody: { ...body, subject: `${kit.tag} 又来电 Another call` },
      effects: () => rowsBy(kit, "listInteractions", { customerId }),
    };
  },

  async createServiceRequest(kit) {
    const { id: customerId } = await kit.make.customer();
    const body = await kit.make.requestInput(kit.as("agent"), { customerId });
    return {
      operation: "createServiceRequest",
      caller: kit.as("agent"),
      options: { body },
      otherBody: { ...body, title: `${kit.tag} 另一件 Another` },
      effects: () => rowsBy(kit, "listServiceRequests", { customerId }),
    };
  },

  async transitionServiceRequest(kit) {
    const request = await kit.make.request(kit.as("agent"));
    const [to, other] = movesOf(request);
    if (to === undefined) return kit.notSupported("an agent may not move a new request");
    return {
      operation: "transitionServiceRequest",
      caller: kit.as("agent"),
      options: { path: { id: request.id }, body: kit.make.moveTo(to) },
      otherBody:
        other === undefined ? { ...kit.make.moveTo(to), reason: "另一原因" } : kit.make.moveTo(other),
      effects: () => logOf(kit, request.id),
    };
  },

  async urgeServiceRequest(kit) {
    const [caller, id] = await whoMayUrge(kit);
    return {
      operation: "urgeServiceRequest",
      caller,
      options: { path: { id }, body: { reason: `${kit.tag} 催办` } },
      otherBody: { reason: `${kit.tag} 再催` },
      effects: () => logOf(kit, id),
    };
  },

  async assignServiceRequest(kit) {
    const agent = kit.as("agent");
    const { id } = await kit.make.request(agent);
    const { id: handlerId, unitId } = agent.me;
    if (handlerId === undefined) return kit.notTestable("`/v1/me` tells an agent no id");
    const body = { handlerId, ...(unitId === undefined ? {} : { unitId }), reason: kit.tag };
    return {
      operation: "assignServiceRequest",
      caller: agent,
      options: { path: { id }, body },
      otherBody: { ...body, reason: `${kit.tag} 另一原因` },
      effects: () => logOf(kit, id),
    };
  },

  async createEntry(kit) {
    const path = { id: (await kit.make.request(kit.as("agent"))).id };
    const text = `${kit.tag} 已受理 Noted`;
    const body: BodyOf<"createEntry"> = { type: "reply", text };
    const isText = (row: AnyRow) => (row as { text?: unknown }).text === text;
    return {
      operation: "createEntry",
      caller: kit.as("agent"),
      options: { path, body },
      otherBody: { ...body, text: `${text} 2` },
      effects: () => rowsBelow(kit, "listEntries", path, isText),
    };
  },

  async uploadAttachment(kit) {
    const bytes = (text: string) => new TextEncoder().encode(`${kit.tag} ${text}\n`);
    const options = kit.make.upload("样品.txt", "text/plain", bytes("first"));
    const otherBody = bytes("other");
    return { operation: "uploadAttachment", caller: kit.as("agent"), options, otherBody, effects: nothing };
  },

  async createRating(kit) {
    const a = kit.as("customerA");
    const { id: serviceRequestId } = await kit.make.request(a);
    await kit.make.move({ id: serviceRequestId }, "resolved");
    const body = { metric: "csat", score: 4, serviceRequestId, comment: kit.tag };
    return {
      operation: "createRating",
      caller: a,
      options: { body },
      otherBody: { ...body, score: 3 },
      effects: () => rowsBy(kit, "listRatings", { serviceRequestId }),
    };
  },
};

const nothing = async (): Promise<readonly string[]> => [];

/** The rows of a list by a filter; none where the backend has no such filter. */
async function rowsBy(
  kit: Kit,
  operation: ListOperation,
  filter: Readonly<Record<string, string>>,
): Promise<string[]> {
  const isDeclared = Object.keys(filter).every((name) => declaresFilter(kit, operation, name));
  if (!kit.supports(operation) || !isDeclared) return [];
  const { rows } = await walk(kit.as("agent"), operation, { query: listQuery(filter), maxPages: 4 });
  return rows.map(keyOf);
}

async function rowsBelow(
  kit: Kit,
  operation: ListOperation,
  path: Readonly<Record<string, string>>,
  isMeant: (row: AnyRow) => boolean = () => true,
): Promise<string[]> {
  if (!kit.supports(operation)) return [];
  const { rows } = await walk(kit.as("agent"), operation, { path, maxPages: 4 });
  return rows.filter(isMeant).map(keyOf);
}

async function logOf(kit: Kit, id: string): Promise<string[]> {
  const { marks, state } = expectSuccess(await kit.as("agent").call("getServiceRequest", { path: { id } }));
  return [state, `urged ${marks?.urgedCount}`, ...(await rowsBelow(kit, "listEntries", { id }))];
}

async function whoMayUrge(kit: Kit): Promise<[Caller, string]> {
  for (const name of ["agent", "customerA"] as const) {
    const request = await kit.make.request(kit.as(name));
    if (may(request, "urge")) return [kit.as(name), request.id];
  }
  return kit.notSupported("neither an agent nor the customer may urge a new request");
}

/** Staff with the scope for it, else the customer themselves. */
async function whoMayReveal(kit: Kit): Promise<{ caller: Caller; path: Record<string, string> }> {
  const agent = kit.as("agent");
  const mayReveal = agent.me.scopes?.includes("pii.reveal") ?? false;
  const customer = mayReveal
    ? await kit.make.customer({ contactPoints: [{ type: "mobile", value: "13900139000" }] })
    : expectSuccess(
        await kit.as("customerA").call("getCustomer", { path: { id: kit.as("customerA").customerId } }),
      );
  const point = firstPointOf(customer);
  if (!point)
    return kit.notTestable(
      "customer A has no contact point to reveal, and the agent lacks the scope `pii.reveal`",
    );
  return {
    caller: mayReveal ? agent : kit.as("customerA"),
    path: { id: customer.id, contactPointId: point.id },
  };
}

/** POSTs that staff can make without more ado. */
export const plainPosts = [
  "createContact",
  "createServiceRequest",
  "createEntry",
  "createCustomer",
  "uploadAttachment",
] as const;

/** The declared ones among these POSTs, made ready. */
export async function prepared(kit: Kit, ...operations: readonly OperationId[]): Promise<Posting[]> {
  const ready: Posting[] = [];
  for (const operation of operations) {
    const prepare = postings[operation];
    if (prepare && kit.supports(operation)) ready.push(await prepare(kit));
  }
  return ready;
}
