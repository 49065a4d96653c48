/** Turns the first Ctrl-C into a signal, so that what was made is still removed; the second ends at once. */
export function stopOnInterrupt(): { readonly signal: AbortSignal; end(): void } {
  const abort = new AbortController();
  const stop = (): void => {
    if (abort.signal.aborted) process.exit(130);
    console.error("\nStopping: removing what was made. Press Ctrl-C again to leave it to `clean --run`.");
    abort.abort();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, stop);
  const end = (): void => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, stop);
  };
  return { signal: abort.signal, end };
}
