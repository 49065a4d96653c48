import { newIdempotencyKey } from "../core/idempotency.js";
import type { StoredEntry } from "./entry.js";
import { type Lease, leaseMs, whileLeased } from "./lease.js";
import { type Change, type OutboxStore, StoreError } from "./store.js";

/** Each step brings the database one version further; a released step is never changed. */
const upgrades: ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore("entries", { keyPath: "id" });
    // Apart from the entries, so that the list is read without the content of the files.
    database.createObjectStore("files");
    database.createObjectStore("leases", { keyPath: "name" });
  },
];

/** An upgrade that other tabs keep waiting for longer than this is given up. */
const openTimeoutMs = 5000;

interface LeaseRecord {
  name: string;
  owner: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Opens the outbox of one backend in the browser's database, shared by all tabs of the origin. */
export async function openIndexedDb(name: string): Promise<OutboxStore> {
  const databaseName = `portico.outbox ${name}`;
  return new IndexedDbStore(databaseName, await open(databaseName));
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown) => {
      const newer = cause instanceof DOMException && cause.name === "VersionError";
      reject(new StoreError(newer ? "newer-version" : "blocked", { cause }));
    };
    // The mere mention of it throws where storage is denied.
    let factory: IDBFactory | undefined;
    try {
      factory = globalThis.indexedDB;
    } catch (error) {
      return refuse(error);
    }
    if (!factory) return reject(new StoreError("unavailable"));
    try {
      const request = factory.open(name, upgrades.length);
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        refuse(new Error("Opening took too long."));
      }, openTimeoutMs);
      request.onupgradeneeded = ({ oldVersion }) => {
        for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.result);
      };
      request.onerror = () => {
        clearTimeout(timer);
        refuse(request.error);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        if (late) request.result.close();
        else resolve(request.result);
      };
    } catch (error) {
      refuse(error);
    }
  });
}

class IndexedDbStore implements OutboxStore {
  readonly kind = "indexeddb";
  #channel: BroadcastChannel | undefined;
  #owner = newIdempotencyKey();

  constructor(
    private readonly name: string,
    private readonly database: IDBDatabase,
  ) {
    if ("BroadcastChannel" in globalThis) this.#channel = new BroadcastChannel(name);
  }

  all(): Promise<StoredEntry[]> {
    return this.#transact(["entries"], "readonly", (transaction, done) => {
      read<StoredEntry[]>(transaction.objectStore("entries").getAll(), done);
    });
  }

  async add(entry: StoredEntry, files: readonly Blob[]): Promise<void> {
    // As bytes: a picture from a camera may be gone from the disk when it is sent.
    const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
    await this.#write<void>(["entries", "files"], (transaction, done) => {
      transaction.objectStore("entries").add(entry);
      for (const [index, content] of contents.entries()) {
        transaction.objectStore("files").add(content, [entry.id, index]);
      }
      done();
    });
  }

  update(id: string, change: Change): Promise<StoredEntry | undefined> {
    return this.#write(["entries", "files"], (transaction, done) => {
      const entries = transaction.objectStore("entries");
      read<StoredEntry | undefined>(entries.get(id), (entry) => {
        const changed = entry && change(entry);
        if (!changed) entries.delete(id);
        else if (changed !== entry) entries.put(changed);
        if (!changed || changed.state === "sent") {
          transaction.objectStore("files").delete(IDBKeyRange.bound([id], [id, []]));
        }
        done(changed);
      });
    });
  }

  async file(id: string, index: number): Promise<Blob | undefined> {
    const content = await this.#transact<ArrayBuffer | undefined>(
      ["files"],
      "readonly",
      (transaction, done) => {
        read(transaction.objectStore("files").get([id, index]), done);
      },
    );
    return content && new Blob([content]);
  }

  async exclusively(
    name: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { locks } = globalThis.navigator;
    // Missing on pages without TLS.
    if (!locks) return whileLeased(this.#lease(name), work, signal);
    await locks.request(`${this.name} ${name}`, { signal }, () => work(signal));
  }

  watch(onChange: () => void, onLost: (reason: string) => void): void {
    this.#channel?.addEventListener("message", onChange);
    // A newer release waits in another tab: what is stored is in its hands from now on.
    this.database.onversionchange = () => {
      this.database.close();
      onLost("newer-version");
    };
    this.database.onclose = () => onLost("blocked");
  }

  close(): void {
    this.#channel?.close();
    this.database.close();
  }

  #lease(name: string): Lease {
    const exchange = (change: (held: LeaseRecord | undefined) => LeaseRecord | undefined) =>
      this.#transact<boolean>(["leases"], "readwrite", (transaction, done) => {
        const leases = transaction.objectStore("leases");
        read<LeaseRecord | undefined>(leases.get(name), (held) => {
          const next = change(held);
          if (next) leases.put(next);
          done(next !== undefined);
        });
      });
    const owner = this.#owner;
    const mine = (until: number): LeaseRecord => ({ name, owner, until });
    return {
      claim: () =>
        exchange((held) =>
          held && held.owner !== owner && held.until > Date.now() ? undefined : mine(Date.now() + leaseMs),
        ),
      release: async () => {
        await exchange((held) => (held?.owner === owner ? mine(0) : undefined));
      },
    };
  }

  async #write<T>(stores: string[], work: Work<T>): Promise<T> {
    const result = await this.#transact(stores, "readwrite", work);
    this.#channel?.postMessage("changed");
    return result;
  }

  /** Resolves with what the work was done with, once it is on the disk. */
  #transact<T>(stores: string[], mode: IDBTransactionMode, work: Work<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown) => {
        const full = cause instanceof DOMException && cause.name === "QuotaExceededError";
        reject(new StoreError(full ? "quota" : "blocked", { cause }));
      };
      try {
        const transaction = this.database.transaction(stores, mode, { durability: "strict" });
        let result: T;
        work(transaction, (value) => {
          result = value;
        });
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => fail(transaction.error);
      } catch (error) {
        fail(error);
      }
    });
  }
}

type Work<T> = (transaction: IDBTransaction, done: (result: T) => void) => void;

function read<T>(request: IDBRequest, then: (value: T) => void): void {
  request.onsuccess = () => then(request.result as T);
}
