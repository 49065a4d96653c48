import { abortable } from "./abort.js";

/** A representation with its validator. Kept as text: every caller gets an object of its own. */
export interface Stored {
  etag: string;
  text: string;
}

/** So many representations are kept. */
const capacity = 100;

/** The last representations seen, the least recently used going first. */
export class EtagCache {
  #entries = new Map<string, Stored>();

  get(key: string): Stored | undefined {
    const entry = this.#entries.get(key);
    if (entry) this.set(key, entry);
    return entry;
  }

  set(key: string, entry: Stored): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > capacity) this.#entries.delete(this.#entries.keys().next().value ?? "");
  }

  clear(): void {
    this.#entries.clear();
  }
}

interface Flight<T> {
  readonly controller: AbortController;
  readonly result: Promise<T>;
  waiting: number;
}

/** Requests under way. Who asks for the same joins; the request is aborted when the last one has left. */
export class Flights<T> {
  #flights = new Map<string, Flight<T>>();

  async join(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#open(key, start);
    flight.waiting += 1;
    try {
      return await abortable(flight.result, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#close(key, flight);
    }
  }

  /** Whoever asks from now on gets a new request: those under way may have been answered before a change. */
  detach(): void {
    this.#flights.clear();
  }

  abort(): void {
    for (const [key, flight] of this.#flights) this.#close(key, flight);
  }

  #open(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight = { controller, result: start(controller.signal), waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }

  #close(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    // Any reason: without one the platform makes an error with a stack, for nobody.
    flight.controller.abort(0);
  }
}
