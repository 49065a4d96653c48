import type { RequestState } from "@portico/contract";
import type { StoredPromise } from "../records.js";
import { addMinutes, addWorkingDays } from "./calendar.js";
import { type PromiseRule, promiseRules } from "./promise-rules.js";

/** What is promised for a request of this kind that comes in at `at`. Stored: a later rule never rewrites it. */
export const promisesFor = (kind: string, at: Date): StoredPromise[] =>
  (promiseRules[kind] ?? promiseRules["*"] ?? []).map(({ promise, within, source }) => ({
    kind: promise,
    dueAt: due(at, within).toISOString(),
    metAt: null,
    source,
  }));

/** The promises with those of the given kinds kept at `at`, unless they were kept before. */
export const keepPromises = (
  promises: StoredPromise[],
  kinds: PromiseRule["promise"][],
  at: Date,
): StoredPromise[] =>
  promises.map((promise) =>
    promise.metAt === null && kinds.some((kind) => kind === promise.kind)
      ? { ...promise, metAt: at.toISOString() }
      : promise,
  );

export const everyPromise: PromiseRule["promise"][] = ["firstResponse", "onSite", "reply", "resolution"];

/** The earliest promise still open, or null: once a request is over, what is left of them lapses. */
export function nextDeadline(promises: StoredPromise[], state: RequestState): Date | null {
  if (!isOpen(state)) return null;
  const open = promises.filter(({ metAt }) => metAt === null).map(({ dueAt }) => Date.parse(dueAt));
  return open.length === 0 ? null : new Date(Math.min(...open));
}

/** Whether the provider or the customer still has something to do before there is a result. */
export const isOpen = (state: RequestState): boolean =>
  state === "acknowledged" || state === "inProgress" || state === "pending" || state === "held";

const due = (at: Date, within: PromiseRule["within"]): Date =>
  "minutes" in within ? addMinutes(at, within.minutes) : addWorkingDays(at, within.workingDays);
