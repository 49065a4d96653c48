import { AbortedError, isCrmError } from "./errors.js";

/** What a caller gets for a signal that fired: its own CrmError, or an AbortedError. */
export const reasonOf = ({ reason }: AbortSignal) => (isCrmError(reason) ? reason : new AbortedError(reason));

/** The promise, or a rejection as soon as the signal fires. What the promise stands for goes on. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(reasonOf(signal));
    promise.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
}

/** Resolves after `ms`, or rejects as soon as the signal fires. */
export function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return abortable(pause, signal).finally(() => clearTimeout(timer));
}
