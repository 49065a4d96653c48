import type { AuthProvider } from "./types.js";

export interface ShareAuthOptions {
  /** Tells apart providers that take their tokens from different sessions. Default empty. */
  name?: string;
  /** Milliseconds after which a tab that waits for another asks all the same. Default 10 000. */
  patience?: number;
}

/**
 * A provider that one tab of an origin asks at a time, so that a refresh token that is good for one use is not used by two.
 * The provider reads what the last tab has stored when it is asked, not before, and from a cookie or IndexedDB: what one
 * tab writes to localStorage reaches another a moment later. Where there are no locks, as in Node
 * and on pages without TLS, it is the provider itself.
 */
export function sharedAuth(
  provider: AuthProvider,
  { name = "", patience = 10_000 }: ShareAuthOptions = {},
): AuthProvider {
  const inTurn: AuthProvider = async (request) => {
    const waiting = AbortSignal.timeout(patience);
    let answer: Promise<string | null> | undefined;
    const ask = () => {
      answer = (async () => provider(request))();
      return answer;
    };
    try {
      // A provider that hangs here must not hang the other tabs.
      await navigator.locks.request(`portico-auth:${name}`, { signal: waiting }, () =>
        settledWithin(patience, ask()),
      );
    } catch {
      // Not granted in time, or not at all where storage is blocked.
    }
    return answer ?? ask();
  };
  return globalThis.navigator?.locks ? inTurn : provider;
}

/** Resolves when the promise has settled, or after some milliseconds. */
async function settledWithin(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  const settled = promise.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([settled, late]);
  clearTimeout(timer);
}
