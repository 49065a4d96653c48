import type { AuthProvider, AuthReason, AuthState } from "../types.js";
import { AbortedError, AuthenticationError, problemOf } from "./errors.js";
import { guarded } from "./guarded.js";
import { within } from "./retry.js";

/** A token is renewed this long before it expires, while the old one is still used. */
const earlyMs = 60_000;
/** A provider that takes longer counts as failed, so that one hanging sign-in does not hang every later call. */
const providerTimeoutMs = 30_000;

const unauthenticated = (title: string, cause?: unknown) =>
  new AuthenticationError(problemOf(401, "unauthenticated", title), { cause });

/** The claims of a JWT, unverified: only the backend can judge them. Undefined for an opaque token. */
export function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const payload = token.split(".")[1] ?? "";
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, "+").replace(/_/g, "/")), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Who a token speaks of: the same for a renewed token of the same person, as far as it can be read. */
function identityOf(token: string | null): string {
  if (token === null) return "guest";
  const claims = claimsOf(token);
  if (!claims) return "opaque";
  const { exp: _exp, iat: _iat, nbf: _nbf, jti: _jti, ...who } = claims;
  return JSON.stringify(who);
}

/** Holds the token of one client in memory and asks the provider for another, once for all who wait. */
export class Auth {
  /** Grows when somebody else may be using the portal: at sign-out, and when a token speaks of another person. */
  session = 0;
  /** Whom the token speaks of; undefined until the provider was asked. */
  identity: string | undefined;
  #token: string | null = null;
  #renewAt = Number.POSITIVE_INFINITY;
  #expiresAt = Number.POSITIVE_INFINITY;
  #refused: string | null = null;
  #lost = false;
  #pending: Promise<string | null> | undefined;
  #listeners = new Set<(state: AuthState) => void>();

  constructor(private readonly provider: AuthProvider | undefined) {}

  /** What answers are stored under. Two opaque tokens may be two people's. */
  get scope(): string {
    return `${this.session} ${this.identity === "opaque" ? this.#token : ""}`;
  }

  /** The token to send now. A guest's null is not kept: who signs in later is seen by the next call. */
  async token(): Promise<string | null> {
    if (!this.provider) return null;
    if (this.#token === null) return this.#ask("initial");
    if (Date.now() >= this.#renewAt) {
      const renewal = this.#ask("expired");
      // If the renewal fails the old token goes out: whether it is still good is the backend's word.
      const token = renewal.catch(() => this.#token);
      if (Date.now() >= this.#expiresAt) return token;
    }
    return this.#token;
  }

  /** A token better than the one that was refused, or null. Judged by that token: whoever comes late finds the new one. */
  async replace(refused: string | null): Promise<string | null> {
    if (refused === null || refused === this.#refused) return null;
    if (this.#token !== null && this.#token !== refused) return this.#token;
    const token = await this.#ask("rejected");
    return token === refused ? null : token;
  }

  /** The backend took the token. */
  accepted(): void {
    this.#refused = null;
    if (!this.#lost) return;
    this.#lost = false;
    this.#emit("recovered");
  }

  /** The backend refused the token for good. True the first time, until a call succeeds again. */
  lose(refused: string | null): boolean {
    if (refused === null) return false;
    this.#refused = refused;
    if (this.#token === refused) this.#token = null;
    if (this.#lost) return false;
    this.#lost = true;
    this.#emit("lost");
    return true;
  }

  /** Whether the token given was let go of since, as by a sign-out. */
  forgot(token: string | null): boolean {
    return token !== null && this.#token === null;
  }

  forget(): void {
    this.session += 1;
    this.#token = null;
    this.#pending = undefined;
    this.#refused = null;
    this.#lost = false;
    this.identity = undefined;
    this.#emit("signed-out");
  }

  onChange(listener: (state: AuthState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #ask(reason: AuthReason): Promise<string | null> {
    if (this.#pending) return this.#pending;
    const pending = this.#fetch(reason).finally(() => {
      // A sign-out in between has made room for the next one's question.
      if (this.#pending === pending) this.#pending = undefined;
    });
    this.#pending = pending;
    return pending;
  }

  async #fetch(reason: AuthReason): Promise<string | null> {
    const { session } = this;
    let answer: string | null | undefined;
    try {
      answer = await within(providerTimeoutMs, async () => this.provider?.({ reason }), undefined);
    } catch (error) {
      this.#renewAt = Date.now() + earlyMs / 2;
      throw unauthenticated("The auth provider failed.", error);
    }
    if (session !== this.session) throw new AbortedError("Somebody has signed out.");
    // A host in plain JavaScript may give undefined or an empty text before anybody has signed in.
    this.#take(answer || null);
    return this.#token;
  }

  #take(token: string | null): void {
    this.#token = token;
    const exp = token === null ? undefined : claimsOf(token)?.exp;
    this.#expiresAt = typeof exp === "number" ? exp * 1000 : Number.POSITIVE_INFINITY;
    // A clock that is wrong, or tokens that live for seconds, must not make every call fetch a new one.
    this.#renewAt = Math.max(this.#expiresAt - earlyMs, Date.now() + earlyMs / 2);
    const identity = identityOf(token);
    const changed = this.identity !== undefined && this.identity !== identity;
    this.identity = identity;
    if (!changed) return;
    this.session += 1;
    this.#emit("changed");
  }

  #emit(state: AuthState): void {
    for (const listener of this.#listeners) guarded(() => listener(state));
  }
}
