import type { Defect } from "../defect.ts";
import { onAnswer, onCall, onResponse } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const wire: readonly Defect[] = [
  {
    name: "no-cursor-instead-of-null",
    summary: "The last page of interactions leaves `nextCursor` out instead of saying null.",
    breaks: ["CRM-WIR-001"],
    http: onAnswer({ operation: "listInteractions" }, ({ body: { data, page } }) => {
      const { nextCursor, ...rest } = page;
      return nextCursor === null ? { body: { data, page: rest } } : undefined;
    }),
  },
  {
    name: "count-as-text",
    summary: "In lists the number of urges is written as text.",
    breaks: ["CRM-WIR-001"],
    http: onAnswer({ operation: "listServiceRequests" }, ({ body }) => ({
      body: {
        ...body,
        data: body.data.map(({ marks, ...request }) => ({
          ...request,
          marks: { ...marks, urgedCount: String(marks.urgedCount) },
        })),
      },
    })),
  },
  {
    name: "author-by-name-alone",
    summary: "A new entry answers with the name of its author in place of the author.",
    breaks: ["CRM-WIR-001"],
    http: onAnswer({ operation: "createEntry" }, ({ body: { author, ...entry } }) => ({
      body: { ...entry, author: author.name },
    })),
  },
  {
    name: "file-as-partial-content",
    summary: "The record of a file is answered with 206.",
    breaks: ["CRM-WIR-002"],
    http: onAnswer({ operation: "getAttachment" }, () => ({ status: 206 })),
  },
  {
    name: "created-with-200",
    summary: "A new contact answers 200 instead of 201.",
    breaks: ["CRM-WIR-002"],
    http: onAnswer({ operation: "createContact" }, () => ({ status: 200 })),
  },
  {
    name: "removed-with-body",
    summary: "A contact that is removed answers 200 with what it was.",
    breaks: ["CRM-WIR-002"],
    http: onResponse({ operation: "deleteContact" }, (response) =>
      response.status === 204 ? Response.json({ deleted: true }, { headers: response.headers }) : response,
    ),
  },
  {
    name: "json-as-text",
    summary: "The code lists are JSON that calls itself text.",
    breaks: ["CRM-WIR-003"],
    http: onAnswer({ operation: "listCodeLists" }, () => ({ headers: { "Content-Type": "text/plain" } })),
  },
  {
    name: "new-request-without-media-type",
    summary: "A new request is answered with JSON that does not say what it is.",
    breaks: ["CRM-WIR-003"],
    http: onAnswer({ operation: "createServiceRequest" }, () => ({
      headers: { "Content-Type": "application/octet-stream" },
    })),
  },
  {
    name: "instants-of-shanghai",
    summary: "Contacts are dated in the time of Shanghai, with its offset.",
    breaks: ["CRM-WIR-004"],
    http: onAnswer({ operation: ["getContact", "listContacts"] }, ({ body }) => ({
      body: withInstants(body, inShanghai),
    })),
  },
  {
    name: "offset-of-zero",
    summary: "Entries are dated in UTC, written `+00:00`.",
    breaks: ["CRM-WIR-004"],
    http: onAnswer({ operation: "listEntries" }, ({ body }) => ({
      body: withInstants(body, (instant) => instant.replace("Z", "+00:00")),
    })),
  },
  {
    name: "no-request-id-on-lists",
    summary: "The list of requests carries no `Request-Id`.",
    breaks: ["CRM-WIR-005"],
    http: onAnswer({ operation: "listServiceRequests" }, () => ({ headers: { "Request-Id": null } })),
  },
  {
    name: "me-left-to-shared-caches",
    summary: "`/v1/me` may be kept by any cache for a minute.",
    breaks: ["CRM-WIR-006"],
    http: onAnswer({ operation: "getMe" }, () => ({ headers: { "Cache-Control": "public, max-age=60" } })),
  },
  {
    name: "lists-without-cache-control",
    summary: "Lists of interactions say nothing about caching.",
    breaks: ["CRM-WIR-006"],
    http: onAnswer({ operation: "listInteractions" }, () => ({ headers: { "Cache-Control": null } })),
  },
  {
    name: "files-left-to-shared-caches",
    summary: "The content of a file may be kept by any cache for a day.",
    breaks: ["CRM-WIR-006"],
    http: onResponse({ operation: "getAttachmentContent" }, (response) => {
      response.headers.set("Cache-Control", "max-age=86400");
      return response;
    }),
  },
  {
    name: "head-not-taken",
    summary: "HEAD answers 405.",
    breaks: ["CRM-WIR-007"],
    http: onCall({}, async ({ request }, next) =>
      request.method === "HEAD"
        ? new Response(null, { status: 405, headers: { Allow: "GET" } })
        : next(request),
    ),
  },
  {
    name: "head-without-etag",
    summary: "HEAD leaves out the `ETag`.",
    breaks: ["CRM-WIR-007"],
    http: onResponse({}, (response, { request }) => {
      if (request.method === "HEAD") response.headers.delete("ETag");
      return response;
    }),
  },
  {
    name: "time-of-reading-shown",
    summary: "A customer's record tells when it was read.",
    breaks: ["CRM-WIR-008"],
    http: onAnswer({ operation: "getCustomer" }, ({ body }) => ({
      body: { ...body, readAt: new Date().toISOString() },
    })),
  },
  {
    name: "order-of-contact-points-by-chance",
    summary: "The contact points of a customer come in another order on every second read.",
    breaks: ["CRM-WIR-008"],
    http: (next) => {
      let reads = 0;
      return onAnswer({ operation: "getCustomer" }, ({ body }) => {
        reads += 1;
        const { contactPoints = [] } = body;
        return reads % 2 === 0 ? { body: { ...body, contactPoints: contactPoints.toReversed() } } : undefined;
      })(next);
    },
  },
  {
    name: "text-normalised",
    summary: "Titles are brought into normal form C, so that combining marks do not come back.",
    breaks: ["CRM-WIR-009"],
    store: storingTitle((title) => title.normalize("NFC")),
  },
  {
    name: "rare-characters-lost",
    summary:
      "Characters beyond the basic plane, such as rare Chinese ones and emoji, are stored as question marks.",
    breaks: ["CRM-WIR-009"],
    store: storingTitle((title) => title.replaceAll(/[\u{10000}-\u{10ffff}]/gu, "?")),
  },
  {
    name: "text-escaped-for-html",
    summary: "What a reply says is escaped for HTML before it is stored.",
    breaks: ["CRM-WIR-009"],
    store: onStore({
      entries: {
        insert: (original) => (entry) =>
          original({ ...entry, text: entry.text?.replaceAll("&", "&amp;").replaceAll("<", "&lt;") ?? null }),
      },
    }),
  },
  {
    name: "names-without-astral-characters",
    summary: "The names and tags of a customer lose every character outside the basic plane.",
    breaks: ["CRM-WIR-009"],
    store: onStore({
      customers: {
        insert: (original) => (customer) =>
          original({
            ...customer,
            displayName: inBasicPlane(customer.displayName),
            tags: customer.tags.map(inBasicPlane),
          }),
      },
    }),
  },
  {
    name: "right-to-left-marks-stripped",
    summary: "Joiners and marks of direction are taken out of descriptions.",
    breaks: ["CRM-WIR-009"],
    store: onStore({
      requests: {
        insert: (original) => (request) =>
          original({ ...request, description: request.description?.replaceAll(/\p{Cf}/gu, "") ?? null }),
      },
    }),
  },
];

function storingTitle(change: (title: string) => string): NonNullable<Defect["store"]> {
  return onStore({
    requests: {
      insert: (original) => (request) => original({ ...request, title: change(request.title) }),
      update: (original) => (id, changes) =>
        original(id, changes.title === undefined ? changes : { ...changes, title: change(changes.title) }),
    },
  });
}

const inBasicPlane = (text: string): string => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, "?");

const instant = /(?<=")\d{4}-\d\d-\d\dT[\d:.]+Z(?=")/g;

/** The same body with every instant in it written in another way. */
const withInstants = (body: unknown, write: (instant: string) => string): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(instant, write));

const inShanghai = (utc: string): string =>
  new Date(Date.parse(utc) + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
