import type { OperationId } from "@portico/contract";
import { expectSuccess } from "../../expect.js";
import type { Answer, Caller, CallerName } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { validatorOf } from "../concurrency-reads.js";
import { may } from "./shown.js";

/** Something that is changed or removed under `If-Match`, made for the check. */
export interface Versioned {
  readonly what: string;
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  readonly read: OperationId;
  /** How it is changed, if it can be: each text makes another version. */
  readonly change?: { readonly operation: OperationId; body(text: string): object };
  readonly remove?: OperationId;
}

/** One of everything that the backend lets be changed or removed. */
export async function versionedThings(kit: Kit): Promise<Versioned[]> {
  const makers = [aCustomer, aContact, aRequest, aFile, aMember];
  const made: Versioned[] = [];
  for (const make of makers) {
    const thing = await make(kit);
    if (thing) made.push(thing);
  }
  return made;
}

/** Those among them that can be changed. */
export async function changeableThings(kit: Kit): Promise<Changeable[]> {
  return (await versionedThings(kit)).flatMap((thing) =>
    thing.change === undefined ? [] : [{ ...thing, change: thing.change }],
  );
}

export type Changeable = Versioned & Required<Pick<Versioned, "change">>;

type Maker = (kit: Kit) => Promise<Versioned | undefined>;

const hasAll = (kit: Kit, ...operations: readonly OperationId[]): boolean =>
  operations.every((operation) => kit.supports(operation));

const aCustomer: Maker = async (kit) => {
  if (!hasAll(kit, "createCustomer", "getCustomer", "updateCustomer")) return undefined;
  const { id } = await kit.make.customer();
  const body = (displayName: string) => ({ displayName });
  const change = { operation: "updateCustomer", body } as const;
  return { what: "a customer", caller: kit.as("agent"), path: { id }, read: "getCustomer", change };
};

const aContact: Maker = async (kit) => {
  if (!hasAll(kit, "createCustomer", "createContact", "getContact", "updateContact", "deleteContact"))
    return undefined;
  const { id } = await kit.make.contact((await kit.make.customer()).id);
  const change = { operation: "updateContact", body: (name: string) => ({ name }) } as const;
  const thing = { what: "a contact", caller: kit.as("agent"), path: { id }, change };
  return { ...thing, read: "getContact", remove: "deleteContact" };
};

const aRequest: Maker = async (kit) => {
  if (!hasAll(kit, "createServiceRequest", "getServiceRequest", "updateServiceRequest")) return undefined;
  const request = await kit.make.request(kit.as("agent"));
  if (!may(request, "update")) return undefined;
  const path = { id: request.id };
  const change = { operation: "updateServiceRequest", body: (title: string) => ({ title }) } as const;
  return { what: "a request", caller: kit.as("agent"), path, read: "getServiceRequest", change };
};

const aFile: Maker = async (kit) => {
  if (!hasAll(kit, "uploadAttachment", "getAttachment", "deleteAttachment")) return undefined;
  const caller = kit.as("agent");
  const { id } = await kit.make.file(caller);
  return { what: "a file", caller, path: { id }, read: "getAttachment", remove: "deleteAttachment" };
};

/** The second of a team, since the last one cannot be taken out. */
const aMember: Maker = async (kit) => {
  if (!hasAll(kit, "createCustomer", "addTeamMember", "getTeamMember", "removeTeamMember")) return undefined;
  const names: readonly CallerName[] = ["manager", "agent"];
  if (!names.every((name) => name !== "guest" && kit.session.tokens[name] !== undefined)) return undefined;
  const caller = kit.as("manager");
  const { id } = await kit.make.customer();
  const members: string[] = [];
  for (const name of names) {
    const memberId = kit.as(name).me.id;
    if (memberId === undefined) return undefined;
    const body = { memberId, role: "specialist" } as const;
    members.push(expectSuccess(await caller.call("addTeamMember", { path: { id }, body })).id);
  }
  const path = { id, memberId: members[1] ?? "" };
  return { what: "a member of a team", caller, path, read: "getTeamMember", remove: "removeTeamMember" };
};

export const readThing = ({ caller, read, path }: Versioned): Promise<Answer> => caller.call(read, { path });

/** The validator a thing has now. */
export const currentValidator = async (thing: Versioned): Promise<string> =>
  validatorOf(await readThing(thing));

/** Changes a thing to the text, under a validator or, for undefined, without one. */
export function changeThing(
  { caller, path, change }: Changeable,
  text: string,
  ifMatch: string | undefined,
): Promise<Answer> {
  const body = change.body(text);
  return caller.call(change.operation, {
    path,
    body: body as never,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
}

export function removeThing(
  { caller, path, remove, read }: Versioned,
  ifMatch: string | undefined,
): Promise<Answer> {
  return caller.call(remove ?? read, { path, ...(ifMatch === undefined ? {} : { ifMatch }) });
}
