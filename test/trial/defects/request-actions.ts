import type { EntryInput, ServiceRequest } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { changing, logging, onRequests, seenAs } from "../on-requests.ts";
import { elevated } from "../tokens.ts";
import { layers, onCall, onProblem, problem, retold } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

/** What can be done with a request besides moving it. */
export const requestActions: readonly Defect[] = [
  {
    name: "urge-counted-twice",
    summary: "An urge counts twice.",
    breaks: ["CRM-SR-010"],
    store: changing(({ urgedCount, ...changes }) =>
      urgedCount === undefined ? changes : { ...changes, urgedCount: urgedCount + 1 },
    ),
  },
  {
    name: "urge-not-dated",
    summary: "A request does not tell when it was urged last.",
    breaks: ["CRM-SR-010"],
    http: onRequests(({ marks: { lastUrgedAt: _, ...marks }, ...request }) => ({ ...request, marks })),
  },
  {
    name: "urge-not-logged",
    summary: "The log does not tell of an urge.",
    breaks: ["CRM-SR-010"],
    store: logging((entry) => (entry.type === "urge" ? null : entry)),
  },
  {
    name: "cooldown-ignored-for-customers",
    summary: "A customer may urge again at once.",
    breaks: ["CRM-SR-011"],
    http: inHand,
    store: onStore({
      requests: {
        find: (find) => async (id, scope, options) => {
          const found = await find(id, scope, options);
          const isTooSoon = serving("urgeServiceRequest") && scope.audience === "customer" && options?.lock;
          return found && isTooSoon ? { ...found, lastUrgedAt: null } : found;
        },
      },
    }),
  },
  {
    name: "cooldown-without-retry-after",
    summary: "Urging too soon is refused without saying when to come back.",
    breaks: ["CRM-SR-011"],
    http: onProblem({ operation: "urgeServiceRequest", code: "rate-limited" }, () => ({
      headers: { "Retry-After": null },
    })),
  },
  {
    name: "refused-urge-counted",
    summary: "Urging too soon is refused but counted.",
    breaks: ["CRM-SR-011"],
    http: (next) => {
      const more = new Map<string, number>();
      const count = onProblem(
        { operation: "urgeServiceRequest", code: "rate-limited" },
        (_, { path: { id = "" } }) => {
          more.set(id, (more.get(id) ?? 0) + 1);
          return undefined;
        },
      );
      const show = onRequests(({ marks, ...request }) => ({
        ...request,
        marks: { ...marks, urgedCount: marks.urgedCount + (more.get(request.id) ?? 0) },
      }));
      return layers(show, count)(next);
    },
  },
  {
    name: "action-refused-as-forbidden",
    summary: "An action that is not allowed now answers 403.",
    breaks: ["CRM-SR-012"],
    http: onProblem({ code: "action-not-allowed" }, ({ body }) => retold(body, "forbidden")),
  },
  {
    name: "closed-request-assigned",
    summary: "A closed request is assigned and comes to life again.",
    breaks: ["CRM-SR-012", "CRM-SEQ-002"],
    http: inHand,
    store: seenAs("assignServiceRequest", (state) => (state === "closed" ? "inProgress" : state)),
  },
  {
    name: "undeclared-assignment-taken",
    summary: "A held request may not be assigned, it says, but is.",
    breaks: ["CRM-SR-012"],
    http: onRequests((request) => (request.state === "held" ? without(request, "assign") : request)),
  },
  {
    name: "declared-reply-refused",
    summary: "A resolved request may be replied to, it says, but the reply is refused.",
    breaks: ["CRM-SR-013"],
    http: inHand,
    store: seenAs("createEntry", (state) => (state === "resolved" ? "closed" : state)),
  },
  {
    name: "declared-urge-refused",
    summary: "A new request may be urged, it says, but the urge is refused.",
    breaks: ["CRM-SR-013"],
    http: inHand,
    store: seenAs("urgeServiceRequest", (state) => (state === "acknowledged" ? "resolved" : state)),
  },
  {
    name: "declared-assignment-refused",
    summary: "A held request may be assigned, it says, but the assignment is refused.",
    breaks: ["CRM-SR-013"],
    http: inHand,
    store: seenAs("assignServiceRequest", (state) => (state === "held" ? "closed" : state)),
  },
  {
    name: "declared-rating-refused",
    summary: "A closed request may be rated, it says, but the rating is refused.",
    breaks: ["CRM-SR-013"],
    http: inHand,
    store: seenAs("createRating", (state) => (state === "closed" ? "inProgress" : state)),
  },
  {
    name: "declared-comment-refused",
    summary: "A request that was withdrawn may be commented on, it says, but the comment is refused.",
    breaks: ["CRM-SR-013"],
    http: onCall({ operation: "createEntry" }, async (call, next) => {
      const { type } = ((await call.json()) ?? {}) as Partial<EntryInput>;
      if (type !== "comment") return next(call.request);
      const read = new Request(call.request.url.replace(/\/entries$/, ""));
      const { state } = (await (await next(elevated(read))).json()) as Partial<ServiceRequest>;
      return state === "cancelled" ? problem("action-not-allowed", call.request) : next(call.request);
    }),
  },
  {
    name: "urge-declared-when-resolved",
    summary: "A resolved request may be urged, it says, but the urge is refused.",
    breaks: ["CRM-SR-013"],
    http: onRequests((request) =>
      request.state === "resolved"
        ? { ...request, allowedActions: [...request.allowedActions, "urge"] }
        : request,
    ),
  },
  {
    name: "assignment-not-logged",
    summary: "The log does not tell of an assignment.",
    breaks: ["CRM-SR-017"],
    store: logging((entry) => (entry.type === "assignment" ? null : entry)),
  },
  {
    name: "reassignment-keeps-the-first-handler",
    summary: "A request that is handed on stays with the one who had it.",
    breaks: ["CRM-SR-017"],
    store: onStore({
      requests: {
        update:
          (update, { requests }) =>
          async (id, changes) => {
            const stored = await requests.find(id, { audience: "staff", misconduct: "all" });
            const { handlerId } = stored ?? {};
            await update(id, changes.handlerId && handlerId ? { ...changes, handlerId } : changes);
          },
      },
    }),
  },
  {
    name: "unknown-handler-made-up",
    summary: "An assignment to an id that nobody has makes somebody of that name.",
    breaks: ["CRM-SR-018"],
    http: inHand,
    store: onStore({
      staff: {
        find:
          (find, { staff }) =>
          async (id) => {
            const found = await find(id);
            if (found || !serving("assignServiceRequest")) return found;
            await staff.remember({
              id,
              name: id,
              role: "agent",
              title: null,
              unitId: null,
              phone: null,
              email: null,
            });
            return find(id);
          },
      },
    }),
  },
  {
    name: "unknown-handler-as-not-found",
    summary: "An assignment to an id that nobody has answers 404.",
    breaks: ["CRM-SR-018"],
    http: onProblem({ operation: "assignServiceRequest", code: "validation-failed" }, ({ body }) =>
      body.errors?.some(({ code }) => code === "unknown-reference") ? retold(body, "not-found") : undefined,
    ),
  },
];

const without = (request: ServiceRequest, action: string): ServiceRequest => ({
  ...request,
  allowedActions: request.allowedActions.filter((allowed) => allowed !== action),
});
