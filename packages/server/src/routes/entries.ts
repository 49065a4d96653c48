import { isStaff } from "../auth/principal.js";
import { allowedActions, defaultStatus } from "../domain/lifecycle.js";
import { keepPromises, nextDeadline } from "../domain/promises.js";
import { answerList } from "../http/list.js";
import type { Call, Handlers } from "../http/operation.js";
import { entryView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { ServiceRequestRecord } from "../records.js";
import { filesToTake } from "./files.js";
import { change, log } from "./request-log.js";

export const entries: Handlers<"listEntries" | "createEntry"> = {
  async listEntries(call) {
    const { path, query, scope, store } = call;
    const request = found(await store.requests.find(path.id ?? "", scope));
    return answerList(call, {
      filter: { serviceRequestId: request.id },
      sort: query.sort ?? "createdAt",
      list: (page) => store.entries.list(page),
      view: entryView,
    });
  },

  async createEntry(call) {
    const { body, path, principal, scope, store, now } = call;
    const request = found(await store.requests.find(path.id ?? "", scope, { lock: true }));
    const action = body.type === "comment" ? "comment" : "reply";
    if (!allowedActions(request, principal.kind, now).includes(action))
      throw new ProblemError("action-not-allowed", { detail: `You cannot add a ${action} to it now.` });
    const visibility = body.visibility ?? (action === "comment" ? "internal" : "public");
    if (visibility === "internal" && (action === "reply" || !isStaff(principal)))
      throw invalid({
        pointer: "/visibility",
        code: "not-allowed",
        message: "A reply is seen by both sides.",
      });

    const attachmentIds = body.attachmentIds ?? [];
    await filesToTake(store, principal, attachmentIds);
    const id = await log(call, request, { type: action, visibility, text: body.text });
    await store.attachments.take(attachmentIds, { serviceRequestId: request.id, entryId: id });
    // An internal entry leaves no trace on what the customer sees, not even a new date.
    if (visibility === "public") await answered(call, request, action);
    return entryView(found(await store.entries.find(id)));
  },
};

/** What a public entry does to its request: the staff's keeps a promise, the customer's ends the waiting for it. */
async function answered(
  call: Call<"createEntry">,
  request: ServiceRequestRecord,
  action: "reply" | "comment",
) {
  const { principal, now } = call;
  const byStaff = isStaff(principal);
  const goesOn = !byStaff && action === "reply" && request.state === "pending";
  if (goesOn) await log(call, request, { type: "stateChange", from: "pending", to: "inProgress" });
  const state = goesOn ? "inProgress" : request.state;
  const promises =
    byStaff && action === "reply"
      ? keepPromises(request.promises, ["firstResponse", "reply"], now)
      : request.promises;
  await change(call, request, {
    state,
    status: goesOn ? defaultStatus.inProgress : request.status,
    promises,
    dueAt: nextDeadline(promises, state),
  });
}
