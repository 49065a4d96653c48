import type { BodyOf, Problem, ResultOf } from "@portico/contract";
import type { OutboxOperation } from "./operations.js";

/** `queued`: waits for its turn or for the connection. `failed`: refused or given up, until it is retried or discarded. */
export type EntryState = "queued" | "sending" | "failed" | "sent";

/**
 * Why an entry failed, as plain data. `code` is the problem's or one of the outbox: `expired` (never sent),
 * `outcome-unknown` (perhaps sent, and too long ago to be repeated), `parent-discarded`.
 */
export interface OutboxError {
  readonly code: string;
  readonly message: string;
  /** What the backend answered. */
  readonly problem?: Problem | undefined;
}

/** A file as it waits, without its content. */
export interface OutboxFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** One call that waits, is being sent, or was. */
export interface OutboxEntry<Id extends OutboxOperation = OutboxOperation> {
  readonly id: string;
  readonly operation: Id;
  /** Id of the resource it is about, where that was known when it was added. */
  readonly resourceId: string | undefined;
  /** The entry it comes after. */
  readonly after: string | undefined;
  readonly body: BodyOf<Id>;
  readonly files: readonly OutboxFile[];
  readonly state: EntryState;
  /** How often it was begun to be sent. */
  readonly attempts: number;
  /** Why it failed, or why it was not sent at the last attempt. */
  readonly error: OutboxError | undefined;
  /** What the backend answered. */
  readonly result: ResultOf<Id> | undefined;
  /** RFC 3339. */
  readonly createdAt: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface StoredFile extends OutboxFile {
  /** Set once it is uploaded. */
  readonly attachmentId: string | undefined;
}

/** An entry as stores keep it: plain data, times in milliseconds since 1970. */
export interface StoredEntry {
  readonly id: string;
  /** Hash of whom it belongs to. */
  readonly principal: string;
  readonly operation: OutboxOperation;
  readonly resourceId: string | undefined;
  readonly after: string | undefined;
  /** JSON, kept as text so that every resend has the same bytes. */
  readonly body: string;
  readonly files: readonly StoredFile[];
  readonly state: EntryState;
  readonly attempts: number;
  /** Part of the key: grows when what was refused for certain is sent anew. */
  readonly round: number;
  /** Since when the backend may have carried it out without our knowing. */
  readonly uncertainSince: number | undefined;
  readonly error: OutboxError | undefined;
  readonly result: unknown;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When it was sent or failed. */
  readonly settledAt: number | undefined;
}

/** The `Idempotency-Key` of the call. */
export const keyOf = ({ id, round }: StoredEntry): string => (round === 0 ? id : `${id}.${round}`);

/** The `Idempotency-Key` of the upload of one of its files. */
export const fileKeyOf = (entry: StoredEntry, index: number): string => `${keyOf(entry)}/${index}`;

export function viewOf(entry: StoredEntry): OutboxEntry {
  const { id, operation, resourceId, after, state, attempts, error } = entry;
  return {
    id,
    operation,
    resourceId,
    after,
    body: JSON.parse(entry.body),
    files: entry.files.map(({ fileName, mediaType, size }) => ({ fileName, mediaType, size })),
    state,
    attempts,
    error,
    result: entry.result as OutboxEntry["result"],
    createdAt: new Date(entry.createdAt).toISOString(),
    expiresAt: new Date(entry.expiresAt).toISOString(),
  };
}
