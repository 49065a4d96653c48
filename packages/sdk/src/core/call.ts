import type { Answer } from "../types.js";

/** A call under way. `await` it for the data, `withResponse()` for status, headers and ETag too. */
export class Call<T> extends Promise<T> {
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(protected readonly answer: Promise<Answer<T>>) {
    super((resolve) => resolve(undefined as never));
  }

  // Deriving the data on demand keeps one promise per call: an error that nobody handles is reported once.
  // biome-ignore lint/suspicious/noThenProperty: this is a promise.
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.answer.then(({ data }) => data).then(onFulfilled, onRejected);
  }

  withResponse(): Promise<Answer<T>> {
    return this.answer;
  }
}
