import { expectSuccess } from "./expect.js";
import { Caller, type CallerName } from "./http/caller.js";
import type { Sender } from "./http/sender.js";
import type { Made } from "./journal.js";
import type { Leftover } from "./report/report.js";
import type { Tokens } from "./session.js";

type As = (name: CallerName) => Caller;
/** Removes a thing, or puts it away; returns why it stays. */
type Remove = (made: Made, as: As) => Promise<string | null>;

const removers: Partial<Record<Made["operation"], Remove>> = {
  createContact: removeById("getContact", "deleteContact", "agent"),
  uploadAttachment: removeById("getAttachment", "deleteAttachment"),
  addTeamMember: removeTeamMember,
  createServiceRequest: withdraw,
  createCustomer: retire,
};

/** Takes away what a run made, the last first, and tells what the contract has no way to remove. */
export async function cleanUp(
  made: readonly Made[],
  sender: Sender,
  tokens: Tokens,
  runId: string,
): Promise<Leftover[]> {
  let keys = 0;
  const as: As = (name) => new Caller(name, tokens[name], sender, () => `kit-${runId}-clean-${++keys}`);
  const leftovers: Leftover[] = [];
  for (const thing of made.toReversed()) {
    const remove = removers[thing.operation];
    const why = remove ? await remove(thing, as) : "the contract has no operation that removes it";
    if (why !== null) leftovers.push({ what: thing.collection, id: thing.id, why });
  }
  return leftovers;
}

function removeById(
  read: "getContact" | "getAttachment",
  remove: "deleteContact" | "deleteAttachment",
  always?: CallerName,
): Remove {
  return async ({ id, caller }, as) => {
    const own = as(always ?? caller);
    const current = await own.call(read, { path: { id } });
    if (current.status === 404) return null;
    const answer = await own.call(remove, { path: { id }, ifMatch: current.headers.get("ETag") ?? "" });
    return answer.status === 204 || answer.status === 404 ? null : `its removal answered ${answer.status}`;
  };
}

async function removeTeamMember({ id: memberId, collection }: Made, as: As): Promise<string | null> {
  const path = { id: decodeURIComponent(collection.split("/")[3] ?? ""), memberId };
  const manager = as("manager");
  const current = await manager.call("getTeamMember", { path });
  if (current.status === 404) return null;
  const answer = await manager.call("removeTeamMember", { path, ifMatch: current.headers.get("ETag") ?? "" });
  return answer.status === 204 ? null : `its removal answered ${answer.status}`;
}

/** A request cannot be removed; an open one is withdrawn so that nobody works on it. */
async function withdraw({ id }: Made, as: As): Promise<string | null> {
  const agent = as("agent");
  const current = await agent.call("getServiceRequest", { path: { id } });
  if (current.status !== 200) return "staff cannot read it";
  const { allowedTransitions } = expectSuccess(current);
  if (!allowedTransitions.includes("cancelled")) return "it is over; requests cannot be removed";
  const body = { to: "cancelled", reason: "Made by the conformance kit" } as const;
  const answer = await agent.call("transitionServiceRequest", { path: { id }, body });
  return answer.status === 200
    ? "withdrawn; requests cannot be removed"
    : `its withdrawal answered ${answer.status}`;
}

/** A customer cannot be removed; its status says that it is none any more. */
async function retire({ id }: Made, as: As): Promise<string | null> {
  const agent = as("agent");
  const current = await agent.call("getCustomer", { path: { id } });
  const ifMatch = current.headers.get("ETag") ?? "";
  const answer = await agent.call("updateCustomer", { path: { id }, body: { status: "lost" }, ifMatch });
  return answer.status === 200
    ? "marked as lost; customers cannot be removed"
    : `its change answered ${answer.status}`;
}
