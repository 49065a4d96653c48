import { abortable } from "../core/abort.js";
import type { Api } from "../core/api.js";

/**
 * The name under which tabs follow the feed together: those of one backend and one person. It tells nobody who that is.
 * Undefined where each follows alone: without locks or channels, as in Node, on pages without TLS and where storage is
 * blocked, and for those whose token does not say whom it speaks of.
 */
export async function groupOf({ transport }: Api, signal: AbortSignal): Promise<string | undefined> {
  if (!("location" in globalThis && "BroadcastChannel" in globalThis && globalThis.navigator?.locks)) {
    return undefined;
  }
  const { auth, options } = transport;
  await abortable(auth.token(), signal);
  const { identity } = auth;
  if (identity === undefined || identity === "opaque") return undefined;
  try {
    await navigator.locks.query();
    new BroadcastChannel("portico-changes").close();
  } catch {
    return undefined;
  }
  const backend = new URL(options.baseUrl, location.href).href.replace(/\/+$/, "");
  return `portico-changes:${await digest(JSON.stringify([backend, identity]))}`;
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
