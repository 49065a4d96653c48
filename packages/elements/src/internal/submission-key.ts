/** The idempotency key of one intended effect: it stays while the content does, over double clicks and retries. */
export class SubmissionKey {
  #key: string | undefined;
  #content: string | undefined;

  /** The key for a content; another content is another effect and gets another key. */
  for(content: unknown): string {
    const written = JSON.stringify(content);
    if (this.#key === undefined || written !== this.#content) this.#key = randomKey();
    this.#content = written;
    return this.#key;
  }

  /** After success: the same content sent once more is meant to happen once more. */
  done(): void {
    this.#key = undefined;
  }
}

/** `crypto.randomUUID` is missing on plain-HTTP intranets; random bytes are not. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
