import type { StoredEntry } from "./entry.js";

/** Where entries are kept. Every method is one step: it happens whole or not at all, whoever else works on the store. */
export interface OutboxStore {
  readonly kind: "indexeddb" | "file" | "memory";
  /** All entries, of every principal. */
  all(): Promise<StoredEntry[]>;
  /** Resolves when a crash can no longer lose it. */
  add(entry: StoredEntry, files: readonly Blob[]): Promise<void>;
  /**
   * Replaces an entry by what `change` makes of it; undefined removes it. One that is gone stays gone. Files go with the
   * entry, or when it is sent.
   */
  update(id: string, change: Change): Promise<StoredEntry | undefined>;
  file(id: string, index: number): Promise<Blob | undefined>;
  /** Does the work while nobody else, in whatever tab or process, does work of that name. */
  exclusively(name: string, work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void>;
  /** Tells when somebody else may have changed something, or why the store can be used no more. One watcher. */
  watch(onChange: () => void, onLost: (reason: string) => void): void;
  close(): void;
}

export type Change = (entry: StoredEntry) => StoredEntry | undefined;

/** Opens the store of one backend. Throws a `StoreError` when it cannot. */
export type OpenStore = (name: string) => Promise<OutboxStore>;

/**
 * A store that cannot be used. `reason` is `unavailable` (the platform has none), `blocked` (it is denied, or others keep
 * it), `newer-version` (a newer release has written it) or `quota` (it is full).
 */
export class StoreError extends Error {
  override name = "StoreError";

  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The store cannot be used: ${reason}.`, options);
  }
}
