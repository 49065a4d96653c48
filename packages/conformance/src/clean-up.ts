import { type Answer, Caller, type CallerName } from "./http/caller.js";
import type { Sender } from "./http/sender.js";
import type { Made, Traces, Unanswered } from "./journal.js";
import type { Tokens } from "./session.js";
import { Interrupted } from "./violation.js";

/** Something a run made and could not remove. */
export interface Leftover extends Made {
  readonly why: string;
  /** Whether the contract has no way to do more; otherwise cleaning again may help. */
  readonly final: boolean;
}

type As = (name: CallerName) => Caller;

/** What became of a thing: gone, put away as far as the contract allows, or still to be removed. */
type Fate = { readonly gone: true } | { readonly why: string; readonly final: boolean };

const gone: Fate = { gone: true };
const stays = (why: string): Fate => ({ why, final: true });
const failed = (what: string, status: number): Fate => ({
  why: `${what} ${status === 0 ? "was not answered" : `answered ${status}`}`,
  final: false,
});

type Remove = (made: Made, as: As, tokens: Tokens) => Promise<Fate>;

const removers: Partial<Record<Made["operation"], Remove>> = {
  createContact: removeById("getContact", "deleteContact"),
  uploadAttachment: removeById("getAttachment", "deleteAttachment"),
  addTeamMember: removeTeamMember,
  createServiceRequest: withdraw,
  createCustomer: retire,
};

/** Takes away what a run made, the last first, and tells what stays. Once the backend is gone it tries no further. */
export async function cleanUp(traces: Traces, sender: Sender, tokens: Tokens): Promise<Leftover[]> {
  const started = Date.now().toString(36);
  let keys = 0;
  const as: As = (name) => new Caller(name, tokens[name], sender, () => `kit-clean-${started}-${++keys}`);
  const leftovers: Leftover[] = [];
  const made = [...traces.made];
  for (const creation of traces.unanswered) {
    const found = await reliably(() => askAgain(creation, as), undefined);
    if (found && made.every(({ id }) => id !== found.id)) made.push(found);
  }
  for (const thing of made.toReversed()) {
    const remove = removers[thing.operation];
    const fate = remove
      ? await reliably(() => remove(thing, as, tokens), failed("its removal", 0))
      : stays("the contract has no operation that removes it");
    if ("why" in fate) leftovers.push({ ...thing, ...fate });
  }
  return leftovers;
}

/** What to say instead when the backend is gone. */
async function reliably<T, Otherwise>(step: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Interrupted) return otherwise;
    throw error;
  }
}

/** Sends a creation again under its key, which answers as the first time, or does now what it did not then. */
async function askAgain(creation: Unanswered, as: As): Promise<Made | undefined> {
  const { operation, caller, target, headers, body } = creation;
  const answer = await as(caller).send<{ id?: unknown }>({ method: "POST", target, headers, body });
  const id = answer.body?.id;
  if (answer.status !== 201 || typeof id !== "string") return undefined;
  return { operation, id, collection: target.split("?")[0] ?? "", caller };
}

function removeById(
  read: "getContact" | "getAttachment",
  remove: "deleteContact" | "deleteAttachment",
): Remove {
  return async (made, as) => {
    const { id, caller } = made;
    // Nobody can remove what a guest left but the backend itself, after a day.
    if (caller === "guest") return stays("a guest sent it in");
    const own = as(caller);
    const path = { id };
    const answer = await guarded(
      made,
      () => own.call(read, { path }),
      (ifMatch) => own.call(remove, { path, ifMatch }),
    );
    if (answer.status === 204 || answer.status === 404) return gone;
    return answer.status === 409 ? stays("something holds it") : failed("its removal", answer.status);
  };
}

async function removeTeamMember(made: Made, as: As): Promise<Fate> {
  const path = { id: decodeURIComponent(made.collection.split("/")[3] ?? ""), memberId: made.id };
  const own = as(made.caller);
  const answer = await guarded(
    made,
    () => own.call("getTeamMember", { path }),
    (ifMatch) => own.call("removeTeamMember", { path, ifMatch }),
  );
  if (answer.status === 204 || answer.status === 404) return gone;
  return answer.status === 409
    ? stays("the last of a team cannot be removed")
    : failed("its removal", answer.status);
}

/** Changes a thing by the validator of its creation and, where it has changed since, by that of a fresh read. */
async function guarded(
  { etag }: Made,
  read: () => Promise<Answer>,
  change: (ifMatch: string) => Promise<Answer>,
): Promise<Answer> {
  const first = etag === undefined ? undefined : await change(etag);
  if (first && first.status !== 412) return first;
  const current = await read();
  return current.status === 200 ? change(validatorIn(current)) : current;
}

/** For `If-Match`, which a validator that is wrongly marked as weak would never match. */
const validatorIn = ({ headers }: Answer): string => (headers.get("ETag") ?? "").replace(/^W\//, "");

/** A request cannot be removed; an open one is withdrawn by staff who see it, so that nobody works on it. */
async function withdraw({ id }: Made, as: As, tokens: Tokens): Promise<Fate> {
  const staff = (["agent", "manager"] as const).filter((name) => tokens[name] !== undefined);
  if (staff.length === 0) return { why: "there is no token of staff, who could withdraw it", final: false };
  const body = { to: "cancelled", reason: "Made by the conformance kit" } as const;
  for (const name of staff) {
    const { status } = await as(name).call("transitionServiceRequest", { path: { id }, body });
    if (status === 200) return stays("withdrawn; requests cannot be removed");
    if (status === 409) return stays("it is over; requests cannot be removed");
    if (status !== 404) return failed("its withdrawal", status);
  }
  return stays("it is hidden from these staff");
}

/** A customer cannot be removed; its status says that it is none any more. */
async function retire(made: Made, as: As): Promise<Fate> {
  const agent = as("agent");
  const path = { id: made.id };
  const { status } = await guarded(
    made,
    () => agent.call("getCustomer", { path }),
    (ifMatch) => agent.call("updateCustomer", { path, body: { status: "lost" }, ifMatch }),
  );
  return status === 200 ? stays("marked as lost; customers cannot be removed") : failed("its change", status);
}
