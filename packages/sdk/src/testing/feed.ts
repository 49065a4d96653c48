import type { FakeRequest, Operations } from "./operation.js";
import { Refusal } from "./problem.js";
import { identifier, text } from "./rules.js";
import type { StoredChange } from "./store.js";

export const heartbeatSeconds = 15;

const query = { after: text(200), subject: identifier, customerId: identifier, resource: text(60) };

/** One feed with two doors. */
export const feed: Operations = {
  listChanges: {
    query: { ...query, limit: text(3, 1, /^([1-9]\d?|100)$/) },
    run(request) {
      const { store, query } = request;
      const from = placeOf(request, query.after) ?? store.changes.length;
      const waiting = store.changes.slice(from).filter((change) => isWanted(request, change));
      const data = waiting.slice(0, Number(query.limit ?? 25)).map(({ change }) => change);
      const hasMore = waiting.length > data.length;
      const nextCursor = (hasMore && data.at(-1)?.id) || cursorOf(store.changes.length);
      return { body: { data, page: { nextCursor, hasMore } } };
    },
  },
  streamChanges: {
    query,
    run(request) {
      const { store, headers, signal } = request;
      const from =
        placeOf(request, headers.get("last-event-id") ?? request.query.after) ?? store.changes.length;
      let end = () => {};
      const raw = new ReadableStream<Uint8Array>({
        start(controller) {
          const bytes = new TextEncoder();
          const send = (lines: string) => controller.enqueue(bytes.encode(`${lines}\n\n`));
          const tell = (stored: StoredChange) => {
            const { change } = stored;
            if (isWanted(request, stored))
              send(`id: ${change.id}\nevent: change\ndata: ${JSON.stringify(change)}`);
          };
          const beat = setInterval(() => send(":"), heartbeatSeconds * 1000);
          const drop = () => {
            end();
            controller.error(new TypeError("The connection broke."));
          };
          end = () => {
            clearInterval(beat);
            store.listeners.delete(tell);
            store.streams.delete(drop);
          };
          store.listeners.add(tell);
          store.streams.add(drop);
          signal.addEventListener("abort", () => store.streams.has(drop) && drop(), { once: true });
          send(`id: ${cursorOf(from)}\nevent: ready\ndata: {}`);
          store.changes.slice(from).forEach(tell);
        },
        cancel: () => end(),
      });
      return { raw, headers: { "content-type": "text/event-stream", "cache-control": "no-store" } };
    },
  },
};

const cursorOf = (place: number) => String(place).padStart(12, "0");

/** How many changes come before the cursor; undefined for now. */
function placeOf({ store }: FakeRequest, cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (cursor === "earliest") return 0;
  const place = Number(cursor);
  if (/^\d{12}$/.test(cursor) && place <= store.changes.length) return place;
  const message = "It is none of this feed.";
  throw new Refusal("invalid-cursor", { errors: [{ parameter: "after", code: "format", message }] });
}

function isWanted({ caller, query }: FakeRequest, { change, isSeenBy }: StoredChange): boolean {
  const { subject = change.subject, customerId, resource = change.data.resource } = query;
  return (
    change.subject === subject &&
    change.data.resource === resource &&
    (customerId === undefined || change.data.customerId === customerId) &&
    isSeenBy(caller)
  );
}
