import type { StoredEntry } from "./entry.js";
import type { Change, OutboxStore } from "./store.js";

/** Keeps entries as long as the page lives. */
export class MemoryStore implements OutboxStore {
  readonly kind = "memory";
  #entries = new Map<string, StoredEntry>();
  #files = new Map<string, readonly Blob[]>();

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  async all(): Promise<StoredEntry[]> {
    return [...this.#entries.values()];
  }

  async add(entry: StoredEntry, files: readonly Blob[]): Promise<void> {
    this.#entries.set(entry.id, entry);
    this.#files.set(entry.id, files);
  }

  async update(id: string, change: Change): Promise<StoredEntry | undefined> {
    const entry = this.#entries.get(id);
    const changed = entry && change(entry);
    if (changed) this.#entries.set(id, changed);
    else this.#entries.delete(id);
    if (!changed || changed.state === "sent") this.#files.delete(id);
    return changed;
  }

  async file(id: string, index: number): Promise<Blob | undefined> {
    return this.#files.get(id)?.[index];
  }

  exclusively(_: string, work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    return work(signal);
  }

  watch(): void {}

  close(): void {}
}
