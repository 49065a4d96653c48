import type { Store } from "@portico/server";
import type { Defect } from "../defect.ts";
import { onCall, onResponse, withHeaders, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";
import { onStream } from "../wrap-stream.ts";

/** As many changes as a stream reads at once, and a page of the feed does not. */
const streamBatch = 100;
const kept = 10;

export const streamDefects: readonly Defect[] = [
  {
    name: "stream-from-made-up-cursor",
    summary: "A stream that is given a cursor that was made up starts now.",
    breaks: ["CRM-CH-008"],
    http: onCall({ operation: "streamChanges" }, async ({ request, query }, next) => {
      const isCursor = (given: string | null) => /^(\d{1,15}|earliest)$/.test(given ?? "1");
      const sound = isCursor(query.get("after"))
        ? request
        : await withQuery(request, (to) => to.delete("after"));
      const last = sound.headers.get("Last-Event-ID");
      return next(isCursor(last) ? sound : withHeaders(sound, { "Last-Event-ID": null }));
    }),
  },
  {
    name: "stream-without-ready",
    summary: "A stream begins with the first change.",
    breaks: ["CRM-CH-011"],
    http: onStream((event) => (event.event === "ready" ? null : event)),
  },
  {
    name: "ready-without-cursor",
    summary: "The `ready` of a stream has no id.",
    breaks: ["CRM-CH-011"],
    http: onStream(({ id, ...event }) =>
      event.event === "ready" || id === undefined ? event : { ...event, id },
    ),
  },
  {
    name: "stream-without-ids",
    summary: "The changes of a stream have no ids.",
    breaks: ["CRM-CH-012"],
    http: onStream(({ id, ...event }) =>
      event.event === "change" || id === undefined ? event : { ...event, id },
    ),
  },
  {
    name: "stream-counts-on-its-own",
    summary: "A stream gives its changes ids of its own.",
    breaks: ["CRM-CH-012"],
    http: onStream((event, { index }) =>
      event.event === "change" ? { ...event, id: String(index) } : event,
    ),
  },
  {
    name: "stream-late",
    summary: "A stream looks for changes only after fifteen seconds of silence.",
    breaks: ["CRM-CH-012"],
    store: onStore({ feed: { onChange: () => () => () => undefined } }),
  },
  {
    name: "last-event-id-ignored",
    summary: "A stream that is resumed by `Last-Event-ID` starts now.",
    breaks: ["CRM-CH-013"],
    http: onCall({ operation: "streamChanges" }, ({ request, query }, next) =>
      next(query.has("after") ? request : withHeaders(request, { "Last-Event-ID": null })),
    ),
  },
  {
    name: "resume-skips-one",
    summary: "A stream that is resumed leaves out the first change after the last one seen.",
    breaks: ["CRM-CH-013"],
    http: onStream((event, { call, index }) =>
      call.request.headers.has("Last-Event-ID") && event.event === "change" && index === 1 ? null : event,
    ),
  },
  {
    name: "after-wins",
    summary: "A stream that is given both `after` and `Last-Event-ID` starts at `after`.",
    breaks: ["CRM-CH-014"],
    http: onCall({ operation: "streamChanges" }, ({ request, query }, next) =>
      next(query.has("after") ? withHeaders(request, { "Last-Event-ID": null }) : request),
    ),
  },
  {
    name: "heartbeat-every-30-seconds",
    summary: "A stream is silent for half a minute.",
    breaks: ["CRM-CH-015"],
    http: onStream((event, { index }) => (event.comment !== undefined && index % 2 === 1 ? null : event)),
  },
  ...(["subject", "customerId", "resource"] as const).map(
    (name): Defect => ({
      name: `stream-${name.toLowerCase()}-ignored`,
      summary: `A stream is not filtered by \`${name}\`.`,
      breaks: ["CRM-CH-016"],
      http: onCall({ operation: "streamChanges" }, async ({ request }, next) =>
        next(await withQuery(request, (query) => query.delete(name))),
      ),
    }),
  ),
  {
    name: "stream-keeps-the-last-ten",
    summary: "A stream has no more than the last ten changes for a reader who was slow or away.",
    breaks: ["CRM-CH-020", "CRM-CH-013"],
    store: onStore({
      feed: {
        read: (read, store) => async (query) => {
          if (query.limit !== streamBatch) return read(query);
          const { latest } = await (store as Store).feed.bounds();
          return read({ ...query, after: Math.max(query.after, latest - kept) });
        },
      },
    }),
  },
  {
    name: "stream-may-be-stored",
    summary: "A stream may be stored by a cache.",
    breaks: ["CRM-CH-021"],
    http: onResponse({ operation: "streamChanges" }, (response) => {
      response.headers.set("Cache-Control", "public, max-age=60");
      return response;
    }),
  },
  {
    name: "stream-as-plain-text",
    summary: "A stream is sent as plain text.",
    breaks: ["CRM-CH-021"],
    http: onResponse({ operation: "streamChanges" }, (response) => {
      if (response.ok) response.headers.set("Content-Type", "text/plain;charset=UTF-8");
      return response;
    }),
  },
];
