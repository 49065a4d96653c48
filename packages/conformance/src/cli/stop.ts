import { exitCodes } from "./exit-codes.js";

/** Turns the first Ctrl-C into a signal, so that what was made is still removed; the second ends at once. */
export class Stop implements Disposable {
  readonly #abort = new AbortController();
  #runId: string | undefined;

  constructor() {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, this.#stop);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Says which run to clean up after, once it has one. */
  runIs(id: string): void {
    this.#runId = id;
  }

  [Symbol.dispose](): void {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, this.#stop);
  }

  readonly #stop = (): void => {
    if (this.signal.aborted) process.exit(exitCodes.notRun);
    const leave = this.#runId ? ` Press Ctrl-C again to leave that to \`clean --run ${this.#runId}\`.` : "";
    process.stderr.write(
      `${process.stderr.isTTY ? "\r\u001b[2K" : ""}Stopping: removing what was made.${leave}\n`,
    );
    this.#abort.abort();
  };
}
