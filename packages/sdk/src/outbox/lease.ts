import { delay } from "../core/abort.js";

/** A right that runs out unless its holder renews it. */
export interface Lease {
  /** Takes or renews it; false when another one holds it. */
  claim(): Promise<boolean>;
  release(): Promise<void>;
}

/** A holder that is silent for so long counts as gone. */
export const leaseMs = 10_000;
const heartbeatMs = leaseMs / 4;
const retryMs = 100;

/**
 * Does the work while the lease is held. A holder that slept through its lease may find another one at work, which the
 * keys make harmless: whatever both send exists once.
 */
export async function whileLeased(
  lease: Lease,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!(await lease.claim())) await delay(retryMs * (1 + Math.random()), signal);
  const lost = new AbortController();
  const heartbeat = setInterval(async () => {
    const held = await lease.claim().catch(() => false);
    if (!held) lost.abort();
  }, heartbeatMs);
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(heartbeat);
    // The store may be gone; the lease then runs out.
    if (!lost.signal.aborted) await lease.release().catch(() => undefined);
  }
}
