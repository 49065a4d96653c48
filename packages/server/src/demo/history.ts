import type { PartyRef, RequestState } from "@portico/contract";
import { defaultStatus, isReopening } from "../domain/lifecycle.js";
import type { PromiseRule } from "../domain/promise-rules.js";
import { everyPromise, keepPromises, nextDeadline, promisesFor } from "../domain/promises.js";
import type { NewEntry, NewServiceRequest, RatingRecord } from "../records.js";
import type { RequestStage } from "./industry.js";

/** Something that happened to a request: one line of its log, and what it changed. */
export interface Happening {
  at: number;
  type: string;
  author: PartyRef;
  text?: string | null;
  internal?: boolean;
  moveTo?: RequestState;
  /** The provider's own word, where it differs from the state's usual one. */
  status?: string;
  handler?: { id: string; name: string; unitId: string };
  keeps?: PromiseRule["promise"][];
  supervised?: boolean;
  escalated?: boolean;
  rating?: Pick<RatingRecord, "metric" | "score" | "topics">;
  /** The stage that is reached with it. */
  stage?: RequestStage;
}

export interface History {
  request: NewServiceRequest;
  entries: NewEntry[];
  ratings: RatingRecord[];
}

/** Applies what happened, in order, to a request as it came in: the same effects as the operations of the contract. */
export function unfold(received: NewServiceRequest, happenings: readonly Happening[]): History {
  const request = { ...received };
  const entries: NewEntry[] = [];
  const ratings: RatingRecord[] = [];
  for (const [i, happening] of happenings.entries()) {
    const at = new Date(happening.at);
    entries.push({
      id: `${request.id}-e${String(i + 1).padStart(2, "0")}`,
      serviceRequestId: request.id,
      type: happening.type,
      visibility: happening.internal ? "internal" : "public",
      author: happening.author,
      text: happening.text ?? null,
      from: null,
      to: null,
      field: null,
      ...apply(request, happening, at),
      customFields: {},
      createdAt: at,
    });
    if (happening.rating) ratings.push(rate(request, happening, happening.rating, at));
    request.updatedAt = at;
  }
  request.dueAt = nextDeadline(request.promises, request.state);
  return { request, entries, ratings };
}

type Effect = Partial<Pick<NewEntry, "from" | "to" | "field">>;

/** Changes the request; returns what the line of the log says of it. */
function apply(request: NewServiceRequest, happening: Happening, at: Date): Effect {
  const { type, moveTo, handler, keeps, status, supervised, escalated, rating } = happening;
  if (keeps) request.promises = keepPromises(request.promises, keeps, at);
  if (supervised) request.supervised = true;
  if (escalated) request.escalated = true;
  if (status) request.status = status;
  if (type === "created") return { to: request.state };
  if (type === "urge") {
    request.urgedCount += 1;
    request.lastUrgedAt = at;
  }
  if (handler) {
    [request.handlerId, request.unitId] = [handler.id, handler.unitId];
    return { to: handler.name };
  }
  if (rating) return { to: String(rating.score), field: rating.metric };
  if (!moveTo) return {};
  const from = request.state;
  move(request, moveTo, happening, at);
  return { from, to: moveTo };
}

function move(request: NewServiceRequest, to: RequestState, { text, status }: Happening, at: Date): void {
  const reopened = to === "inProgress" && isReopening(request.state);
  request.state = to;
  request.status = status ?? defaultStatus[to];
  if (to === "resolved" || to === "rejected") {
    request.resolution = text ?? null;
    request.promises = keepPromises(request.promises, everyPromise, at);
  }
  if (to === "resolved") request.resolvedAt = at;
  if (to === "closed" || to === "rejected" || to === "cancelled") request.closedAt = at;
  if (!reopened) return;
  const anew = promisesFor(request.kind, at).filter(({ kind }) => kind !== "firstResponse");
  request.promises = [...request.promises, ...anew];
  request.reopenedCount += 1;
  request.resolvedAt = null;
  request.closedAt = null;
  request.resolution = null;
}

function rate(
  request: NewServiceRequest,
  { text }: Happening,
  given: Pick<RatingRecord, "metric" | "score" | "topics">,
  at: Date,
): RatingRecord {
  const id = `${request.id}-${given.metric}`;
  request.rating ??= { id, metric: given.metric, score: given.score };
  return {
    id,
    ...given,
    comment: text ?? null,
    serviceRequestId: request.id,
    customerId: request.customerId,
    unitId: request.unitId,
    createdAt: at,
  };
}
