import type { ChangePage } from "@portico/contract";
import { limits } from "../domain/limits.js";
import { invalidCursor } from "../http/cursor.js";
import { eventStream } from "../http/event-stream.js";
import type { Call, Handlers } from "../http/operation.js";
import { changeView } from "../policy/views.js";
import { ProblemError } from "../problem.js";
import type { Feed } from "../store.js";

const batchRows = 100;

export const changes: Handlers<"listChanges" | "streamChanges"> = {
  async listChanges({ query, scope, services }): Promise<ChangePage> {
    const { feed } = services.store;
    const { after, limit = 25, ...filter } = query;
    const bounds = await feed.bounds();
    if (after === undefined) return { data: [], page: { nextCursor: String(bounds.latest), hasMore: false } };
    const start = parseCursor(after, bounds);
    const rows = await feed.read({ scope, filter, after: start, limit: limit + 1 });
    const data = rows.slice(0, limit).map(changeView);
    const hasMore = rows.length > limit;
    // Nothing more in scope: go on from the end, not from the last row that happened to be in scope.
    const nextCursor = hasMore
      ? (data.at(-1)?.id ?? after)
      : String(Math.max(bounds.latest, rows.at(-1)?.id ?? start));
    return { data, page: { nextCursor, hasMore } };
  },

  async streamChanges(call) {
    const { query, request, principal, services } = call;
    const { feed } = services.store;
    const cursor = request.headers.get("Last-Event-ID") ?? query.after;
    const bounds = await feed.bounds();
    const start = cursor === undefined ? bounds.latest : parseCursor(cursor, bounds);
    const ends = [services.shutdown, request.signal, expiry(principal.expiresAt, call.now)].filter(
      (end) => end !== null,
    );
    return eventStream({
      signal: AbortSignal.any(ends),
      heartbeatMs: limits.heartbeatSeconds * 1000,
      onWake: (wake) => feed.onChange(wake),
      events: follow(call, start),
    });
  },
};

/** The events of a stream: first where it starts, then, whenever it is asked again, what has come since. */
function follow({ query, scope, services }: Call<"streamChanges">, start: number) {
  const { feed } = services.store;
  const { after: _, ...filter } = query;
  let position: number | undefined;

  return async () => {
    if (position === undefined) {
      position = start;
      return [{ event: "ready", id: String(start), data: "{}" }];
    }
    const { latest } = await feed.bounds();
    const rows = await feed.read({ scope, filter, after: position, limit: batchRows });
    position =
      rows.length === batchRows
        ? (rows.at(-1)?.id ?? position)
        : Math.max(latest, rows.at(-1)?.id ?? position);
    return rows.map((row) => ({
      event: "change",
      id: String(row.id),
      data: JSON.stringify(changeView(row)),
    }));
  };
}

function parseCursor(cursor: string, { earliest, latest }: Awaited<ReturnType<Feed["bounds"]>>): number {
  if (cursor === "earliest") return earliest;
  if (!/^\d{1,15}$/.test(cursor)) throw invalidCursor("after");
  const position = Number(cursor);
  // Older than what is kept, or of a database that is no more: the client must read everything again.
  if (position < earliest || position > latest) throw new ProblemError("cursor-expired");
  return position;
}

/** Ends a stream with the token that opened it. */
function expiry(expiresAt: Date | undefined, now: Date): AbortSignal | null {
  if (expiresAt === undefined) return null;
  const longestTimer = 2 ** 31 - 1;
  return AbortSignal.timeout(Math.min(longestTimer, Math.max(0, expiresAt.getTime() - now.getTime())));
}
