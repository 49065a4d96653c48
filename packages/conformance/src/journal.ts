import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OperationId } from "@portico/contract";
import type { CallerName } from "./http/caller.js";
import type { Exchange } from "./http/exchange.js";

/** Something a run made, with what is needed to remove it. */
export interface Made {
  readonly operation: OperationId;
  readonly id: string;
  /** Where it was made, such as `/v1/customers/7f/account-team`. */
  readonly collection: string;
  readonly caller: CallerName;
}

/** Remembers what a run made; with a file it does so across a crash. */
export class Journal {
  readonly #file: string | undefined;
  readonly #made: Made[] = [];

  constructor(file?: string) {
    this.#file = file;
    if (file) mkdirSync(dirname(file), { recursive: true });
  }

  get made(): readonly Made[] {
    return this.#made;
  }

  /** Takes note of everything that a POST has made. */
  readonly note = ({ operation, request, response, caller }: Exchange): void => {
    if (operation === undefined || request.method !== "POST" || response?.status !== 201) return;
    const { id } = (response.json ?? {}) as { id?: unknown };
    // An answer repeated under its key made nothing new.
    if (typeof id !== "string" || this.#made.some((made) => made.id === id)) return;
    const made = { operation, id, collection: request.target.split("?")[0] ?? "", caller };
    this.#made.push(made);
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(made)}\n`);
  };

  static fileOf(folder: string, runId: string): string {
    return join(folder, `${runId}.jsonl`);
  }

  /** What an earlier run wrote down. A line cut short by a crash is left out. */
  static read(file: string): Made[] {
    return readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as Made];
        } catch {
          return [];
        }
      });
  }
}
