/** A fresh `Idempotency-Key`: one key stands for one intended effect. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing on pages without TLS; `getRandomValues` is everywhere.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
