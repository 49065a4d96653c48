import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestState, ServiceRequest, ServiceRequestPatch } from "@portico/contract";
import type { EntryRecord } from "@portico/server";
import type { Defect, Fetch } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { logging } from "../on-requests.ts";
import { unhurried } from "../unhurried.ts";
import { layers, onAnswer, onCall, withHeaders } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";
import { crashes } from "./crashes.ts";

const actions = ["transitionServiceRequest", "assignServiceRequest", "urgeServiceRequest"] as const;

const inTurn: readonly Defect[] = [
  {
    name: "read-behind-a-write",
    summary: "The first read of a request after an action on it is answered by a cache.",
    breaks: ["CRM-SEQ-001"],
    http: (next) => {
      const cached = new Map<string, Response>();
      const stale = new Set<string>();
      const reads = onCall(
        { operation: "getServiceRequest" },
        async ({ request, path: { id = "" } }, inner) => {
          const mine = `${request.headers.get("Authorization")} ${id}`;
          const known = cached.get(mine);
          if (known && stale.delete(mine)) return known.clone();
          const response = await inner(request);
          if (response.status === 200) cached.set(mine, response.clone());
          return response;
        },
      );
      const writes = onCall({ operation: actions }, async ({ request, path: { id = "" } }, inner) => {
        const response = await inner(request);
        if (response.ok) stale.add(`${request.headers.get("Authorization")} ${id}`);
        return response;
      });
      return layers(reads, writes)(next);
    },
  },
  {
    name: "title-kept-of-new-requests",
    summary: "Once a request is no longer new, another title is answered but not kept.",
    breaks: ["CRM-SEQ-001"],
    http: onAnswer({ operation: "updateServiceRequest" }, async ({ body }, call) => {
      const { title = body.title } = (await call.json()) as ServiceRequestPatch;
      return { body: { ...body, title } };
    }),
    store: onStore({
      requests: {
        update:
          (update, { requests }) =>
          async (id, { title, ...changes }) => {
            const stored = await requests.find(id, { audience: "staff", misconduct: "all" });
            const isKept = title !== undefined && stored?.state === "acknowledged";
            await update(id, isKept ? { ...changes, title } : changes);
          },
      },
    }),
  },
  {
    name: "resumed-as-acknowledged",
    summary: "A held request that goes on is acknowledged again.",
    breaks: ["CRM-SEQ-002", "CRM-SR-005"],
    store: onStore({
      requests: {
        update:
          (update, { requests }) =>
          async (id, changes) => {
            const stored = await requests.find(id, { audience: "staff", misconduct: "all" });
            const goesOn = stored?.state === "held" && changes.state === "inProgress";
            await update(id, goesOn ? { ...changes, state: "acknowledged" } : changes);
          },
      },
    }),
  },
  {
    name: "dispatch-not-logged",
    summary: "The log does not tell that an assignment put a new request in progress.",
    breaks: ["CRM-SEQ-003", "CRM-SR-008"],
    http: inHand,
    store: logging((entry) =>
      entry.type === "stateChange" && serving("assignServiceRequest") ? null : entry,
    ),
  },
  {
    name: "log-ordered-by-the-second",
    summary: "Lines of the log of one second are ordered by what they tell.",
    breaks: ["CRM-SEQ-003", "CRM-EN-001"],
    store: onStore({
      entries: {
        list: (list) => async (query) => {
          const page = await list(query);
          return { ...page, rows: page.rows.toSorted(bySecondAndType) };
        },
      },
    }),
  },
  {
    name: "second-field-change-not-logged",
    summary: "Of several fields changed at once the log tells the first.",
    breaks: ["CRM-SEQ-003"],
    store: (store) => {
      let last = "";
      return logging((entry) => {
        if (entry.type !== "fieldChange") return entry;
        const change = `${entry.serviceRequestId} ${entry.createdAt.getTime()}`;
        const isNext = change === last;
        last = change;
        return isNext ? null : entry;
      })(store);
    },
  },
  {
    name: "parallel-requests-made-one",
    summary: "Requests that one caller makes at once are taken for repeats of the first.",
    breaks: ["CRM-SEQ-005"],
    http: (next) => {
      const underWay = new Map<string, Promise<Response>>();
      return onCall({ operation: "createServiceRequest" }, async ({ request }, inner) => {
        const caller = request.headers.get("Authorization") ?? "";
        const others = underWay.get(caller);
        if (others) return (await others).clone();
        const mine = inner(request);
        underWay.set(caller, mine);
        return (await mine.finally(() => underWay.delete(caller))).clone();
      })(unhurried(next));
    },
  },
  {
    name: "parallel-request-made-twice",
    summary: "A request made while another is under way is made twice.",
    breaks: ["CRM-SEQ-005"],
    http: (next) => {
      let underWay = 0;
      return onCall({ operation: "createServiceRequest" }, async ({ request }, inner) => {
        const isAlone = underWay === 0;
        const again = withHeaders(request.clone() as Request, { "Idempotency-Key": crypto.randomUUID() });
        underWay += 1;
        const response = await inner(request).finally(() => {
          underWay -= 1;
        });
        if (response.ok && !isAlone) await inner(again);
        return response;
      })(unhurried(next));
    },
  },
  {
    name: "parallel-moves-from-one-state",
    summary: "Of moves made at once each is logged from the state that was when it came in.",
    breaks: ["CRM-SEQ-006"],
    http: (next) => onCall({ operation: "transitionServiceRequest" }, rememberingState)(unhurried(next)),
    store: logging((entry) => {
      const from = entry.type === "stateChange" ? stateBefore.getStore() : undefined;
      return from === undefined ? entry : { ...entry, from };
    }),
  },
];

export const sequences: readonly Defect[] = [...inTurn, ...crashes];

const stateBefore = new AsyncLocalStorage<RequestState>();

async function rememberingState({ request }: { request: Request }, next: Fetch): Promise<Response> {
  const address = request.url.replace(/\/transitions$/, "");
  const headers = { Authorization: request.headers.get("Authorization") ?? "" };
  const before = await next(new Request(address, { headers }));
  if (!before.ok) return next(request);
  const { state } = (await before.json()) as ServiceRequest;
  return stateBefore.run(state, () => next(request));
}

function bySecondAndType(one: EntryRecord, other: EntryRecord): number {
  const second = ({ createdAt }: EntryRecord) => Math.floor(createdAt.getTime() / 1000);
  return second(one) - second(other) || one.type.localeCompare(other.type);
}
