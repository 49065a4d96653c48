import { SubmissionKey } from "./submission-key.js";
import { Task } from "./task.js";

/** What every write passes to the client besides its input. */
export interface SubmissionOptions {
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/** A write that happens once: a double click sends it once, and a retry of the same content carries the same key. */
export class Submission extends Task {
  readonly #key = new SubmissionKey();

  /** `undefined` when it was refused because one is running, failed or was aborted. */
  async send<Result>(
    content: unknown,
    call: (options: SubmissionOptions) => Promise<Result>,
  ): Promise<Result | undefined> {
    const result = await this.run((signal) => call({ idempotencyKey: this.#key.for(content), signal }));
    if (result !== undefined) this.#key.done();
    return result;
  }
}
