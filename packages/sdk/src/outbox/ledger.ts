import type { StoredEntry } from "./entry.js";
import type { FallbackStore } from "./fallback-store.js";
import type { Change } from "./store.js";

/** What this tab knows of the store. Every change goes to the store first. */
export class Ledger {
  entries: ReadonlyMap<string, StoredEntry> = new Map();
  #writes = 0;

  constructor(
    readonly store: FallbackStore,
    private readonly onChange: () => void,
  ) {}

  /** Reads what others have made of it; what cannot be read is taken to be as it was. */
  async reload(): Promise<void> {
    for (;;) {
      const writes = this.#writes;
      const read = await this.store.all().catch(() => undefined);
      if (!read) return;
      if (writes !== this.#writes) continue;
      this.entries = new Map(read.map((entry) => [entry.id, entry]));
      this.onChange();
      return;
    }
  }

  async add(entry: StoredEntry, files: readonly Blob[]): Promise<void> {
    await this.store.add(entry, files);
    this.#set(entry.id, entry);
  }

  async update(id: string, change: Change): Promise<StoredEntry | undefined> {
    const entry = await this.store.update(id, change);
    this.#set(id, entry);
    return entry;
  }

  file(id: string, index: number): Promise<Blob | undefined> {
    return this.store.file(id, index);
  }

  #set(id: string, entry: StoredEntry | undefined): void {
    this.#writes += 1;
    const entries = new Map(this.entries);
    if (entry) entries.set(id, entry);
    else entries.delete(id);
    this.entries = entries;
    this.onChange();
  }
}
