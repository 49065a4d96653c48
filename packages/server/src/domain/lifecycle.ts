import type { PrincipalKind, RequestAction, RequestState } from "@portico/contract";
import type { ServiceRequestRecord } from "../records.js";
import { addMinutes } from "./calendar.js";
import { isOpen } from "./promises.js";

type Subject = Pick<ServiceRequestRecord, "state" | "resolvedAt" | "closedAt" | "lastUrgedAt" | "rating">;

/** Which state may follow which. A request that was refused or withdrawn stays so. */
const transitions: Record<RequestState, readonly RequestState[]> = {
  acknowledged: ["inProgress", "pending", "held", "resolved", "rejected", "cancelled"],
  inProgress: ["pending", "held", "resolved", "rejected", "cancelled"],
  pending: ["inProgress", "held", "resolved", "rejected", "cancelled"],
  held: ["inProgress", "pending", "resolved", "rejected", "cancelled"],
  resolved: ["closed", "inProgress"],
  closed: ["inProgress"],
  rejected: [],
  cancelled: [],
};

/** The provider's own word for a state, of the code list `requestStatuses`, when it gives no other. */
export const defaultStatus: Record<RequestState, string> = {
  acknowledged: "received",
  inProgress: "inHand",
  pending: "waitingForCustomer",
  held: "waitingForPart",
  resolved: "answered",
  closed: "completed",
  rejected: "refused",
  cancelled: "withdrawn",
};

const reopenDays = 30;
export const urgeCooldownSeconds = 2 * 3600;

/** States the caller may move it to now. A customer withdraws, confirms and, for 30 days, reopens. */
export function allowedTransitions(request: Subject, caller: PrincipalKind, now: Date): RequestState[] {
  const possible = transitions[request.state];
  if (caller === "guest") return [];
  if (caller !== "customer") return [...possible];
  return possible.filter((to) => {
    if (to === "cancelled" || to === "closed") return true;
    return to === "inProgress" && isReopening(request.state) && reopenable(request, now);
  });
}

/** What the caller may do with it now. */
export function allowedActions(request: Subject, caller: PrincipalKind, now: Date): RequestAction[] {
  if (caller === "guest") return [];
  const staff = caller !== "customer";
  const moves = allowedTransitions(request, caller, now);
  const answered = request.state === "resolved" || request.state === "closed";
  const allowed: Record<string, boolean> = {
    reply: isOpen(request.state) || request.state === "resolved",
    comment: staff,
    urge: isOpen(request.state) && (urgeAllowedAt(request) ?? now) <= now,
    withdraw: moves.includes("cancelled"),
    reopen: moves.includes("inProgress") && isReopening(request.state),
    rate: answered && request.rating === null,
    update: staff ? isOpen(request.state) : request.state === "acknowledged",
    assign: staff && isOpen(request.state),
    transition: moves.length > 0,
  };
  return Object.keys(allowed).filter((action) => allowed[action]);
}

/** When it may be urged next, while it is open and was urged before. */
export const urgeAllowedAt = ({ state, lastUrgedAt }: Pick<Subject, "state" | "lastUrgedAt">): Date | null =>
  isOpen(state) && lastUrgedAt ? addMinutes(lastUrgedAt, urgeCooldownSeconds / 60) : null;

/** Whether a request in this state that goes on is one reopened. */
export const isReopening = (from: RequestState): boolean => from === "resolved" || from === "closed";

const reopenable = ({ resolvedAt, closedAt }: Subject, now: Date): boolean => {
  const over = closedAt ?? resolvedAt;
  return over === null || now <= addMinutes(over, reopenDays * 24 * 60);
};
