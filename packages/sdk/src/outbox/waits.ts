/** Upper bound of the first wait; it doubles with each failure in a row, and the wait is random below it. */
const firstMs = 1000;
const longestMs = 300_000;

interface Wait {
  failures: number;
  /** Milliseconds since 1970. */
  until: number;
  /** Whether the backend has asked for it. */
  asked: boolean;
}

/** Who waits until when: single entries by their id, and everything, without one, while the backend is out of reach. */
export class Waits {
  #waits = new Map<string, Wait>();

  defer(id = "", retryAfterMs?: number): void {
    const failures = (this.#waits.get(id)?.failures ?? 0) + 1;
    const backoff = Math.random() * Math.min(longestMs, firstMs * 2 ** (failures - 1));
    this.#waits.set(id, {
      failures,
      until: Date.now() + (retryAfterMs ?? backoff),
      asked: retryAfterMs !== undefined,
    });
  }

  forget(id = ""): void {
    this.#waits.delete(id);
  }

  isWaiting(id = ""): boolean {
    return (this.#waits.get(id)?.until ?? 0) > Date.now();
  }

  /** Ends every wait but those the backend has asked for. */
  hurry(): void {
    for (const wait of this.#waits.values()) if (!wait.asked) wait.until = 0;
  }

  /** Milliseconds until the next one ends. */
  nextMs(): number {
    const left = [...this.#waits.values()].map(({ until }) => until - Date.now()).filter((ms) => ms > 0);
    return Math.min(...left);
  }
}
