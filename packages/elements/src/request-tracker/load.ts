import type { CrmClient } from "../internal/client-context.js";
import { type CrmErrorLike, toCrmError, withdrawsValue } from "../internal/errors.js";
import { mergeEntries, readEntries, type Tracked } from "./request-tracker.model.js";

const entriesPerPage = 30;

/** Reads a request and the latest page of its log. A log that fails leaves the request standing. */
export async function loadTracked(
  client: CrmClient,
  id: string,
  signal: AbortSignal,
  known: Tracked | undefined,
): Promise<Tracked> {
  const [request, latest] = await Promise.all([
    client.serviceRequests.get(id, { signal }),
    readLog(client, id, signal).catch(keepUnlessDenied),
  ]);
  if (latest) return { request, ...mergeEntries(known, latest) };
  const { entries = [], olderCursor = null } = known ?? {};
  return { request, entries, olderCursor, entriesFailed: true };
}

/** One page of the log, read from its end. */
export async function readLog(
  client: CrmClient,
  id: string,
  signal: AbortSignal,
  cursor?: string,
): Promise<Pick<Tracked, "entries" | "olderCursor">> {
  const page = await client.serviceRequests.entries.list(
    id,
    { sort: "-createdAt", limit: entriesPerPage, ...(cursor ? { cursor } : {}) },
    { signal },
  );
  return { entries: readEntries(page.data), olderCursor: page.nextCursor };
}

/** A refusal concerns the request as a whole; any other failure is the log's alone. */
function keepUnlessDenied(thrown: unknown): undefined {
  const error: CrmErrorLike = toCrmError(thrown);
  if (withdrawsValue(error)) throw error;
  return undefined;
}
