import type { RetryOptions } from "../types.js";
import { abortable, delay } from "./abort.js";
import { AbortedError, type CrmError, isApiError, isCrmError, TimeoutError } from "./errors.js";

const transient = [408, 409, 425, 429, 500, 502, 503, 504];
/** After these nothing was carried out, so that even a write without a key may be sent again. */
const untouched = [408, 409, 425, 429, 503];
/** A timer set for longer fires at once. */
const longestTimer = 2 ** 31 - 1;

/** Lets about one retry pass for ten calls, so that many widgets cannot storm a backend that is down. */
export class RetryBudget {
  #tokens = 10;

  earn(): void {
    this.#tokens = Math.min(10, this.#tokens + 0.1);
  }

  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

export interface Persistence {
  /** Whether a second attempt is harmless after a lost answer: reads, and writes with a key. */
  readonly repeatable: boolean;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly retry: RetryOptions;
  readonly budget: RetryBudget;
  readonly signal: AbortSignal | undefined;
}

/** Runs attempts until one succeeds, another would not help, or the time or the budget is used up. */
export async function persist<T>(attempt: (signal: AbortSignal) => Promise<T>, how: Persistence): Promise<T> {
  const deadline = Date.now() + how.totalTimeout;
  how.budget.earn();
  for (let tries = 1; ; tries++) {
    try {
      return await within(Math.min(how.timeout, deadline - Date.now()), attempt, how.signal);
    } catch (error) {
      const wait = isCrmError(error) ? waitAfter(error, tries, how) : undefined;
      if (wait === undefined || Date.now() + wait >= deadline || !how.budget.spend()) throw error;
      await delay(wait, how.signal);
    }
  }
}

/** Milliseconds before the next attempt, undefined for none: what the backend asks for, and random below a doubling bound. */
function waitAfter(error: CrmError, tries: number, { repeatable, retry }: Persistence): number | undefined {
  const { limit = 3, baseDelay = 500, maxRetryAfter = 30_000 } = retry;
  if (tries > limit) return undefined;
  const backoff = Math.random() * Math.min(8000, baseDelay * 2 ** (tries - 1));
  if (!isApiError(error))
    return repeatable && /^(connection|timeout)$/.test(error.code) ? backoff : undefined;
  const { status, problem, retryAfterMs = 0 } = error;
  if (!(repeatable ? transient : untouched).includes(status) || (status === 409 && !problem.retryable))
    return undefined;
  return retryAfterMs > maxRetryAfter ? undefined : retryAfterMs + backoff;
}

/** One attempt with its own signal, which fires after `ms` or with the caller's and so frees the connection. */
export async function within<T>(
  ms: number,
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TimeoutError()), Math.min(ms, longestTimer));
  const abort = () => controller.abort(new AbortedError(signal?.reason));
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  try {
    return await abortable(attempt(controller.signal), controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
