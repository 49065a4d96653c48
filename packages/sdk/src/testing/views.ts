import type { ContactPoint, RequestAction, RequestState, ServiceRequest } from "@portico/contract";
import { Refusal } from "./problem.js";
import type { Caller, Resource, Store, Tables } from "./store.js";

const isStaff = ({ principal }: Caller) => principal !== "guest" && principal !== "customer";

/** What each caller may see: one rule for lists, totals, single reads and the feed alike. */
const visible: { readonly [Name in Resource]: (caller: Caller, row: Tables[Name], store: Store) => boolean } =
  {
    customers: (caller, { id }) => isStaff(caller) || id === caller.customerId,
    contacts: (caller, { customerId }) => isStaff(caller) || customerId === caller.customerId,
    interactions: (caller, { customerId, visibility }) =>
      isStaff(caller) || (customerId === caller.customerId && visibility === "public"),
    // A report of misconduct may be about the desk itself.
    serviceRequests: (caller, { kind, customer }) => {
      if (isStaff(caller)) return kind !== "misconduct" || caller.principal !== "agent";
      return caller.customerId !== undefined && customer?.id === caller.customerId;
    },
    entries: (caller, { serviceRequestId, visibility }, store) => {
      const request = store.tables.serviceRequests.get(serviceRequestId);
      if (!request || !visible.serviceRequests(caller, request, store)) return false;
      return isStaff(caller) || visibility === "public";
    },
    ratings: (caller, { customerId }) =>
      isStaff(caller) || (caller.customerId !== undefined && customerId === caller.customerId),
    satisfactionIndices: (caller, { public: open, customerId }) =>
      isStaff(caller) ||
      (open && customerId === undefined) ||
      (!!customerId && customerId === caller.customerId),
  };

export function maySee<Name extends Resource>(
  store: Store,
  name: Name,
  caller: Caller,
  row: Tables[Name],
): boolean {
  return visible[name](caller, row, store);
}

/** The row, if the caller may see it. What they may not see is answered like what does not exist. */
export function find<Name extends Resource>(
  store: Store,
  name: Name,
  id: string,
  caller: Caller,
): Tables[Name] {
  const row = store.tables[name].get(id);
  if (!row || !maySee(store, name, caller, row)) throw new Refusal("not-found");
  return row;
}

/** A row as the caller gets it. */
export const views: {
  readonly [Name in Resource]: (row: Tables[Name], caller: Caller, now: string) => unknown;
} = {
  customers: ({ contactPoints, ...row }) => ({ ...row, contactPoints: contactPoints.map(masked) }),
  contacts: ({ contactPoints, ...row }) => ({ ...row, contactPoints: contactPoints.map(masked) }),
  interactions: (row) => row,
  serviceRequests: (row, caller, now) => ({
    ...row,
    ...(row.requester && { requester: maskedRequester(row.requester) }),
    marks: { ...row.marks, overdue: row.dueAt !== undefined && row.dueAt < now },
    allowedTransitions: movesOf(row, caller),
    allowedActions: actionsOf(row, caller, now),
  }),
  entries: (row) => row,
  ratings: (row) => row,
  satisfactionIndices: (row) => row,
};

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

export const isOpen = (state: RequestState) => transitions[state].includes("cancelled");

/** States the caller may move a request to: a customer withdraws, confirms and reopens. */
export function movesOf({ state }: ServiceRequest, caller: Caller): RequestState[] {
  if (caller.principal === "guest") return [];
  const moves = transitions[state];
  if (isStaff(caller)) return [...moves];
  return moves.filter(
    (to) => to === "cancelled" || to === "closed" || (to === "inProgress" && !isOpen(state)),
  );
}

/** What the caller may do with a request now. */
export function actionsOf(request: ServiceRequest, caller: Caller, now: string): RequestAction[] {
  if (caller.principal === "guest") return [];
  const { state, urgeAllowedAt, rating } = request;
  const moves = movesOf(request, caller);
  const answered = state === "resolved" || state === "closed";
  const allowed: Record<string, boolean> = {
    reply: isOpen(state) || state === "resolved",
    comment: isStaff(caller),
    urge: isOpen(state) && (urgeAllowedAt ?? now) <= now,
    withdraw: moves.includes("cancelled"),
    reopen: answered && moves.includes("inProgress"),
    rate: answered && !rating,
    transition: moves.length > 0,
  };
  return Object.keys(allowed).filter((action) => allowed[action]);
}

/** Enough to recognise one's own, too little to use another's: `138****5678`, `w***@example.com`. */
function mask(value: string): string {
  if (value.includes("****")) return value;
  const at = value.lastIndexOf("@");
  if (at > 0) return `${value[0]}***${value.slice(at)}`;
  return value.length > 9 ? `${value.slice(0, 3)}****${value.slice(-4)}` : "****";
}

const masked = (point: ContactPoint): ContactPoint => ({ ...point, value: mask(point.value), masked: true });

const maskedRequester = ({ name, phone, email }: NonNullable<ServiceRequest["requester"]>) => ({
  ...(name && { name }),
  ...(phone && { phone: mask(phone) }),
  ...(email && { email: mask(email) }),
});
