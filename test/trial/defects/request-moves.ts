import type { RequestState, TransitionInput } from "@portico/contract";
import type { Defect, Fetch } from "../defect.ts";
import { bodyInHand, inHand } from "../in-hand.ts";
import { changing, logging, onRequests, seenAs } from "../on-requests.ts";
import { elevated } from "../tokens.ts";
import { type Layer, onCall, onProblem, problem, retold, withJson, withPath } from "../wrap.ts";

/** How a request goes from state to state. */
export const requestMoves: readonly Defect[] = [
  {
    name: "declared-hold-refused",
    summary: "A request may be held, it says, but is not.",
    breaks: ["CRM-SR-005"],
    http: onMove(({ to }, request, go) =>
      to === "held" ? problem("transition-not-allowed", request) : go(),
    ),
  },
  {
    name: "declared-going-on-refused",
    summary: "A pending request may go on, it says, but does not.",
    breaks: ["CRM-SR-005"],
    http: inHand,
    store: seenAs("transitionServiceRequest", (state) =>
      state === "pending" && bodyInHand<TransitionInput>().to === "inProgress" ? "rejected" : state,
    ),
  },
  {
    name: "undeclared-hold-taken",
    summary: "A pending request may not be held, it says, but is.",
    breaks: ["CRM-SR-006"],
    http: onRequests((request) =>
      request.state === "pending"
        ? { ...request, allowedTransitions: request.allowedTransitions.filter((to) => to !== "held") }
        : request,
    ),
  },
  {
    name: "pending-closed-at-once",
    summary: "A pending request is closed without having been resolved.",
    breaks: ["CRM-SR-006"],
    http: inHand,
    store: seenAs("transitionServiceRequest", (state) =>
      state === "pending" && bodyInHand<TransitionInput>().to === "closed" ? "resolved" : state,
    ),
  },
  {
    name: "withdrawn-taken-up-again",
    summary: "A request that was withdrawn is reopened.",
    breaks: ["CRM-SR-006"],
    http: inHand,
    store: seenAs("transitionServiceRequest", (state) => (state === "cancelled" ? "closed" : state)),
  },
  {
    name: "refused-move-as-conflict",
    summary: "A move that is not allowed answers `conflict`.",
    breaks: ["CRM-SR-006"],
    http: onProblem({ code: "transition-not-allowed" }, ({ body }) => retold(body, "conflict")),
  },
  {
    name: "refused-move-leaves-a-trace",
    summary: "A move that is refused is remarked in the log.",
    breaks: ["CRM-SR-006"],
    http: onMove(async (_, request, go, next) => {
      const response = await go();
      if (response.status !== 409) return response;
      const toLog = await withPath(
        elevated(request),
        new URL(request.url).pathname.replace("transitions", "entries"),
      );
      await next(withJson(toLog, { type: "comment", visibility: "public", text: "Move refused" }));
      return response;
    }),
  },
  {
    name: "resolution-of-blanks",
    summary: "A request is resolved with nothing but blanks for a resolution.",
    breaks: ["CRM-SR-007"],
    http: onMove((move, request, go, next) =>
      move.resolution?.trim() === "" ? next(withJson(request, { ...move, resolution: "\u200b" })) : go(),
    ),
  },
  {
    name: "resolved-without-resolution",
    summary: "A request is resolved without a resolution when there is a reason.",
    breaks: ["CRM-SR-007"],
    http: onMove((move, request, go, next) => {
      const isExcused = move.to === "resolved" && move.resolution === undefined;
      return isExcused ? next(withJson(request, { ...move, resolution: move.reason ?? "-" })) : go();
    }),
  },
  {
    name: "reopened-without-reason",
    summary: "A request is reopened without a reason.",
    breaks: ["CRM-SR-007"],
    http: withReasonFor("inProgress"),
  },
  {
    name: "withdrawn-without-reason",
    summary: "A request is withdrawn without a reason.",
    breaks: ["CRM-SR-007"],
    http: withReasonFor("cancelled"),
  },
  {
    name: "missing-reason-points-to-the-state",
    summary: "A move without its reason is refused with a pointer to the state.",
    breaks: ["CRM-SR-007"],
    http: onProblem({ operation: "transitionServiceRequest", code: "validation-failed" }, ({ body }) => ({
      body: {
        ...body,
        errors: body.errors?.map((error) => ({
          ...error,
          pointer: error.pointer?.replace("/reason", "/to"),
        })),
      },
    })),
  },
  {
    name: "state-change-swapped",
    summary: "The log tells a move with the states before and after swapped.",
    breaks: ["CRM-SR-008"],
    store: logging((entry) =>
      entry.type === "stateChange" ? { ...entry, from: entry.to, to: entry.from } : entry,
    ),
  },
  {
    name: "closing-not-logged",
    summary: "The log does not tell that a request was closed.",
    breaks: ["CRM-SR-008"],
    store: logging((entry) => (entry.type === "stateChange" && entry.to === "closed" ? null : entry)),
  },
  {
    name: "reopening-not-counted",
    summary: "Reopening a request is not counted.",
    breaks: ["CRM-SR-009"],
    store: changing(({ reopenedCount: _, ...changes }) => changes),
  },
  {
    name: "reopened-as-acknowledged",
    summary: "A reopened request begins as acknowledged.",
    breaks: ["CRM-SR-009"],
    store: changing((changes) =>
      changes.reopenedCount === undefined
        ? changes
        : { ...changes, state: "acknowledged", status: "received" },
    ),
  },
  {
    name: "resolved-without-date",
    summary: "A resolved request does not tell when it was resolved.",
    breaks: ["CRM-SR-021"],
    store: changing(({ resolvedAt: _, ...changes }) => changes),
  },
  {
    name: "resolution-gone-with-closing",
    summary: "A request loses its resolution when it is closed.",
    breaks: ["CRM-SR-021"],
    store: changing((changes) => (changes.state === "closed" ? { ...changes, resolution: null } : changes)),
  },
];

function onMove(
  handle: (
    move: Partial<TransitionInput>,
    request: Request,
    /** Goes on as if nothing were. */
    go: () => Promise<Response>,
    next: Fetch,
  ) => Response | Promise<Response>,
): Layer {
  return onCall({ operation: "transitionServiceRequest" }, async (call, next) => {
    const move = ((await call.json()) ?? {}) as Partial<TransitionInput>;
    return handle(move, call.request, () => next(call.request), next);
  });
}

function withReasonFor(state: RequestState): Layer {
  return onMove((move, request, go, next) =>
    move.to === state && move.reason === undefined ? next(withJson(request, { ...move, reason: "-" })) : go(),
  );
}
