import type { BodyOf } from "@portico/contract";
import type { CrmClient } from "../client.js";
import { AbortedError, CrmError } from "../core/errors.js";
import { guarded } from "../core/guarded.js";
import { newIdempotencyKey } from "../core/idempotency.js";
import { type Transport, transports } from "../core/transport.js";
import type { Core } from "../core.js";
import { Courier } from "./courier.js";
import { type OutboxEntry, type StoredEntry, viewOf } from "./entry.js";
import { FallbackStore, type OutboxStorage } from "./fallback-store.js";
import { openIndexedDb } from "./indexeddb-store.js";
import { Ledger } from "./ledger.js";
import { addresses, type OutboxOperation } from "./operations.js";
import { Principals } from "./principals.js";
import { byAge, type Rules } from "./queue.js";
import { Sender } from "./sender.js";
import type { OpenStore } from "./store.js";

const hourMs = 3_600_000;

/** Gets the entries of whoever uses the client now, oldest first. */
export type OutboxListener = (entries: OutboxEntry[]) => void;

export interface OutboxOptions {
  /** Tells the outboxes of one origin apart. Default: the client's `baseUrl`. */
  name?: string | undefined;
  /** Default: IndexedDB. `fileStore(folder)` of `@portico/sdk/outbox/file` in Node. */
  store?: OpenStore | undefined;
  /**
   * Who uses the portal now, null for nobody: for sessions by cookie, and for tokens that say nothing and must be told
   * apart offline. Default: what the token says (`iss`, `sub`, `principal`, `customerId`), else the backend's word.
   */
  principal?: (() => string | null) | undefined;
  /** Milliseconds after which an entry that could not be sent is given up. Default seven days. */
  expiresAfterMs?: number | undefined;
  /** Milliseconds the backend remembers an `Idempotency-Key`. Default 24 hours, which the contract promises. */
  keysKeptMs?: number | undefined;
  /** Milliseconds a sent entry can still be seen. Default one hour. */
  keepSentMs?: number | undefined;
  /** Called after every change, like a listener of `subscribe`. */
  onChange?: OutboxListener | undefined;
}

export interface OutboxInput<Id extends OutboxOperation> {
  /** The resource it is about, for an operation that has an id in its path and no `after`. */
  path?: { readonly id: string } | undefined;
  body: BodyOf<Id>;
  /** Uploaded before it is sent; their ids go into `attachmentIds`. */
  files?: (BodyOf<Id> extends { attachmentIds?: string[] } ? readonly FileInput[] : never) | undefined;
  /** Id of an entry that must be sent before. What that one makes is what this one is about, unless `path` says more. */
  after?: string | undefined;
}

export interface FileInput {
  readonly blob: Blob;
  /** Default: the name of a `File`, else `file`. */
  readonly fileName?: string | undefined;
}

/** Opens the outbox of a client. Never fails for want of storage: `storage` tells where entries are kept. */
export async function openOutbox(crm: CrmClient | Core, options: OutboxOptions = {}): Promise<Outbox> {
  const transport = transports.get(crm);
  if (!transport)
    throw new CrmError("invalid-argument", "This client was not made by this copy of the package.");
  const open = options.store ?? openIndexedDb;
  const store = await FallbackStore.open(open, options.name ?? transport.options.baseUrl);
  const outbox = new Outbox(transport, store, options);
  await outbox.start();
  if (options.onChange) outbox.subscribe(options.onChange);
  return outbox;
}

/** Writes that wait for the connection, each carried out once, in order for each request. */
export class Outbox {
  #ledger: Ledger;
  #courier: Courier;
  #rules: Rules;
  #listeners = new Set<OutboxListener>();
  #adding: Promise<unknown> = Promise.resolve();
  #newest = 0;
  #closed = false;

  /** Use `openOutbox`. */
  constructor(
    private readonly transport: Transport,
    private readonly store: FallbackStore,
    { principal, ...rules }: OutboxOptions,
  ) {
    this.#rules = {
      expiresAfterMs: rules.expiresAfterMs ?? 7 * 24 * hourMs,
      keysKeptMs: rules.keysKeptMs ?? 24 * hourMs,
      keepSentMs: rules.keepSentMs ?? hourMs,
    };
    const emit = () => this.#emit();
    const principals = new Principals(transport, principal);
    this.#ledger = new Ledger(store, emit);
    const sender = new Sender(transport, principals, this.#ledger);
    this.#courier = new Courier(transport, principals, this.#ledger, sender, this.#rules, emit);
  }

  /** @internal */
  async start(): Promise<void> {
    this.store.watch(async () => {
      await this.#ledger.reload();
      this.#courier.ring();
    });
    await this.#ledger.reload();
    await this.#courier.start();
  }

  /** Where entries that are added now are kept, and why not on the disk. */
  get storage(): OutboxStorage {
    return this.store.storage;
  }

  /** Resolves once the call is stored, and sends it as soon as it can. Rejects when nobody can tell whose it is. */
  async add<Id extends OutboxOperation>(operation: Id, input: OutboxInput<Id>): Promise<OutboxEntry<Id>> {
    this.#assertOpen();
    const { session } = this.transport.auth;
    const { path, after, files = [] } = input;
    const address = addresses[operation];
    if (!address || (after === undefined && !address(path?.id ?? "").valid)) {
      throw new CrmError(
        "invalid-argument",
        `${operation} cannot be put into the outbox without \`path.id\`.`,
      );
    }
    // Everything is taken down now, whatever the caller does with it next.
    const draft = { operation, resourceId: path?.id, after, body: JSON.stringify(input.body) };
    const blobs = files.map(({ blob }) => blob);
    const descriptions = files.map(({ blob, fileName = (blob as File).name || "file" }) => ({
      fileName,
      mediaType: blob.type || "application/octet-stream",
      size: blob.size,
      attachmentId: undefined,
    }));
    const assertSame = () => {
      if (session !== this.transport.auth.session) throw new AbortedError("Somebody else has signed in.");
    };
    const store = async () => {
      // Before, too: after a sign-out nobody must be asked for.
      assertSame();
      const principal = await this.#courier.recognise();
      assertSame();
      if (after !== undefined) this.#find(after);
      const createdAt = this.#now();
      const entry: StoredEntry = {
        ...draft,
        id: newIdempotencyKey(),
        principal,
        files: descriptions,
        state: "queued",
        attempts: 0,
        round: 0,
        uncertainSince: undefined,
        error: undefined,
        result: undefined,
        createdAt,
        expiresAt: createdAt + this.#rules.expiresAfterMs,
        settledAt: undefined,
      };
      await this.#ledger.add(entry, blobs);
      this.#courier.ring();
      return viewOf(entry) as OutboxEntry<Id>;
    };
    // One after the other, so that none is sent before one that was added earlier.
    const added = this.#adding.then(store);
    this.#adding = added.catch(() => undefined);
    return added;
  }

  /** The entries of whoever uses the client now, oldest first. */
  entries(): OutboxEntry[] {
    return this.#own().map(viewOf);
  }

  /** Tells after every change of the entries, in this tab or another. Returns a function that ends it. */
  subscribe(listener: OutboxListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts a failed entry back into the queue, with its time to wait begun anew. */
  async retry(id: string): Promise<void> {
    this.#find(id);
    await this.#ledger.update(id, (entry) => {
      if (entry.state !== "failed") return entry;
      const now = Date.now();
      return {
        ...entry,
        state: "queued",
        error: undefined,
        expiresAt: now + this.#rules.expiresAfterMs,
        settledAt: undefined,
        // What was refused for certain may have its refusal stored under its key; what is in doubt keeps its key.
        ...(entry.uncertainSince === undefined ? { round: entry.round + 1 } : { uncertainSince: now }),
      };
    });
    this.#courier.ring();
  }

  /** Removes an entry. One that is being sent may be carried out all the same. */
  async discard(id: string): Promise<void> {
    this.#find(id);
    this.#courier.abort(id);
    await this.#ledger.update(id, () => undefined);
    this.#courier.ring();
  }

  /** Tries everything that waits now, but what the backend has put off; resolves when no more can be sent. */
  async flush(): Promise<void> {
    this.#assertOpen();
    await this.#courier.flush();
  }

  /** Resolves with the entry once it is sent or has failed; rejects when it is discarded or the outbox closed. */
  async settled(id: string): Promise<OutboxEntry> {
    this.#find(id);
    return new Promise((resolve, reject) => {
      const look = () => {
        const entry = this.#ledger.entries.get(id);
        if (entry && entry.state !== "sent" && entry.state !== "failed" && !this.#closed) return;
        this.#listeners.delete(look);
        if (entry && !this.#closed) resolve(viewOf(entry));
        else reject(new AbortedError(entry ? "The outbox was closed." : "It is no longer in the outbox."));
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Stops sending here. What is stored stays for the next time, or for another tab. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#emit();
    await this.#adding;
    await this.#courier.close();
    this.store.close();
    this.#listeners.clear();
  }

  #own(): StoredEntry[] {
    const { principal } = this.#courier;
    return [...this.#ledger.entries.values()].filter((entry) => entry.principal === principal).sort(byAge);
  }

  #find(id: string): void {
    this.#assertOpen();
    if (this.#own().some((entry) => entry.id === id)) return;
    throw new CrmError("invalid-argument", `There is no entry ${id} of whoever uses the client now.`);
  }

  #assertOpen(): void {
    if (this.#closed) throw new AbortedError("The outbox was closed.");
  }

  /** Later than all entries, whatever the clock does: the order of the queue. */
  #now(): number {
    const known = [...this.#ledger.entries.values()].map(({ createdAt }) => createdAt);
    this.#newest = Math.max(Date.now(), this.#newest + 1, ...known.map((at) => at + 1));
    return this.#newest;
  }

  #emit(): void {
    if (this.#listeners.size === 0) return;
    const entries = this.entries();
    for (const listener of this.#listeners) guarded(() => listener(entries));
  }
}
