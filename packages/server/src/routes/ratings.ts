import { isStaff } from "../auth/principal.js";
import { addMinutes, monthOf } from "../domain/calendar.js";
import { answerScales } from "../domain/satisfaction.js";
import { answerList } from "../http/list.js";
import type { Call, Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { indexView, ratingView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { RatingRecord, ServiceRequestRecord } from "../records.js";
import { change, log } from "./request-log.js";

export const ratings: Handlers<
  "listRatings" | "createRating" | "getRating" | "listSatisfactionIndices" | "getSatisfactionIndex"
> = {
  listRatings(call) {
    const { limit: _l, cursor: _c, total: _t, ...filter } = call.query;
    return answerList(call, {
      filter,
      sort: "-createdAt",
      list: (page) => call.store.ratings.list(page),
      view: ratingView,
    });
  },

  async createRating(call) {
    const { body, store, now } = call;
    const { metric, score } = body;
    requireOnScale(metric, score);
    const request = await ratedRequest(call);
    const rating: RatingRecord = {
      id: newId(),
      metric,
      score,
      comment: body.comment ?? null,
      topics: body.topics ?? [],
      serviceRequestId: request?.id ?? null,
      customerId: request ? request.customerId : await raterOf(call),
      unitId: request?.unitId ?? null,
      createdAt: now,
    };
    await store.ratings.insert(rating);
    store.announce({
      type: "portico.rating.created",
      subject: rating.id,
      resource: "ratings",
      resourceId: rating.id,
      customerId: rating.customerId,
      audience: "customer",
      misconduct: request?.kind === "misconduct",
      aboutUnitId: request?.about?.unitId ?? null,
    });
    if (request) {
      await log(call, request, { type: "rating", to: String(score), field: metric, text: rating.comment });
      await change(call, request, { rating: request.rating ?? { id: rating.id, metric, score } });
    }
    for (const index of await store.indices.count(rating, monthOf(now)))
      store.announce({
        type: "portico.satisfactionIndex.updated",
        subject: index.id,
        resource: "satisfactionIndices",
        resourceId: index.id,
        customerId: index.customerId,
        audience: index.public ? "public" : index.customerId === null ? "staff" : "customer",
      });
    return ratingView(rating);
  },

  async getRating({ path, scope, store }) {
    return ratingView(found(await store.ratings.find(path.id ?? "", scope)));
  },

  listSatisfactionIndices(call) {
    const { limit: _l, cursor: _c, total: _t, ...filter } = call.query;
    return answerList(call, {
      filter,
      sort: "code",
      list: (page) => call.store.indices.list(page),
      view: (row) => indexView(row, call.now),
    });
  },

  async getSatisfactionIndex({ path, scope, store, now }) {
    return indexView(found(await store.indices.find(path.id ?? "", scope)), now, true);
  },
};

type Rate = Call<"createRating">;

const minutesOfDay = 24 * 60;

function requireOnScale(metric: string, score: number): void {
  const scale = answerScales[metric];
  if (!scale) throw invalid({ pointer: "/metric", code: "enum", message: "This is not asked here." });
  const { minimum, maximum } = scale;
  if (score < minimum)
    throw invalid({
      pointer: "/score",
      code: "too-small",
      message: `It starts at ${minimum}.`,
      params: { limit: minimum },
    });
  if (score > maximum)
    throw invalid({
      pointer: "/score",
      code: "too-large",
      message: `It ends at ${maximum}.`,
      params: { limit: maximum },
    });
}

/** The request that is rated, if it is one: over, and not rated by this metric before. */
async function ratedRequest({ body, scope, store }: Rate): Promise<ServiceRequestRecord | null> {
  const { serviceRequestId, metric, customerId } = body;
  if (serviceRequestId === undefined) return null;
  const request = await store.requests.find(serviceRequestId, scope, { lock: true });
  if (!request) throw unknown("/serviceRequestId");
  if (customerId !== undefined && customerId !== request.customerId) throw unknown("/customerId");
  if (request.state !== "resolved" && request.state !== "closed")
    throw new ProblemError("action-not-allowed", { detail: "It can be rated once it is resolved." });
  if (await store.ratings.exists(serviceRequestId, metric))
    throw new ProblemError("conflict", { detail: `The request has a ${metric} rating already.` });
  return request;
}

/** Whose answer it is when it is about no request. */
async function raterOf({ body, principal, scope, store, now }: Rate): Promise<string> {
  const customerId = body.customerId ?? principal.customerId;
  if (customerId === undefined)
    throw invalid({ pointer: "/customerId", code: "required", message: "Say whose answer it is." });
  // Held until the end, so that two answers at once are not both the first.
  if (!(await store.customers.find(customerId, scope, { lock: true }))) throw unknown("/customerId");
  if (isStaff(principal)) return customerId;
  if (customerId !== principal.customerId) throw unknown("/customerId");
  // One voice must not carry a public index by repeating itself.
  if (await store.ratings.hasGeneral(customerId, body.metric, addMinutes(now, -minutesOfDay)))
    throw new ProblemError("conflict", {
      detail: "Your answer of the last 24 hours stands; try again tomorrow.",
    });
  return customerId;
}

const unknown = (pointer: string) =>
  invalid({ pointer, code: "unknown-reference", message: "There is no such thing." });
