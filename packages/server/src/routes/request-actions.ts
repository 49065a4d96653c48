import type { RequestState } from "@portico/contract";
import { isStaff } from "../auth/principal.js";
import {
  allowedActions,
  allowedTransitions,
  defaultStatus,
  isReopening,
  urgeAllowedAt,
} from "../domain/lifecycle.js";
import { everyPromise, isOpen, keepPromises, nextDeadline, promisesFor } from "../domain/promises.js";
import type { Call, Handlers } from "../http/operation.js";
import { requestView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { NewServiceRequest, ServiceRequestRecord } from "../records.js";
import { change, log } from "./request-log.js";

export const requestActions: Handlers<
  "transitionServiceRequest" | "urgeServiceRequest" | "assignServiceRequest"
> = {
  async transitionServiceRequest(call) {
    const { body, path, principal, scope, store, now } = call;
    const request = found(await store.requests.find(path.id ?? "", scope, { lock: true }));
    const { to } = body;
    const allowed = allowedTransitions(request, principal.kind, now);
    if (!allowed.includes(to))
      throw new ProblemError("transition-not-allowed", {
        detail: `From ${request.state} it may go to ${allowed.join(", ") || "no other state"}.`,
      });
    if (body.status !== undefined && !isStaff(principal))
      throw invalid({
        pointer: "/status",
        code: "not-allowed",
        message: "The provider's own word is the provider's.",
      });
    requireWords(request.state, body);

    await log(call, request, {
      type: "stateChange",
      from: request.state,
      to,
      text: body.reason ?? body.resolution ?? null,
    });
    return requestView(await change(call, request, moved(request, call)), principal, now);
  },

  async urgeServiceRequest(call) {
    const { body, path, principal, scope, store, now } = call;
    const request = found(await store.requests.find(path.id ?? "", scope, { lock: true }));
    if (!isOpen(request.state))
      throw new ProblemError("action-not-allowed", { detail: "There is nothing left to urge." });
    const allowedAt = urgeAllowedAt(request);
    if (allowedAt && allowedAt > now)
      throw new ProblemError("rate-limited", {
        detail: "It was urged a short time ago.",
        retryAfterMs: allowedAt.getTime() - now.getTime(),
      });

    await log(call, request, { type: "urge", text: body.reason ?? null });
    const urged = await change(call, request, { urgedCount: request.urgedCount + 1, lastUrgedAt: now });
    return requestView(urged, principal, now);
  },

  async assignServiceRequest(call) {
    const { body, path, principal, scope, store, now } = call;
    const request = found(await store.requests.find(path.id ?? "", scope, { lock: true }));
    if (!allowedActions(request, principal.kind, now).includes("assign"))
      throw new ProblemError("action-not-allowed", { detail: "It is over and needs nobody any more." });

    const handler = body.handlerId === undefined ? null : await store.staff.find(body.handlerId);
    if (body.handlerId !== undefined && !handler) throw unknown("/handlerId");
    const unitId = body.unitId ?? handler?.unitId ?? request.unitId;
    const unit = unitId === null ? null : await store.staff.unit(unitId);
    if (body.unitId !== undefined && !unit) throw unknown("/unitId");
    refuseAccused(request, [unit?.id, handler?.unitId]);

    const holder = [handler?.name, unit?.name].filter(Boolean).join(", ");
    const before = [request.handler?.name, request.unit?.name].filter(Boolean).join(", ");
    await log(call, request, { type: "assignment", from: before || null, to: holder || null });
    // Why it was dispatched is talk among the staff.
    if (body.reason !== undefined)
      await log(call, request, { type: "note", visibility: "internal", text: body.reason });
    const promises = keepPromises(request.promises, ["firstResponse"], now);
    const dispatched = request.state === "acknowledged";
    if (dispatched) await log(call, request, { type: "stateChange", from: request.state, to: "inProgress" });
    const state = dispatched ? "inProgress" : request.state;
    const assigned = await change(call, request, {
      handlerId: handler?.id ?? null,
      unitId: unit?.id ?? null,
      state,
      status: dispatched ? "dispatched" : request.status,
      promises,
      dueAt: nextDeadline(promises, state),
    });
    return requestView(assigned, principal, now);
  },
};

/** What must be said with a move: what was done, or why. */
function requireWords(
  from: RequestState,
  { to, reason, resolution }: Call<"transitionServiceRequest">["body"],
): void {
  const missing = (pointer: string, why: string) => invalid({ pointer, code: "required", message: why });
  if (to === "resolved" && !resolution?.trim()) throw missing("/resolution", "Say what was done.");
  const needsReason = to === "rejected" || to === "cancelled" || (to === "inProgress" && isReopening(from));
  if (needsReason && !reason?.trim()) throw missing("/reason", "Say why.");
}

/** What a move changes on the request. */
function moved(
  request: ServiceRequestRecord,
  { body: { to, status, reason, resolution }, principal, now }: Call<"transitionServiceRequest">,
): Partial<NewServiceRequest> {
  const reopened = isReopening(request.state) && to === "inProgress";
  const promises = promisesAfter(request, { to, status, reopened, byStaff: isStaff(principal) }, now);
  return {
    state: to,
    status: status ?? defaultStatus[to],
    promises,
    dueAt: nextDeadline(promises, to),
    ...(to === "resolved" ? { resolution: resolution ?? null, resolvedAt: now } : {}),
    ...(to === "rejected" ? { resolution: reason ?? null, closedAt: now } : {}),
    ...(to === "closed" || to === "cancelled" ? { closedAt: now } : {}),
    ...(reopened
      ? { reopenedCount: request.reopenedCount + 1, resolvedAt: null, closedAt: null, resolution: null }
      : {}),
  };
}

function promisesAfter(
  { kind, promises }: ServiceRequestRecord,
  {
    to,
    status,
    reopened,
    byStaff,
  }: { to: RequestState; status: string | undefined; reopened: boolean; byStaff: boolean },
  now: Date,
) {
  if (to === "resolved" || to === "rejected") return keepPromises(promises, everyPromise, now);
  // What was promised and kept stays on record; the result is promised anew.
  if (reopened)
    return [...promises, ...promisesFor(kind, now).filter((promise) => promise.kind !== "firstResponse")];
  if (!byStaff) return promises;
  return keepPromises(promises, status === "onSite" ? ["firstResponse", "onSite"] : ["firstResponse"], now);
}

/** A report of misconduct never goes to the unit it is about. */
function refuseAccused({ about }: ServiceRequestRecord, unitIds: (string | null | undefined)[]): void {
  if (about?.unitId !== undefined && unitIds.includes(about.unitId))
    throw invalid({ pointer: "/unitId", code: "not-allowed", message: "The report is about this unit." });
}

const unknown = (pointer: string) =>
  invalid({ pointer, code: "unknown-reference", message: "There is no such person or unit." });
