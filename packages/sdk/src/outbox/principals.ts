import type { Me } from "@portico/contract";
import { claimsOf } from "../core/auth.js";
import { CrmError } from "../core/errors.js";
import { path } from "../core/path.js";
import type { Transport } from "../core/transport.js";

/** Tells whose entries are whose, without keeping names: by what the token says, else by the backend's word. */
export class Principals {
  /** Of tokens that say nothing, by token. In memory only, as all tokens are. */
  #known = new Map<string, string>();

  constructor(
    private readonly transport: Transport,
    private readonly named: (() => string | null) | undefined,
  ) {}

  /** Whether somebody has signed in, without asking the provider. */
  get isKnown(): boolean {
    return this.named ? this.named() !== null : this.transport.auth.identity !== undefined;
  }

  /** The principal that uses the client now, where that can be told without the backend. */
  async known(): Promise<string | undefined> {
    return this.named ? this.#ofName() : this.#ofToken(await this.transport.auth.token());
  }

  /** The same, if need be by the backend's word. Throws when it cannot be told, as offline with a token that says nothing. */
  async current(signal: AbortSignal): Promise<string> {
    const known = await this.known();
    if (known !== undefined) return known;
    await this.ask(signal);
    const asked = await this.known();
    if (asked === undefined) throw new CrmError("unknown-principal", "Nobody can tell whose token this is.");
    return asked;
  }

  /** The principal that a request is about to speak for; undefined when nobody can tell yet. */
  async of(request: Request): Promise<string | undefined> {
    return this.named ? this.#ofName() : this.#ofToken(tokenOf(request));
  }

  /** Asks the backend who calls. */
  async ask(signal: AbortSignal): Promise<void> {
    let token: string | null = null;
    const { fetch = (request: Request) => globalThis.fetch(request) } = this.transport.options;
    const { data } = await this.transport.call<Me>(
      {
        operation: "getMe",
        method: "GET",
        path: path`/v1/me`,
        send: (request) => {
          token = tokenOf(request);
          return fetch(request);
        },
      },
      // With headers of its own it is not joined to another's, whose token might be another one.
      { signal, headers: {} },
    );
    const { principal, id, customerId } = data;
    if (token !== null) this.#known.set(token, await hash({ principal, id, customerId }));
  }

  async #ofName(): Promise<string> {
    return hash({ name: this.named?.() ?? null });
  }

  async #ofToken(token: string | null): Promise<string | undefined> {
    if (token === null) return hash("guest");
    const claims = claimsOf(token);
    if (claims?.sub === undefined) return this.#known.get(token);
    const { iss, sub, principal, customerId } = claims;
    return hash({ iss, sub, principal, customerId });
  }
}

const tokenOf = (request: Request): string | null =>
  request.headers.get("authorization")?.replace(/^Bearer /, "") ?? null;

async function hash(identity: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(identity));
  // Missing on pages without TLS, where 64 bits of FNV-1a tell the few people who share a browser apart.
  const digest = globalThis.crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    : fnv1a(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fnv1a(bytes: Uint8Array): Uint8Array {
  let sum = 0xcbf29ce484222325n;
  for (const byte of bytes) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return new Uint8Array(new BigUint64Array([sum]).buffer);
}
