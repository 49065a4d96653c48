import type { ReactiveController, ReactiveControllerHost } from "lit";

const minute = 60_000;

/** Draws its host again each minute, so that "3 minutes ago" and "in 2 hours" stay true on a page left open. */
export class Clock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param host give it to `addController` as well. */
  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), minute);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
