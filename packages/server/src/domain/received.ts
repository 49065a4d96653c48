import type { NewServiceRequest } from "../records.js";
import { defaultStatus } from "./lifecycle.js";
import { nextDeadline, promisesFor } from "./promises.js";

/** What nothing has happened to yet, whatever state a request comes in. */
export const untouched = {
  anonymous: false,
  handlerId: null,
  about: null,
  urgedCount: 0,
  lastUrgedAt: null,
  supervised: false,
  escalated: false,
  reopenedCount: 0,
  rating: null,
  resolvedAt: null,
} satisfies Partial<NewServiceRequest>;

/** A request of a kind at the moment it is received: what is promised for it, and nothing else yet. */
export function received(kind: string, at: Date) {
  const promises = promisesFor(kind, at);
  return {
    ...untouched,
    kind,
    state: "acknowledged",
    status: defaultStatus.acknowledged,
    unitId: null,
    requester: null,
    location: null,
    promises,
    dueAt: nextDeadline(promises, "acknowledged"),
    resolution: null,
    externalRefs: [],
    createdAt: at,
    updatedAt: at,
    closedAt: null,
  } satisfies Partial<NewServiceRequest>;
}
