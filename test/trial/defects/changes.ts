import type { Defect } from "../defect.ts";
import { onAnswer, onCall, onProblem, retold, withQuery } from "../wrap.ts";
import { streamDefects } from "./change-stream.ts";
import { toldDefects } from "./changes-told.ts";

/** How the feed is read. */
const feed: readonly Defect[] = [
  {
    name: "feed-starts-at-the-beginning",
    summary: "Read without a cursor, the feed starts at the oldest change kept.",
    breaks: ["CRM-CH-001"],
    http: onCall({ operation: "listChanges" }, async ({ request, query }, next) =>
      next(query.has("after") ? request : await withQuery(request, (to) => to.set("after", "earliest"))),
    ),
  },
  {
    name: "change-lost-at-page-turn",
    summary: "Between two pages of the feed a change is left out.",
    breaks: ["CRM-CH-003"],
    http: onAnswer({ operation: "listChanges" }, ({ body: { data, page } }) =>
      page.hasMore ? { body: { data, page: { ...page, nextCursor: moved(page.nextCursor, 1) } } } : undefined,
    ),
  },
  {
    name: "change-twice-at-page-turn",
    summary: "The last change of a page is told again by the next one.",
    breaks: ["CRM-CH-003"],
    http: onAnswer({ operation: "listChanges" }, ({ body: { data, page } }) =>
      page.hasMore && data.length > 1
        ? { body: { data, page: { ...page, nextCursor: moved(page.nextCursor, -1) } } }
        : undefined,
    ),
  },
  {
    name: "feed-page-newest-first",
    summary: "A page of the feed has its changes newest first.",
    breaks: ["CRM-CH-005", "CRM-CH-003"],
    http: onAnswer({ operation: "listChanges" }, ({ body }) => ({
      body: { ...body, data: body.data.toReversed() },
    })),
  },
  {
    name: "last-change-told-again",
    summary: "The cursor at the end of the feed tells its last change again.",
    breaks: ["CRM-CH-004"],
    http: onAnswer({ operation: "listChanges" }, ({ body: { data, page } }) =>
      data.length > 0 && !page.hasMore
        ? { body: { data, page: { ...page, nextCursor: moved(data.at(-1)?.id ?? "1", -1) } } }
        : undefined,
    ),
  },
  {
    name: "change-after-cursor-skipped",
    summary: "Of several changes after a cursor the first is taken for the one seen already.",
    breaks: ["CRM-CH-004"],
    http: onAnswer({ operation: "listChanges" }, ({ body }, { query }) =>
      query.get("after") !== "earliest" && body.data.length > 1
        ? { body: { ...body, data: body.data.slice(1) } }
        : undefined,
    ),
  },
  ...(["subject", "customerId", "resource"] as const).map(
    (name): Defect => ({
      name: `feed-${name.toLowerCase()}-ignored`,
      summary: `The feed is not filtered by \`${name}\`.`,
      breaks: ["CRM-CH-006"],
      http: onCall({ operation: "listChanges" }, async ({ request }, next) =>
        next(await withQuery(request, (query) => query.delete(name))),
      ),
    }),
  ),
  {
    name: "subject-without-its-entries",
    summary: "Filtered by a request, the feed leaves out its entries.",
    breaks: ["CRM-CH-006"],
    http: onAnswer({ operation: "listChanges" }, ({ body }, { query }) =>
      query.has("subject")
        ? { body: { ...body, data: body.data.filter(({ data }) => data.id === query.get("subject")) } }
        : undefined,
    ),
  },
  {
    name: "earliest-is-now",
    summary: "`after=earliest` starts now.",
    breaks: ["CRM-CH-007"],
    http: onCall({ operation: "listChanges" }, async ({ request, query }, next) =>
      next(
        query.get("after") === "earliest" ? await withQuery(request, (to) => to.delete("after")) : request,
      ),
    ),
  },
  {
    name: "earliest-is-lately",
    summary: "`after=earliest` starts at the last 25 changes.",
    breaks: ["CRM-CH-007"],
    http: onCall({ operation: "listChanges" }, async ({ request, query }, next) => {
      if (query.get("after") !== "earliest") return next(request);
      const now = await next(await withQuery(request, (to) => to.delete("after")));
      if (!now.ok) return now;
      const { page } = (await now.json()) as { page: { nextCursor: string } };
      return next(await withQuery(request, (to) => to.set("after", moved(page.nextCursor, -25))));
    }),
  },
  {
    name: "made-up-cursor-as-now",
    summary: "A cursor that was made up starts the feed now.",
    breaks: ["CRM-CH-008"],
    http: onCall({ operation: "listChanges" }, async ({ request, query }, next) =>
      next(
        /^(\d{1,15}|earliest)$/.test(query.get("after") ?? "1")
          ? request
          : await withQuery(request, (to) => to.delete("after")),
      ),
    ),
  },
  {
    name: "made-up-cursor-as-expired",
    summary: "A cursor that was made up answers as one that is too old.",
    breaks: ["CRM-CH-008"],
    http: onProblem({ operation: "listChanges", code: "invalid-cursor" }, ({ body }) =>
      retold(body, "cursor-expired"),
    ),
  },
];

export const changes: readonly Defect[] = [...feed, ...toldDefects, ...streamDefects];

/** A cursor of the reference server some places on. */
function moved(cursor: string, by: number): string {
  return String(Math.max(0, Number(cursor) + by));
}
