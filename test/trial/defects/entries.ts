import type { EntryInput } from "@portico/contract";
import type { EntryRecord, Repositories, ServiceRequestRecord } from "@portico/server";
import type { Defect } from "../defect.ts";
import { bodyInHand, inHand, serving } from "../in-hand.ts";
import { logging } from "../on-requests.ts";
import { layers, onCall, withJson, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const entries: readonly Defect[] = [
  {
    name: "entries-newest-first",
    summary: "The log begins with its newest line.",
    breaks: ["CRM-EN-001"],
    http: onCall({ operation: "listEntries" }, async ({ request, query }, next) =>
      next(query.has("sort") ? request : await withQuery(request, (to) => to.set("sort", "-createdAt"))),
    ),
  },
  {
    name: "reply-internal",
    summary: "A reply of the staff is stored as internal.",
    breaks: ["CRM-EN-002"],
    store: logging((entry) =>
      entry.type === "reply" && entry.author.role !== "customer"
        ? { ...entry, visibility: "internal" }
        : entry,
    ),
  },
  {
    name: "reply-by-the-desk",
    summary: "A reply of the staff names the desk as its author, not who wrote it.",
    breaks: ["CRM-EN-002"],
    store: logging((entry) =>
      entry.type === "reply" && entry.author.role !== "customer"
        ? { ...entry, author: { id: "service-desk", name: "Service desk", role: "agent" } }
        : entry,
    ),
  },
  {
    name: "internal-comment-made-public",
    summary: "A comment that says it is internal is stored as public.",
    breaks: ["CRM-EN-003"],
    store: logging((entry) => (entry.type === "comment" ? { ...entry, visibility: "public" } : entry)),
  },
  {
    name: "internal-comment-lost-to-staff",
    summary: "The staff do not see internal comments in the log.",
    breaks: ["CRM-EN-003"],
    store: onStore({
      entries: {
        list: (list) => (query) =>
          list(
            query.scope.audience === "staff"
              ? { ...query, scope: { ...query.scope, audience: "customer" } }
              : query,
          ),
      },
    }),
  },
  {
    name: "reply-follows-the-handler",
    summary: "A reply of the staff names whoever handles the request now as its author.",
    breaks: ["CRM-EN-004"],
    store: listing((entry, { handler }) =>
      handler && entry.type === "reply" && entry.author.role !== "customer"
        ? { ...entry, author: { id: handler.id, name: handler.name, role: handler.role } }
        : entry,
    ),
  },
  {
    name: "comment-internal-once-resolved",
    summary: "A public comment becomes internal when its request is resolved.",
    breaks: ["CRM-EN-004"],
    store: listing((entry, { state }) =>
      state === "resolved" && entry.type === "comment" ? { ...entry, visibility: "internal" } : entry,
    ),
  },
  {
    name: "entry-cut-once-stored",
    summary: "A line of the log is answered whole and later shown on a single line.",
    breaks: ["CRM-EN-004"],
    store: listing((entry) => ({ ...entry, text: entry.text?.split("\n")[0] ?? null })),
  },
  {
    name: "customer-writes-internally",
    summary: "A customer's reply that says it is internal is taken as such.",
    breaks: ["CRM-EN-005"],
    http: layers(
      inHand,
      onCall({ operation: "createEntry", caller: "customer" }, async (call, next) => {
        const { visibility, ...input } = ((await call.json()) ?? {}) as EntryInput;
        return next(visibility === "internal" ? withJson(call.request, input) : call.request);
      }),
    ),
    store: logging((entry) => {
      const { visibility } = serving("createEntry") ? bodyInHand<EntryInput>() : {};
      return visibility === "internal" && entry.type === "reply" ? { ...entry, visibility } : entry;
    }),
  },
];

/** Alters what a log shows, by the request it belongs to. */
function listing(alter: (entry: EntryRecord, request: ServiceRequestRecord) => EntryRecord) {
  const requestOf = ({ requests }: Repositories, id: string) =>
    requests.find(id, { audience: "staff", misconduct: "all" });
  return onStore({
    entries: {
      list: (list, repositories) => async (query) => {
        const page = await list(query);
        const request = await requestOf(repositories, query.filter.serviceRequestId);
        return request ? { ...page, rows: page.rows.map((entry) => alter(entry, request)) } : page;
      },
    },
  });
}
