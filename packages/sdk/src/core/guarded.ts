/** A listener that throws is the host's error: it surfaces there and ends nothing here. */
export function guarded(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
