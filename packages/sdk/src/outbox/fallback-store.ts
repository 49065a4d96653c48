import type { StoredEntry } from "./entry.js";
import { MemoryStore } from "./memory-store.js";
import { type Change, type OpenStore, type OutboxStore, StoreError } from "./store.js";

/** Where entries that are added now are kept. */
export interface OutboxStorage {
  readonly kind: OutboxStore["kind"];
  /** Why they are kept in memory alone: `unavailable`, `blocked`, `newer-version` or `quota`. */
  readonly reason?: string;
}

/** A store that goes on in memory with what the lasting one does not take, and says so. */
export class FallbackStore {
  storage: OutboxStorage;
  #lasting: OutboxStore | undefined;
  #memory = new MemoryStore();

  private constructor(lasting: OutboxStore | undefined, reason: string) {
    this.#lasting = lasting;
    this.storage = lasting ? { kind: lasting.kind } : { kind: "memory", reason };
  }

  static async open(open: OpenStore, name: string): Promise<FallbackStore> {
    try {
      return new FallbackStore(await open(name), "");
    } catch (error) {
      return new FallbackStore(undefined, reasonOf(error));
    }
  }

  /** What is in memory is newer. */
  async all(): Promise<StoredEntry[]> {
    const lasting = (await this.#lasting?.all()) ?? [];
    return [...lasting.filter(({ id }) => !this.#memory.has(id)), ...(await this.#memory.all())];
  }

  async add(entry: StoredEntry, files: readonly Blob[]): Promise<void> {
    if (!this.#lasting) return this.#memory.add(entry, files);
    try {
      await this.#lasting.add(entry, files);
      this.storage = { kind: this.#lasting.kind };
    } catch (error) {
      this.storage = { kind: "memory", reason: reasonOf(error) };
      await this.#memory.add(entry, files);
    }
  }

  async update(id: string, change: Change): Promise<StoredEntry | undefined> {
    if (this.#memory.has(id)) {
      const changed = await this.#memory.update(id, change);
      // What lies below must not come up again.
      if (!changed) await this.#lasting?.update(id, () => undefined).catch(() => undefined);
      return changed;
    }
    try {
      return await this.#lasting?.update(id, change);
    } catch (error) {
      this.storage = { kind: "memory", reason: reasonOf(error) };
      const stored = (await this.all()).find((entry) => entry.id === id);
      const changed = stored && change(stored);
      if (changed) await this.#memory.add(changed, []);
      return changed;
    }
  }

  async file(id: string, index: number): Promise<Blob | undefined> {
    return (await this.#memory.file(id, index)) ?? this.#lasting?.file(id, index);
  }

  exclusively(
    name: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    return (this.#lasting ?? this.#memory).exclusively(name, work, signal);
  }

  watch(onChange: () => void): void {
    this.#lasting?.watch(onChange, (reason) => {
      this.#lasting = undefined;
      this.storage = { kind: "memory", reason };
      onChange();
    });
  }

  close(): void {
    this.#lasting?.close();
  }
}

const reasonOf = (error: unknown): string => (error instanceof StoreError ? error.reason : "blocked");
