const leaving = ["pagehide", "freeze"];
const returning = ["pageshow", "resume"];

/** Calls back when the page is closed, frozen or kept for the way back, until the returned function is called. */
export const onAway = (listener: () => void): (() => void) => on(leaving, listener);

/** Resolves when the page is back; never if it is gone for good. */
export function back(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const stop = on(returning, done);
    signal.addEventListener("abort", done);
  });
}

/** In the capture phase: half of them are the document's own events. */
function on(types: string[], listener: () => void): () => void {
  for (const type of types) globalThis.addEventListener?.(type, listener, { capture: true });
  return () => {
    for (const type of types) globalThis.removeEventListener?.(type, listener, { capture: true });
  };
}
