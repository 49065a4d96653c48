import type { ServiceRequest } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { callerInHand, inHand } from "../in-hand.ts";
import { making, onRequests } from "../on-requests.ts";
import { unhurried } from "../unhurried.ts";
import { layers, onAnswer, onCall } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";
import { requestActions } from "./request-actions.ts";
import { requestInput } from "./request-input.ts";
import { requestMoves } from "./request-moves.ts";

/** A request itself: how it is made, shown, owned and numbered. */
const requests: readonly Defect[] = [
  {
    name: "owner-missing-in-lists",
    summary: "A list of requests leaves out their owners.",
    breaks: ["CRM-SR-001"],
    http: onAnswer({ operation: "listServiceRequests" }, ({ body }) => ({
      body: { ...body, data: body.data.map(({ owner: _, ...request }) => request) },
    })),
  },
  {
    name: "owner-without-name",
    summary: "The owner of a request that nobody was assigned to has an empty name.",
    breaks: ["CRM-SR-001"],
    http: onRequests((request) =>
      request.handler ? request : { ...request, owner: { ...request.owner, name: "" } },
    ),
  },
  {
    name: "may-move-where-it-is",
    summary: "A held request may be moved to held, it says.",
    breaks: ["CRM-SR-002"],
    http: onRequests((request) =>
      request.state === "held"
        ? { ...request, allowedTransitions: [...(request.allowedTransitions ?? []), "held"] }
        : request,
    ),
  },
  {
    name: "refused-may-go-on",
    summary: "A request that was refused may be taken up again, it says.",
    breaks: ["CRM-SR-002"],
    http: onRequests((request) =>
      request.state === "rejected" ? { ...request, allowedTransitions: ["inProgress"] } : request,
    ),
  },
  {
    name: "new-request-in-progress",
    summary: "A request that an agent takes down is in progress at once.",
    breaks: ["CRM-SR-003"],
    http: inHand,
    store: making((request) =>
      callerInHand().kind === "agent" ? { ...request, state: "inProgress", status: "inHand" } : request,
    ),
  },
  {
    name: "false-custom-fields-lost",
    summary: "A custom field that is false or zero is not kept.",
    breaks: ["CRM-SR-003"],
    store: making(({ customFields, ...request }) => ({
      ...request,
      customFields: Object.fromEntries(Object.entries(customFields).filter(([, value]) => value)),
    })),
  },
  {
    name: "description-on-one-line",
    summary: "The line breaks of a description are lost.",
    breaks: ["CRM-SR-003"],
    store: making((request) => ({
      ...request,
      description: request.description?.replaceAll(/\s*\n\s*/g, " ") ?? null,
    })),
  },
  {
    name: "coordinates-rounded",
    summary: "Coordinates are kept to one decimal.",
    breaks: ["CRM-SR-003"],
    store: making(({ location, ...request }) => ({
      ...request,
      location: location && {
        ...location,
        ...(location.latitude === undefined ? {} : { latitude: Math.round(location.latitude * 10) / 10 }),
        ...(location.longitude === undefined ? {} : { longitude: Math.round(location.longitude * 10) / 10 }),
      },
    })),
  },
  {
    name: "request-language-lost",
    summary: "The language of a requester is not kept.",
    breaks: ["CRM-SR-003"],
    store: making((request) => ({ ...request, language: null })),
  },
  {
    name: "assignment-overwrites-owner",
    summary: "Whoever a request is assigned to becomes its owner.",
    breaks: ["CRM-SR-004"],
    store: onStore({
      requests: {
        update: (update) => (id, changes) =>
          update(id, changes.handlerId ? { ...changes, ownerId: changes.handlerId } : changes),
      },
    }),
  },
  {
    name: "move-overwrites-owner",
    summary: "A manager who moves a request becomes its owner.",
    breaks: ["CRM-SR-004"],
    http: inHand,
    store: onStore({
      requests: {
        update: (update) => (id, changes) => {
          const { kind, id: ownerId = "" } = callerInHand();
          return update(id, kind === "manager" && changes.state ? { ...changes, ownerId } : changes);
        },
      },
    }),
  },
  {
    name: "reopening-overwrites-owner",
    summary: "A reopened request belongs to whoever handled it last.",
    breaks: ["CRM-SR-004"],
    store: onStore({
      requests: {
        update:
          (update, { requests }) =>
          async (id, changes) => {
            const stored = await requests.find(id, { audience: "staff", misconduct: "all" });
            const isReopening = changes.reopenedCount !== undefined && stored?.handlerId;
            await update(id, isReopening ? { ...changes, ownerId: stored.handlerId ?? "" } : changes);
          },
      },
    }),
  },
  {
    name: "never-overdue-while-pending",
    summary: "A request that waits for the customer is not marked overdue.",
    breaks: ["CRM-SR-022"],
    http: onRequests((request) => marked(request, request.marks.overdue && request.state !== "pending")),
  },
  {
    name: "overdue-for-good",
    summary: "A request that was answered late stays marked overdue.",
    breaks: ["CRM-SR-022"],
    http: onRequests((request) => {
      const wasLate = request.promises.some(({ dueAt, metAt }) => isPast(dueAt) && metAt !== null);
      return marked(request, request.marks.overdue || (wasLate && request.dueAt === undefined));
    }),
  },
  {
    name: "number-of-the-second",
    summary: "A request's number is made of the second in which it came in.",
    breaks: ["CRM-SR-023"],
    http: onRequests((request) => ({
      ...request,
      number: `R-${request.createdAt.slice(0, 19).replaceAll(/\D/g, "")}`,
    })),
  },
  {
    name: "number-shared-in-parallel",
    summary: "Requests made at once get the same number.",
    breaks: ["CRM-SR-023"],
    http: (next) => {
      const shared = new Map<string, string>();
      let underWay = 0;
      let last = "";
      const share = onCall({ operation: "createServiceRequest" }, async ({ request }, inner) => {
        const isAlone = underWay === 0;
        underWay += 1;
        const response = await inner(request).finally(() => {
          underWay -= 1;
        });
        if (!response.ok) return response;
        const { id, number } = (await response.clone().json()) as ServiceRequest;
        if (isAlone) last = number;
        else shared.set(id, last);
        return response;
      });
      const show = onRequests((request) => ({
        ...request,
        number: shared.get(request.id) ?? request.number,
      }));
      return layers(show, share, unhurried)(next);
    },
  },
];

const isPast = (at: string): boolean => Date.parse(at) < Date.now();

const marked = (request: ServiceRequest, overdue: boolean): ServiceRequest => ({
  ...request,
  marks: { ...request.marks, overdue },
});

export const serviceRequests: readonly Defect[] = [
  ...requests,
  ...requestInput,
  ...requestMoves,
  ...requestActions,
];
