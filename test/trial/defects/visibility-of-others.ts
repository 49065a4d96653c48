import type { Attachment } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { elevating } from "../overreach.ts";
import { as, elevated, system } from "../tokens.ts";
import { type Layer, layers, onAnswer, onCall, withHeaders, withQuery } from "../wrap.ts";

export const visibilityOfOthers: readonly Defect[] = [
  {
    name: "anyone-urges",
    summary: "A request is urged by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("urgeServiceRequest", "customer"),
  },
  {
    name: "anyone-replies",
    summary: "A request is answered by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("createEntry", "customer"),
  },
  {
    name: "anyone-withdraws",
    summary: "A request is withdrawn by any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: elevating("transitionServiceRequest", "customer"),
  },
  {
    name: "anyone-reveals",
    summary: "A contact point is revealed to any customer who has its id.",
    breaks: ["CRM-VIS-011"],
    http: onCall({ operation: "revealContactPoint", caller: "customer" }, ({ request }, next) =>
      next(as({ ...system, scope: "pii.reveal" }, request)),
    ),
  },
  {
    name: "request-in-anothers-name",
    summary: "A customer may name another customer as the one who asks.",
    breaks: ["CRM-VIS-012"],
    http: onCall({ operation: "createServiceRequest", caller: "customer" }, async (call, next) => {
      const body = (await call.json()) as { customerId?: string } | undefined;
      const isOther = body?.customerId !== undefined && body.customerId !== call.caller.customerId;
      return next(isOther ? elevated(call.request) : call.request);
    }),
  },
  {
    name: "file-content-to-anyone",
    summary: "The content of a file, unlike its record, is given to whoever has its id.",
    breaks: ["CRM-VIS-013"],
    http: ofSender("getAttachmentContent"),
  },
  {
    name: "file-record-to-anyone",
    summary: "The record of a file is shown to whoever has its id.",
    breaks: ["CRM-VIS-013"],
    http: ofSender("getAttachment"),
  },
  {
    name: "file-of-guests-to-guests",
    summary: "The record of a file that a guest sent in is shown to whoever has its id.",
    breaks: ["CRM-VIS-017"],
    http: (next) => {
      const records = new Map<string, Attachment>();
      return layers(
        onCall({ operation: "getAttachment", caller: "guest" }, ({ request, path }, inner) => {
          const record = records.get(path.id ?? "");
          return record ? Response.json(record) : inner(request);
        }),
        onAnswer({ operation: "uploadAttachment", caller: "guest" }, ({ body }) => {
          records.set(body.id, body);
          return undefined;
        }),
      )(next);
    },
  },
  {
    name: "feed-tells-of-internal-entries",
    summary: "The feed tells customers of internal entries on their requests.",
    breaks: ["CRM-VIS-018"],
    http: ownFeedElevated("listChanges"),
  },
  {
    name: "feed-of-any-subject",
    summary: "The feed of one subject is told to whoever has its id.",
    breaks: ["CRM-VIS-018"],
    http: subjectElevated("listChanges"),
  },
  {
    name: "stream-tells-of-internal-entries",
    summary: "The stream tells customers of internal entries on their requests.",
    breaks: ["CRM-VIS-019"],
    http: ownFeedElevated("streamChanges"),
  },
  {
    name: "stream-of-any-customer",
    summary: "The stream tells a customer of the changes of everybody.",
    breaks: ["CRM-VIS-019"],
    http: elevating("streamChanges", "customer"),
  },
  {
    name: "guests-feed-of-everybody",
    summary: "A guest's feed tells of the changes of customers.",
    breaks: ["CRM-VIS-020"],
    http: elevating("listChanges", "guest"),
  },
  {
    name: "guests-stream-of-everybody",
    summary: "A guest's stream tells of the changes of customers.",
    breaks: ["CRM-VIS-020"],
    http: elevating("streamChanges", "guest"),
  },
];

/** Asks for a file as whoever sent it in, or as the provider's own systems. */
function ofSender(operation: "getAttachment" | "getAttachmentContent"): Layer {
  return (next) => {
    const senders = new Map<string, string>();
    return layers(
      onAnswer({ operation: "uploadAttachment" }, ({ body }, { request }) => {
        senders.set(body.id, request.headers.get("Authorization") ?? "");
        return undefined;
      }),
      onCall({ operation, caller: "customer" }, async ({ request, path }, inner) => {
        const response = await inner(elevated(request));
        const sender = senders.get(path.id ?? "");
        return response.ok || !sender ? response : inner(withHeaders(request, { Authorization: sender }));
      }),
    )(next);
  };
}

/** Tells a customer everything about their own records. */
function ownFeedElevated(operation: "listChanges" | "streamChanges"): Layer {
  return onCall({ operation, caller: "customer" }, async ({ request, caller }, next) =>
    next(elevated(await withQuery(request, (query) => query.set("customerId", caller.customerId ?? "")))),
  );
}

function subjectElevated(operation: "listChanges" | "streamChanges"): Layer {
  return onCall({ operation, caller: "customer" }, ({ request, query }, next) =>
    next(query.has("subject") ? elevated(request) : request),
  );
}
