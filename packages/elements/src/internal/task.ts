import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type CrmErrorLike, toCrmError } from "./errors.js";

/**
 * Something a visitor started beside the element's resource, such as "show more" or a submission: at most one at a
 * time, its failure kept to be shown beside the control, aborted when the element leaves the page or its scope changes.
 */
export class Task implements ReactiveController {
  /** Why the last run failed; cleared by the next run. */
  error: CrmErrorLike | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #scope: () => readonly unknown[];
  #known: readonly unknown[] | undefined;
  #running: AbortController | undefined;

  /** @param scope what the task belongs to, such as the client and an id: with another scope it is forgotten. */
  constructor(host: ReactiveControllerHost, scope: () => readonly unknown[]) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#running !== undefined;
  }

  /** Runs `call` unless one is running. `undefined` when it was refused, failed or was aborted. */
  async run<Result>(call: (signal: AbortSignal) => Promise<Result>): Promise<Result | undefined> {
    if (this.#running) return undefined;
    const running = new AbortController();
    this.#running = running;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const result = await call(running.signal);
      return this.#running === running ? result : undefined;
    } catch (thrown) {
      if (this.#running === running) this.error = toCrmError(thrown);
      return undefined;
    } finally {
      if (this.#running === running) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Aborts what runs and forgets the last failure. */
  reset(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.error = undefined;
  }

  hostUpdate(): void {
    const scope = this.#scope();
    if (this.#known && scope.some((part, index) => part !== this.#known?.[index])) this.reset();
    this.#known = scope;
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
  }
}
