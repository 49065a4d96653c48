import type { Rating, RatingInput, SatisfactionIndex } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { changing, seenAs } from "../on-requests.ts";
import { type Layer, layers, onAnswer, onCall, onProblem, retold, withJson, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

const scales: Readonly<Record<string, readonly [number, number]>> = {
  csat: [1, 5],
  nps: [0, 10],
  ces: [1, 7],
};

export const voice: readonly Defect[] = [
  {
    name: "rating-comment-lost",
    summary: "What a customer wrote with a rating is answered but not kept.",
    breaks: ["CRM-VO-001"],
    store: onStore({ ratings: { insert: (insert) => (rating) => insert({ ...rating, comment: null }) } }),
  },
  {
    name: "rating-topics-cut",
    summary: "Of a rating's topics only the first is kept.",
    breaks: ["CRM-VO-001"],
    store: onStore({
      ratings: { insert: (insert) => (rating) => insert({ ...rating, topics: rating.topics.slice(0, 1) }) },
    }),
  },
  {
    name: "rating-on-one-scale",
    summary: "Every rating is told on a scale from 0 to 10.",
    breaks: ["CRM-VO-001"],
    http: layers(
      onAnswer({ operation: "createRating" }, ({ body }) => ({ body: onOneScale(body) })),
      onAnswer({ operation: "getRating" }, ({ body }) => ({ body: onOneScale(body) })),
      onAnswer({ operation: "listRatings" }, ({ body }) => ({
        body: { ...body, data: body.data.map(onOneScale) },
      })),
    ),
  },
  {
    name: "score-off-the-scale-taken",
    summary: "A score above a metric's scale is taken for the best there is.",
    breaks: ["CRM-VO-002"],
    http: scored((score, [, maximum]) => Math.min(maximum, score)),
  },
  {
    name: "score-zero-taken",
    summary: "A score of 0 is taken for the worst there is on scales that begin with 1.",
    breaks: ["CRM-VO-002"],
    http: scored((score, [minimum]) => (score === 0 ? minimum : score)),
  },
  {
    name: "second-rating-as-the-first",
    summary: "The second rating of a request is answered with the first.",
    breaks: ["CRM-VO-003"],
    http: onCall({ operation: "createRating" }, async (call, next) => {
      const { serviceRequestId = "", metric = "" } = ((await call.json()) ?? {}) as Partial<RatingInput>;
      const response = await next(call.request);
      if (response.status !== 409 || serviceRequestId === "") return response;
      const { url, headers } = call.request;
      const query = new URLSearchParams({ serviceRequestId, metric });
      const authorization = { Authorization: headers.get("Authorization") ?? "" };
      const known = await next(new Request(`${url}?${query}`, { headers: authorization }));
      const { data } = (await known.json()) as { data: object[] };
      return data[0] ? Response.json(data[0], { status: 201 }) : response;
    }),
  },
  {
    name: "rated-once-for-every-metric",
    summary: "A request that was rated by one metric takes no rating by another.",
    breaks: ["CRM-VO-003"],
    store: onStore({
      ratings: {
        exists: (exists) => async (serviceRequestId, metric) => {
          const known = [metric, ...Object.keys(scales)].map((each) => exists(serviceRequestId, each));
          return (await Promise.all(known)).includes(true);
        },
      },
    }),
  },
  {
    name: "second-rating-as-invalid",
    summary: "The second rating of a request is called invalid.",
    breaks: ["CRM-VO-003"],
    http: onProblem({ operation: "createRating", code: "conflict" }, ({ body }) =>
      retold(body, "validation-failed"),
    ),
  },
  {
    name: "pending-request-rated",
    summary: "A request that waits for the customer can be rated.",
    breaks: ["CRM-VO-004"],
    http: inHand,
    store: seenAs("createRating", (state) => (state === "pending" ? "resolved" : state)),
  },
  {
    name: "new-request-rated",
    summary: "A request that nobody has touched can be rated.",
    breaks: ["CRM-VO-004"],
    http: inHand,
    store: seenAs("createRating", (state) => (state === "acknowledged" ? "resolved" : state)),
  },
  {
    name: "rating-not-shown-with-its-request",
    summary: "A request does not show how it was rated.",
    breaks: ["CRM-VO-005"],
    store: changing(({ rating: _, ...changes }) => changes),
  },
  {
    name: "ratings-of-others-listed",
    summary: "A customer's list of ratings holds those of others.",
    breaks: ["CRM-VO-006"],
    store: onStore({
      ratings: {
        list: (list) => (query) => list({ ...query, scope: { ...query.scope, audience: "staff" } }),
      },
    }),
  },
  {
    name: "request-of-another-rated",
    summary: "A customer rates another customer's request.",
    breaks: ["CRM-VO-006"],
    http: inHand,
    store: onStore({
      requests: {
        find: (find) => (id, scope, options) =>
          find(id, serving("createRating") ? { ...scope, audience: "staff" } : scope, options),
      },
    }),
  },
  {
    name: "reliable-from-the-first-answer",
    summary: "An index is called reliable from its first answer on.",
    breaks: ["CRM-VO-007"],
    http: onIndices((index) => ({ ...index, reliable: index.sampleSize > 0 })),
  },
  {
    name: "reliable-without-an-answer",
    summary: "An index that nobody has answered is called reliable.",
    breaks: ["CRM-VO-007"],
    http: onIndices((index) => ({ ...index, reliable: index.reliable || index.sampleSize === 0 })),
  },
  {
    name: "index-zero-without-an-answer",
    summary: "An index that nobody has answered has the value 0.",
    breaks: ["CRM-VO-007"],
    http: onIndices((index) => ({ ...index, value: index.value ?? 0 })),
  },
  {
    name: "interval-in-fractions",
    summary: "The interval of an index is a hundredth of what it ought to be.",
    breaks: ["CRM-VO-008"],
    http: onIndices((index) => spread(index, (bound) => bound / 100)),
  },
  {
    name: "interval-beyond-the-scale",
    summary: "The interval of an index reaches beyond its scale.",
    breaks: ["CRM-VO-008"],
    http: onIndices((index) => spread(index, (bound, value) => bound + (bound < value ? -1 : 1) * 200)),
  },
  {
    name: "private-index-listed",
    summary: "Indices that are not public are listed to everybody.",
    breaks: ["CRM-VO-009"],
    store: onStore({
      indices: {
        list: (list) => (query) => list({ ...query, scope: { ...query.scope, audience: "staff" } }),
      },
    }),
  },
  {
    name: "private-index-read",
    summary: "An index that is not public is read by whoever knows its id.",
    breaks: ["CRM-VO-009"],
    store: onStore({
      indices: { find: (find) => (id, scope) => find(id, { ...scope, audience: "staff" }) },
    }),
  },
  {
    name: "series-in-lists",
    summary: "A list of indices carries the series of each.",
    breaks: ["CRM-VO-010"],
    http: onAnswer({ operation: "listSatisfactionIndices" }, ({ body }) => ({
      body: {
        ...body,
        data: body.data.map((index) => {
          const { from = "2026-01-01", to = "2026-01-31", value, sampleSize } = index;
          return { ...index, series: [{ from, to, value, sampleSize }] };
        }),
      },
    })),
  },
  {
    name: "series-newest-first",
    summary: "The series of an index begins with its newest period.",
    breaks: ["CRM-VO-010"],
    http: onAnswer({ operation: "getSatisfactionIndex" }, ({ body }) => ({
      body: { ...body, series: body.series?.toReversed() },
    })),
  },
  {
    name: "index-without-series",
    summary: "The single read of an index carries no series.",
    breaks: ["CRM-VO-010"],
    http: onAnswer({ operation: "getSatisfactionIndex" }, ({ body: { series: _, ...body } }) => ({ body })),
  },
  {
    name: "ratings-oldest-first",
    summary: "Ratings come oldest first.",
    breaks: ["CRM-VO-011"],
    store: onStore({ ratings: { list: (list) => (query) => list({ ...query, sort: "createdAt" }) } }),
  },
  ...(["customerId", "serviceRequestId", "metric"] as const).map(
    (name): Defect => ({
      name: `ratings-${name.toLowerCase()}-ignored`,
      summary: `Ratings are not filtered by \`${name}\`.`,
      breaks: ["CRM-VO-011"],
      http: onCall({ operation: "listRatings" }, async ({ request }, next) =>
        next(await withQuery(request, (query) => query.delete(name))),
      ),
    }),
  ),
];

function onOneScale(rating: Rating): Rating {
  return { ...rating, scale: { ...rating.scale, minimum: 0, maximum: 10 } };
}

function scored(alter: (score: number, scale: readonly [number, number]) => number): Layer {
  return onCall({ operation: "createRating" }, async (call, next) => {
    const input = ((await call.json()) ?? {}) as Partial<RatingInput>;
    const scale = scales[String(input.metric)];
    if (!scale || typeof input.score !== "number") return next(call.request);
    const score = alter(input.score, scale);
    return next(score === input.score ? call.request : withJson(call.request, { ...input, score }));
  });
}

function onIndices(alter: (index: SatisfactionIndex) => SatisfactionIndex): Layer {
  return layers(
    onAnswer({ operation: "getSatisfactionIndex" }, ({ body }) => ({ body: alter(body) })),
    onAnswer({ operation: "listSatisfactionIndices" }, ({ body }) => ({
      body: { ...body, data: body.data.map(alter) },
    })),
  );
}

function spread(
  index: SatisfactionIndex,
  alter: (bound: number, value: number) => number,
): SatisfactionIndex {
  const { interval, value } = index;
  if (!interval || value === null) return index;
  const { low, high } = interval;
  return { ...index, interval: { ...interval, low: alter(low, value), high: alter(high, value) } };
}
