import type { ListQuery, Page } from "@portico/server";
import type { Defect } from "../defect.ts";
import { type Layer, layers, onAnswer, onCall, problem, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const paging: readonly Defect[] = [
  {
    name: "row-dropped-at-page-turn",
    summary: "A page of interactions that a cursor opens begins one row too late.",
    breaks: ["CRM-PAG-001"],
    http: onAnswer({ operation: "listInteractions" }, ({ body }, { query }) =>
      query.has("cursor") ? { body: { ...body, data: body.data.slice(1) } } : undefined,
    ),
  },
  {
    name: "last-page-lost",
    summary: "A list of requests ends before a last page that is not full.",
    breaks: ["CRM-PAG-001"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const page = await original(query);
          if (!page.next) return page;
          const { rows } = await original({ ...query, after: page.next });
          return rows.length < query.limit ? { ...page, next: null } : page;
        },
      },
    }),
  },
  {
    name: "row-doubled-on-last-page",
    summary: "The last row of a page of customers comes again on the last page.",
    breaks: ["CRM-PAG-001"],
    http: (next) => {
      const lastRows = new Map<string, object>();
      return onAnswer({ operation: "listCustomers" }, ({ body }, { query }) => {
        const { nextCursor } = body.page;
        const last = body.data.at(-1);
        if (nextCursor !== null && last) lastRows.set(nextCursor, last);
        const before = lastRows.get(query.get("cursor") ?? "");
        const room = body.data.length < Number(query.get("limit") ?? 25);
        return before && room ? { body: { ...body, data: [before, ...body.data] } } : undefined;
      })(next);
    },
  },
  {
    name: "one-row-over-limit",
    summary:
      "A page of contacts holds one row more than asked for, the one that tells whether there is more.",
    breaks: ["CRM-PAG-002"],
    store: onStore({
      contacts: { list: (original) => (query) => original({ ...query, limit: query.limit + 1 }) },
    }),
  },
  {
    name: "small-limit-rounded-up",
    summary: "A limit below five is taken for five.",
    breaks: ["CRM-PAG-002"],
    http: onCall({ operation: "listServiceRequests" }, async (call, next) =>
      next(
        await withQuery(call.request, (query) => {
          if (["1", "2", "3", "4"].includes(query.get("limit") ?? "")) query.set("limit", "5");
        }),
      ),
    ),
  },
  {
    name: "cursor-forgets-filter",
    summary: "A cursor used with another filter goes on in the list it came from.",
    breaks: ["CRM-PAG-003"],
    http: cursorRemembering(["state", "kind", "channel", "q"]),
  },
  {
    name: "cursor-forgets-sort",
    summary: "A cursor used with another sort goes on in the order it came from.",
    breaks: ["CRM-PAG-003"],
    http: cursorRemembering(["sort"]),
  },
  {
    name: "unreadable-cursor-starts-again",
    summary: "A cursor that cannot be read opens the first page.",
    breaks: ["CRM-PAG-004"],
    http: onCall({ operation: ["listCustomers", "listServiceRequests"] }, async (call, next) => {
      const again = call.request.clone() as Request;
      const response = await next(call.request);
      if (response.status !== 400 || !call.query.has("cursor")) return response;
      return next(await withQuery(again, (query) => query.delete("cursor")));
    }),
  },
  {
    name: "unreadable-cursor-is-invalid-parameter",
    summary: "A cursor that cannot be read is refused with the code of any other parameter.",
    breaks: ["CRM-PAG-004"],
    http: onCall(
      { operation: ["listContacts", "listInteractions", "listServiceRequests"] },
      async (call, next) => {
        const response = await next(call.request);
        if (response.status !== 400 || !call.query.has("cursor")) return response;
        const { code, errors } = (await response.clone().json()) as { code: string; errors: [] };
        return code === "invalid-cursor" ? problem("invalid-parameter", call.request, { errors }) : response;
      },
    ),
  },
  {
    name: "total-of-the-page",
    summary: "`total` counts the rows of the page.",
    breaks: ["CRM-PAG-005"],
    store: onStore({ requests: { list: (original) => counting(original, ({ rows }) => rows.length) } }),
  },
  {
    name: "total-of-what-is-left",
    summary: "`total` counts the rows from the cursor on.",
    breaks: ["CRM-PAG-005"],
    http: (next) => {
      const seen = new Map<string, number>();
      return onAnswer({ operation: "listServiceRequests" }, ({ body: { data, page } }, { query }) => {
        const before = seen.get(query.get("cursor") ?? "") ?? 0;
        if (page.nextCursor !== null) seen.set(page.nextCursor, before + data.length);
        if (typeof page.total !== "number" || before === 0) return undefined;
        return { body: { data, page: { ...page, total: page.total - before } } };
      })(next);
    },
  },
  {
    name: "total-left-out",
    summary: "`total` is left out of the list of contacts, also when asked for.",
    breaks: ["CRM-PAG-005"],
    http: onAnswer({ operation: "listContacts" }, ({ body: { data, page } }) => ({
      body: { data, page: { nextCursor: page.nextCursor } },
    })),
  },
  {
    name: "default-order-by-creation",
    summary: "Without `sort` requests come by their creation instead of their last change.",
    breaks: ["CRM-PAG-006"],
    http: sortedByDefault("listServiceRequests", "-createdAt"),
  },
  {
    name: "default-order-by-latest-customer",
    summary: "Without `sort` customers come by their last change instead of by name.",
    breaks: ["CRM-PAG-006"],
    http: sortedByDefault("listCustomers", "-updatedAt"),
  },
  {
    name: "page-by-offset",
    summary: "A cursor counts the rows before it, so that a new row shifts all that follow.",
    breaks: ["CRM-PAG-007", "CRM-PAG-008"],
    store: onStore({
      requests: { list: (original) => byOffset(original, (row) => row.createdAt) },
      contacts: { list: (original) => byOffset(original, (row) => row.createdAt) },
      interactions: { list: (original) => byOffset(original, (row) => row.createdAt) },
    }),
  },
  {
    name: "removed-row-ends-walk",
    summary: "A cursor whose row of contacts was removed meanwhile opens an empty last page.",
    breaks: ["CRM-PAG-008"],
    store: onStore({
      contacts: {
        list:
          (original, { contacts }) =>
          async (query) => {
            const anchor = query.after ? await contacts.find(query.after.id, query.scope) : true;
            return anchor ? original(query) : { rows: [], next: null };
          },
      },
    }),
  },
  {
    name: "ties-lost-at-page-turn",
    summary:
      "A page begins after the sort value of the row before, so that rows of the same value are left out.",
    breaks: ["CRM-PAG-009"],
    store: onStore({
      requests: { list: (original) => (query) => original(beyondTies(query)) },
      contacts: { list: (original) => (query) => original(beyondTies(query)) },
      interactions: { list: (original) => (query) => original(beyondTies(query)) },
    }),
  },
  {
    name: "ties-in-any-order",
    summary:
      "Requests made in one instant come in the order of their titles, while the cursor counts on their ids.",
    breaks: ["CRM-PAG-009"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const { rows, next, ...rest } = await original({ ...query, limit: query.limit + 1 });
          if (!query.sort.endsWith("createdAt") || rows.length <= query.limit) return original(query);
          const byTitle = rows.toSorted((a, b) =>
            a.createdAt.getTime() === b.createdAt.getTime() ? a.title.localeCompare(b.title) : 0,
          );
          const kept = byTitle.slice(0, query.limit);
          const last = kept.at(-1);
          return {
            ...rest,
            rows: kept,
            next: last ? { key: last.createdAt.toISOString(), id: last.id } : next,
          };
        },
      },
    }),
  },
];

/** A cursor brings along these parameters of the call that gave it out, whatever it is used with. */
function cursorRemembering(names: readonly string[]): Layer {
  return (next) => {
    const origins = new Map<string, URLSearchParams>();
    const remember = onAnswer({ operation: "listServiceRequests" }, ({ body }, { query }) => {
      if (body.page.nextCursor !== null) origins.set(body.page.nextCursor, query);
      return undefined;
    });
    const restore = onCall({ operation: "listServiceRequests" }, async ({ request, query }, inner) => {
      const origin = origins.get(query.get("cursor") ?? "");
      if (!origin) return inner(request);
      const restored = await withQuery(request, (given) => {
        for (const name of names) {
          given.delete(name);
          for (const value of origin.getAll(name)) given.append(name, value);
        }
      });
      return inner(restored);
    });
    return layers(restore, remember)(next);
  };
}

function sortedByDefault(operation: "listCustomers" | "listServiceRequests", sort: string): Layer {
  return onCall({ operation }, async ({ request, query }, next) =>
    next(query.has("sort") ? request : await withQuery(request, (given) => given.set("sort", sort))),
  );
}

type List<Filter, Row> = (query: ListQuery<Filter>) => Promise<Page<Row>>;

const counting =
  <Filter, Row>(list: List<Filter, Row>, count: (page: Page<Row>) => number): List<Filter, Row> =>
  async (query) => {
    const page = await list(query);
    return query.total ? { ...page, total: count(page) } : page;
  };

/** Reads everything and cuts the page out of it; the position holds how many rows came before. */
const byOffset =
  <Filter, Row extends { id: string }>(
    list: List<Filter, Row>,
    instantOf: (row: Row) => Date,
  ): List<Filter, Row> =>
  async ({ after, ...query }) => {
    const offset = Number(after?.id ?? 0);
    const rows: Row[] = [];
    let total: number | undefined;
    let position = null as Page<Row>["next"];
    do {
      const page = await list({ ...query, ...(position ? { after: position } : {}), limit: 100 });
      rows.push(...page.rows);
      total = page.total;
      position = page.next;
    } while (position && rows.length <= offset + query.limit);
    const kept = rows.slice(offset, offset + query.limit);
    const last = rows.length > offset + query.limit ? kept.at(-1) : undefined;
    const next = last ? { key: instantOf(last).toISOString(), id: String(offset + query.limit) } : null;
    return { rows: kept, next, ...(total === undefined ? {} : { total }) };
  };

/** Ids are hexadecimal: none sorts before the empty one or behind this one. */
function beyondTies<Filter>({ after, ...query }: ListQuery<Filter>): ListQuery<Filter> {
  if (!after) return query;
  return { ...query, after: { key: after.key, id: query.sort.startsWith("-") ? "" : "zzzz" } };
}
