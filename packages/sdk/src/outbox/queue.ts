import type { StoredEntry } from "./entry.js";

export interface Rules {
  /** How long an entry waits before it is given up. */
  readonly expiresAfterMs: number;
  /** How long the backend remembers a key. */
  readonly keysKeptMs: number;
  /** How long a sent entry can be seen. */
  readonly keepSentMs: number;
}

export type Entries = ReadonlyMap<string, StoredEntry>;

/** Ids of the entries that may go now, oldest first: the first of each subject, unless it failed or waits for another. */
export function dueOf(entries: Entries): string[] {
  const taken = new Set<string>();
  const due: string[] = [];
  for (const entry of [...entries.values()].sort(byAge)) {
    if (entry.state === "sent") continue;
    const subject = subjectOf(entry, entries);
    if (taken.has(subject)) continue;
    taken.add(subject);
    if (entry.state !== "failed" && isParentSent(entry, entries)) due.push(entry.id);
  }
  return due;
}

/** What an entry is in order about: a resource, or the entry that makes it while it has no id yet. */
export function subjectOf({ id, resourceId, after, result }: StoredEntry, entries: Entries): string {
  if (resourceId !== undefined) return resourceId;
  const parent = after === undefined ? undefined : entries.get(after);
  return parent ? subjectOf(parent, entries) : (idOf(result) ?? id);
}

/** What time makes of an entry: the same, a failed one, or undefined when it is to be forgotten. */
export function agedOf(
  entry: StoredEntry,
  entries: Entries,
  now: number,
  rules: Rules,
): StoredEntry | undefined {
  const { state, settledAt = now, uncertainSince, after } = entry;
  if (state === "sent") {
    return now - settledAt < rules.keepSentMs || isAwaited(entry, entries) ? entry : undefined;
  }
  if (state === "failed") return now - settledAt < rules.expiresAfterMs ? entry : undefined;
  if (uncertainSince !== undefined && now - uncertainSince >= rules.keysKeptMs) {
    return failed(
      entry,
      "outcome-unknown",
      "It may have been carried out, and the backend no longer remembers.",
      now,
    );
  }
  if (now >= entry.expiresAt) {
    return uncertainSince === undefined
      ? failed(entry, "expired", "It could not be sent in time.", now)
      : failed(entry, "outcome-unknown", "It may have been carried out; its time is over.", now);
  }
  if (after !== undefined && !entries.has(after)) {
    return failed(entry, "parent-discarded", "What it was to follow was discarded.", now);
  }
  return entry;
}

/** Whether an entry of somebody who has not come back is to be forgotten. */
export const isAbandoned = ({ expiresAt }: StoredEntry, now: number, { expiresAfterMs }: Rules): boolean =>
  now >= expiresAt + expiresAfterMs;

export const byAge = (one: StoredEntry, other: StoredEntry): number =>
  one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);

const failed = (entry: StoredEntry, code: string, message: string, now: number): StoredEntry => ({
  ...entry,
  state: "failed",
  error: { code, message },
  settledAt: now,
});

const isParentSent = ({ after }: StoredEntry, entries: Entries): boolean =>
  after === undefined || entries.get(after)?.state === "sent";

const isAwaited = ({ id }: StoredEntry, entries: Entries): boolean =>
  [...entries.values()].some(({ after, state }) => after === id && state !== "sent");

function idOf(result: unknown): string | undefined {
  const { id } = (result ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
}
