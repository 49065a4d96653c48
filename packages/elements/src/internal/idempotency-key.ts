/** A fresh `Idempotency-Key`: one key stands for one intended effect and is repeated on every retry of it. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing on pages without TLS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
