import { newIdempotencyKey } from "@portico/sdk";

/** The idempotency key of one intended effect: it stays while the content does, over double clicks and retries. */
export class SubmissionKey {
  #key: string | undefined;
  #content: string | undefined;

  /** The key for a content; another content is another effect and gets another key. */
  for(content: unknown): string {
    const written = JSON.stringify(content);
    if (this.#key === undefined || written !== this.#content) this.#key = newIdempotencyKey();
    this.#content = written;
    return this.#key;
  }

  /** After success: the same content sent once more is meant to happen once more. */
  done(): void {
    this.#key = undefined;
  }
}
