import { AbortedError, isApiError, isCrmError } from "../core/errors.js";
import type { Transport } from "../core/transport.js";
import { Bell } from "./bell.js";
import type { StoredEntry } from "./entry.js";
import type { Ledger } from "./ledger.js";
import type { Principals } from "./principals.js";
import { agedOf, dueOf, isAbandoned, type Rules, subjectOf } from "./queue.js";
import { isFinal, type Outcome, type Sender } from "./sender.js";
import { Waits } from "./waits.js";

/** So many subjects are served at a time. */
const parallel = 4;
/** An answer shows that the backend can be reached, for so long. */
const reachableMs = 60_000;
/** How often a signed-out client is looked at for the next one's sign-in. */
const signInPollMs = 1000;
const longestSleepMs = 3_600_000;

/** Decides when what is sent, and for whom: alone among the tabs, only in the name of who uses the client now. */
export class Courier {
  /** Whose entries are shown and sent; undefined while nobody is signed in or it cannot be told. */
  principal: string | undefined;
  #bell = new Bell();
  #waits = new Waits();
  #active = new Map<string, AbortController>();
  #closing = new AbortController();
  /** Ends when somebody else may be using the client. */
  #session = new AbortController();
  #paused = false;
  #reachedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #rested: (() => void)[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly principals: Principals,
    private readonly ledger: Ledger,
    private readonly sender: Sender,
    private readonly rules: Rules,
    private readonly onPrincipal: () => void,
  ) {}

  /** Begins to send; resolves when it is known whose entries to show, where that can be told without the backend. */
  async start(): Promise<void> {
    const { signal } = this.#closing;
    const wake = () => {
      this.#waits.hurry();
      this.ring();
    };
    for (const event of ["online", "visibilitychange", "pageshow"]) {
      globalThis.addEventListener?.(event, wake, { signal });
    }
    const stop = this.transport.auth.onChange((state) => {
      if (state === "lost") return;
      if (state === "recovered") return wake();
      this.#paused = state === "signed-out";
      this.#take(undefined);
    });
    signal.addEventListener("abort", stop);
    this.#take(await this.principals.known().catch(() => undefined));
    this.ring();
    this.#running = this.#run();
  }

  /** Looks for work soon. */
  ring(): void {
    this.#bell.ring();
  }

  /** Sends what can be sent now, and resolves when there is no more of it. */
  async flush(): Promise<void> {
    this.#paused = false;
    this.#waits.hurry();
    const rest = new Promise<void>((resolve) => this.#rested.push(resolve));
    this.ring();
    await rest;
  }

  /** Tells who uses the client; throws when that is not known. */
  async recognise(): Promise<string> {
    this.#paused = false;
    const { auth } = this.transport;
    for (;;) {
      const { session } = auth;
      const principal = await this.principals.current(this.#closing.signal);
      if (session === auth.session) {
        this.#take(principal);
        return principal;
      }
      // Asked again, the provider might not know of the sign-out yet.
      if (this.#paused) throw new AbortedError("Somebody has signed out.");
    }
  }

  /** Ends the sending of an entry, if it is being sent here. */
  abort(id: string): void {
    this.#waits.forget(id);
    this.#active.get(id)?.abort(new AbortedError("It was discarded."));
  }

  /** What was being sent goes back to the queue. */
  async close(): Promise<void> {
    this.#closing.abort(new AbortedError("The outbox was closed."));
    clearTimeout(this.#timer);
    this.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (;;) {
      await this.#bell.heard();
      clearTimeout(this.#timer);
      const resting = this.#rested.splice(0);
      if (!this.#closing.signal.aborted) await this.#round();
      for (const resolve of resting) resolve();
      if (this.#closing.signal.aborted) break;
      // Those who came meanwhile have a round of their own.
      if (this.#rested.length > 0) this.ring();
      this.#timer = setTimeout(() => this.ring(), this.#sleepMs());
    }
    for (const resolve of this.#rested) resolve();
  }

  async #round(): Promise<void> {
    if (this.#paused && !this.principals.isKnown) return;
    try {
      const principal = await this.recognise();
      if (this.#ready().length === 0 && this.#aged().length === 0) return;
      const signal = AbortSignal.any([this.#session.signal, this.#closing.signal]);
      await this.ledger.store.exclusively(principal, (held) => this.#drain(held), signal);
    } catch (error) {
      // Nobody can be told, or the lock was not got: looked at again in a while.
      if (!isCrmError(error, "aborted")) this.#waits.defer();
    }
  }

  /** Sends until nothing is left that can be sent now. */
  async #drain(signal: AbortSignal): Promise<void> {
    const sending = new Set<Promise<void>>();
    while (!signal.aborted) {
      // Others add to it, and have worked on it while this one waited for its turn.
      await this.ledger.reload();
      await this.#age();
      const ready = this.#ready().slice(0, parallel - this.#active.size);
      if (ready.length > 0 && (await this.#isReachable(signal))) {
        for (const entry of ready) {
          const delivery = this.#deliver(entry, signal).finally(() => {
            sending.delete(delivery);
            this.ring();
          });
          sending.add(delivery);
        }
      }
      if (sending.size === 0) break;
      await this.#bell.heard();
      for (const id of this.#active.keys()) if (!this.ledger.entries.has(id)) this.abort(id);
    }
    await Promise.all(sending);
  }

  async #deliver(entry: StoredEntry, signal: AbortSignal): Promise<void> {
    const discarded = new AbortController();
    this.#active.set(entry.id, discarded);
    const { entries } = this.ledger;
    const parent = entry.after === undefined ? undefined : entries.get(entry.after);
    const resourceId = entry.resourceId ?? (parent ? subjectOf(parent, entries) : "");
    try {
      const either = AbortSignal.any([signal, discarded.signal]);
      this.#learn(entry.id, await this.sender.send(entry, resourceId, either));
    } finally {
      this.#active.delete(entry.id);
    }
  }

  #learn(id: string, { kind, error }: Outcome): void {
    if (kind === "later") this.#waits.defer(id, isApiError(error) ? error.retryAfterMs : undefined);
    else this.#waits.forget(id);
    if (kind === "later" || kind === "settled") {
      const answered = error === undefined || isApiError(error);
      this.#reachedAt = answered ? Date.now() : Number.NEGATIVE_INFINITY;
    }
    // Who it is must be found out before anything else is sent.
    if (kind === "stranger") this.#take(undefined);
  }

  /** Asks something harmless before anything is sent that must not be in doubt. */
  async #isReachable(signal: AbortSignal): Promise<boolean> {
    if (Date.now() - this.#reachedAt < reachableMs) return true;
    try {
      await this.principals.ask(signal);
    } catch (error) {
      // A refusal is an answer.
      if (!isFinal(error)) {
        if (!signal.aborted) this.#waits.defer();
        return false;
      }
    }
    this.#waits.forget();
    this.#reachedAt = Date.now();
    return true;
  }

  /** The principal's entries that may go and do not wait. */
  #ready(): StoredEntry[] {
    if (globalThis.navigator?.onLine === false || this.#waits.isWaiting()) return [];
    const own = this.#own();
    return dueOf(own).flatMap((id) => {
      const entry = own.get(id);
      return entry && !this.#active.has(id) && !this.#waits.isWaiting(id) ? entry : [];
    });
  }

  #own(): Map<string, StoredEntry> {
    return new Map([...this.ledger.entries].filter(([, { principal }]) => principal === this.principal));
  }

  /** Entries that time has changed. */
  #aged(): StoredEntry[] {
    const now = Date.now();
    const { entries } = this.ledger;
    return [...entries.values()].filter((entry) =>
      entry.principal === this.principal
        ? !this.#active.has(entry.id) && agedOf(entry, entries, now, this.rules) !== entry
        : isAbandoned(entry, now, this.rules),
    );
  }

  async #age(): Promise<void> {
    for (const { id, principal } of this.#aged()) {
      await this.ledger.update(id, (entry) =>
        principal === this.principal ? agedOf(entry, this.ledger.entries, Date.now(), this.rules) : undefined,
      );
    }
  }

  #take(principal: string | undefined): void {
    if (principal === this.principal) return;
    this.principal = principal;
    this.#session.abort(new AbortedError("Somebody else has signed in."));
    this.#session = new AbortController();
    this.onPrincipal();
    this.ring();
  }

  #sleepMs(): number {
    if (this.#paused) return signInPollMs;
    const unsent = [...this.#own().values()].filter(({ state }) => state === "queued" || state === "sending");
    const ends = unsent.map(({ expiresAt }) => expiresAt - Date.now());
    const sleepMs = Math.max(0, Math.min(longestSleepMs, this.#waits.nextMs(), ...ends));
    // Looked at last: a wait that has ended meanwhile is no longer among those to come.
    return this.#ready().length > 0 ? 0 : sleepMs;
  }
}
