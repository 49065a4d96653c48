import { Caller, type CallerName } from "./http/caller.js";
import type { Sender } from "./http/sender.js";
import type { Made } from "./journal.js";
import type { Leftover } from "./report/report.js";
import type { Tokens } from "./session.js";

type As = (name: CallerName) => Caller;

/** What became of a thing: gone, put away as far as the contract allows, or still to be removed. */
type Fate = { readonly gone: true } | { readonly why: string; readonly final: boolean };

const gone: Fate = { gone: true };
const stays = (why: string): Fate => ({ why, final: true });
const failed = (what: string, status: number): Fate => ({
  why: `${what} ${status === 0 ? "was not answered" : `answered ${status}`}`,
  final: false,
});

type Remove = (made: Made, as: As) => Promise<Fate>;

const removers: Partial<Record<Made["operation"], Remove>> = {
  createContact: removeById("getContact", "deleteContact"),
  uploadAttachment: removeById("getAttachment", "deleteAttachment"),
  addTeamMember: removeTeamMember,
  createServiceRequest: withdraw,
  createCustomer: retire,
};

/** Takes away what a run made, the last first, and tells what stays. */
export async function cleanUp(made: readonly Made[], sender: Sender, tokens: Tokens): Promise<Leftover[]> {
  const started = Date.now().toString(36);
  let keys = 0;
  const as: As = (name) => new Caller(name, tokens[name], sender, () => `kit-clean-${started}-${++keys}`);
  const leftovers: Leftover[] = [];
  for (const thing of made.toReversed()) {
    const remove = removers[thing.operation];
    const fate = remove ? await remove(thing, as) : stays("the contract has no operation that removes it");
    if ("why" in fate) leftovers.push({ what: thing.collection, id: thing.id, ...fate });
  }
  return leftovers;
}

function removeById(
  read: "getContact" | "getAttachment",
  remove: "deleteContact" | "deleteAttachment",
): Remove {
  return async ({ id, caller }, as) => {
    // Nobody can remove what a guest left but the backend itself, after a day.
    if (caller === "guest") return stays("a guest sent it in");
    const own = as(caller);
    const current = await own.call(read, { path: { id } });
    if (current.status === 404) return gone;
    if (current.status !== 200) return failed("its read", current.status);
    const answer = await own.call(remove, { path: { id }, ifMatch: current.headers.get("ETag") ?? "" });
    if (answer.status === 204 || answer.status === 404) return gone;
    return answer.status === 409 ? stays("something holds it") : failed("its removal", answer.status);
  };
}

async function removeTeamMember({ id: memberId, collection, caller }: Made, as: As): Promise<Fate> {
  const path = { id: decodeURIComponent(collection.split("/")[3] ?? ""), memberId };
  const own = as(caller);
  const current = await own.call("getTeamMember", { path });
  if (current.status === 404) return gone;
  if (current.status !== 200) return failed("its read", current.status);
  const answer = await own.call("removeTeamMember", { path, ifMatch: current.headers.get("ETag") ?? "" });
  if (answer.status === 204) return gone;
  return answer.status === 409
    ? stays("the last of a team cannot be removed")
    : failed("its removal", answer.status);
}

/** A request cannot be removed; an open one is withdrawn so that nobody works on it. */
async function withdraw({ id }: Made, as: As): Promise<Fate> {
  const agent = as("agent");
  const current = await agent.call("getServiceRequest", { path: { id } });
  if (current.status === 404) return stays("it is hidden from agents");
  if (current.status !== 200) return failed("its read", current.status);
  const { allowedTransitions = [] } = current.body;
  if (!allowedTransitions.includes("cancelled")) return stays("it is over; requests cannot be removed");
  const body = { to: "cancelled", reason: "Made by the conformance kit" } as const;
  const { status } = await agent.call("transitionServiceRequest", { path: { id }, body });
  return status === 200 ? stays("withdrawn; requests cannot be removed") : failed("its withdrawal", status);
}

/** A customer cannot be removed; its status says that it is none any more. */
async function retire({ id }: Made, as: As): Promise<Fate> {
  const agent = as("agent");
  const current = await agent.call("getCustomer", { path: { id } });
  if (current.status !== 200) return failed("its read", current.status);
  const ifMatch = current.headers.get("ETag") ?? "";
  const { status } = await agent.call("updateCustomer", { path: { id }, body: { status: "lost" }, ifMatch });
  return status === 200 ? stays("marked as lost; customers cannot be removed") : failed("its change", status);
}
