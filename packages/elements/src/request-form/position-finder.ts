import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface Position {
  /** WGS 84 degrees to five decimals: about a metre. */
  readonly latitude: string;
  readonly longitude: string;
}

export type PositionFailure = "denied" | "unavailable" | "timeout";

const patience = 15_000;

/** Asks the browser where the visitor is, once, when the visitor says so. */
export class PositionFinder implements ReactiveController {
  failure: PositionFailure | undefined;
  finding = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onFound: (position: Position) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, onFound: (position: Position) => void) {
    this.#host = host;
    this.#onFound = onFound;
    host.addController(this);
  }

  find(): void {
    if (this.finding) return;
    this.#settle(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#settle(false);
        if (!this.#host.isConnected) return;
        this.#onFound({ latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) });
      },
      ({ code }) => this.#settle(false, code === 1 ? "denied" : code === 3 ? "timeout" : "unavailable"),
      { enableHighAccuracy: true, timeout: patience },
    );
  }

  hostDisconnected(): void {
    this.failure = undefined;
  }

  #settle(finding: boolean, failure?: PositionFailure): void {
    this.finding = finding;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
