import type { RowScope } from "@portico/server";
import type { Defect } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { elevated } from "../tokens.ts";
import { onAnswer, onProblem, retold, withPath } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const summary: readonly Defect[] = [
  {
    name: "summary-counts-what-is-over",
    summary: "A summary counts requests among the open that are resolved.",
    breaks: ["CRM-SU-001"],
    store: onStore({
      requests: {
        countOpen:
          (countOpen, { requests }) =>
          async (customerId, scope, now) => {
            const counts = await countOpen(customerId, scope, now);
            const filter = { customerId, state: ["resolved"] };
            const { total = 0 } = await requests.list({
              scope,
              filter,
              sort: "-updatedAt",
              limit: 1,
              total: true,
            });
            return { ...counts, open: counts.open + total };
          },
      },
    }),
  },
  {
    name: "summary-counts-what-is-shown",
    summary: "A summary counts no more open requests than it shows.",
    breaks: ["CRM-SU-001"],
    http: onAnswer({ operation: "getCustomerSummary" }, ({ body }) => {
      const { data, openCount } = body.requests;
      const counted = Math.min(data?.length ?? 0, openCount ?? 0);
      return { body: { ...body, requests: { ...body.requests, openCount: counted } } };
    }),
  },
  {
    name: "summary-counts-urged-in-progress",
    summary: "A summary counts a request as urged only while it is in progress.",
    breaks: ["CRM-SU-001"],
    store: onStore({
      requests: {
        countOpen:
          (countOpen, { requests }) =>
          async (customerId, scope, now) => {
            const counts = await countOpen(customerId, scope, now);
            const filter = { customerId, state: ["inProgress"], urged: true };
            const query = { scope, filter, sort: "-updatedAt", limit: 1, total: true };
            return { ...counts, urged: (await requests.list(query)).total ?? 0 };
          },
      },
    }),
  },
  {
    name: "summary-counts-due-as-overdue",
    summary: "A summary counts as overdue whatever has a deadline.",
    breaks: ["CRM-SU-001"],
    store: onStore({
      requests: {
        countOpen: (countOpen) => (customerId, scope) =>
          countOpen(customerId, scope, new Date("9999-01-01T00:00:00Z")),
      },
    }),
  },
  {
    name: "summary-shows-internal-interactions",
    summary: "A customer's summary shows interactions that are internal.",
    breaks: ["CRM-SU-002"],
    http: inHand,
    store: onStore({
      interactions: { list: (list) => (query) => list({ ...query, scope: widened(query.scope) }) },
    }),
  },
  {
    name: "summary-shows-every-judgement",
    summary: "A customer's summary shows how they are judged in everything.",
    breaks: ["CRM-SU-002"],
    http: inHand,
    store: onStore({
      assessments: { list: (list) => (query) => list({ ...query, scope: widened(query.scope) }) },
    }),
  },
  {
    name: "summary-of-another-forbidden",
    summary: "Another customer's summary answers 403 where an id that does not exist answers 404.",
    breaks: ["CRM-SU-003"],
    http: (next) =>
      onProblem(
        { operation: "getCustomerSummary", caller: "customer", code: "not-found" },
        async ({ body }, { request, path: { id = "" } }) => {
          const exists = await next(await withPath(elevated(request), `/v1/customers/${id}`));
          return exists.ok ? retold(body, "forbidden") : undefined;
        },
      )(next),
  },
  {
    name: "summary-of-another-told",
    summary: "Another customer's summary is refused with a detail that gives away that there is one.",
    breaks: ["CRM-SU-003"],
    http: (next) =>
      onProblem(
        { operation: "getCustomerSummary", caller: "customer", code: "not-found" },
        async ({ body }, { request, path: { id = "" } }) => {
          const exists = await next(await withPath(elevated(request), `/v1/customers/${id}`));
          return exists.ok ? { body: { ...body, detail: "This customer is not yours." } } : undefined;
        },
      )(next),
  },
  {
    name: "summary-shows-six-requests",
    summary: "A summary shows six open requests.",
    breaks: ["CRM-SU-004"],
    http: inHand,
    store: onStore({
      requests: {
        list: (list) => (query) =>
          list(serving("getCustomerSummary") ? { ...query, limit: query.limit + 1 } : query),
      },
    }),
  },
  {
    name: "summary-shows-the-oldest",
    summary: "A summary shows the open requests whose last change is longest ago.",
    breaks: ["CRM-SU-004"],
    http: inHand,
    store: onStore({
      requests: {
        list: (list) => (query) =>
          list(serving("getCustomerSummary") ? { ...query, sort: "updatedAt" } : query),
      },
    }),
  },
  {
    name: "summary-shows-first-interactions",
    summary: "A summary shows the first interactions in place of the last.",
    breaks: ["CRM-SU-004"],
    http: inHand,
    store: onStore({
      interactions: {
        list: (list) => (query) =>
          list(serving("getCustomerSummary") ? { ...query, sort: "occurredAt" } : query),
      },
    }),
  },
];

/** What the staff see, while a summary is read. */
function widened(scope: RowScope): RowScope {
  return serving("getCustomerSummary") ? { ...scope, audience: "staff" } : scope;
}
