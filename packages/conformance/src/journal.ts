import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OperationId } from "@portico/contract";
import type { CallerName } from "./http/caller.js";
import type { Exchange, ReceivedResponse } from "./http/exchange.js";
import type { Sending } from "./http/sender.js";

/** Something a run made, with what is needed to remove it. */
export interface Made {
  readonly operation: OperationId;
  readonly id: string;
  /** Where it was made, such as `/v1/customers/7f/account-team`. */
  readonly collection: string;
  readonly caller: CallerName;
  /** Validator of what was made, where its creation told one. */
  readonly etag?: string;
}

/** A creation whose answer nobody has seen: sent again under its key, it tells what it made. */
export interface Unanswered {
  readonly operation: OperationId;
  readonly caller: CallerName;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a run has to answer for. */
export interface Traces {
  readonly made: readonly Made[];
  readonly unanswered: readonly Unanswered[];
}

type Line = { readonly sent: string; readonly creation: Unanswered } | { readonly answered: string } | Made;

const creations: readonly (OperationId | undefined)[] = [
  "createContact",
  "createCustomer",
  "createServiceRequest",
  "addTeamMember",
];

/** Remembers what a run made; with a file it does so across a crash, even in the middle of a call. */
export class Journal implements Traces {
  readonly #file: string | undefined;
  readonly #made: Made[] = [];
  readonly #unanswered = new Map<string, Unanswered>();

  constructor(file?: string) {
    this.#file = file;
  }

  get made(): readonly Made[] {
    return this.#made;
  }

  get unanswered(): readonly Unanswered[] {
    return [...this.#unanswered.values()];
  }

  /** Whether there is nothing to remove. */
  get isEmpty(): boolean {
    return this.#made.length === 0 && this.#unanswered.size === 0;
  }

  /** Takes note of a creation before it is sent. */
  readonly noteSending = ({ operation, caller, target, headers, body }: Sending): void => {
    const key = headers["Idempotency-Key"];
    if (operation === undefined || !creations.includes(operation) || !key || body === undefined) return;
    const { Authorization: _, ...others } = headers;
    const text = typeof body === "string" ? body : new TextDecoder().decode(body);
    this.#take({ sent: key, creation: { operation, caller, target, headers: others, body: text } });
  };

  /** Takes note of everything that a POST has made. */
  readonly note = ({ operation, request, response, caller }: Exchange): void => {
    if (operation === undefined || request.method !== "POST" || !response) return;
    const key = request.headers["Idempotency-Key"];
    const { id } = (response.json ?? {}) as { id?: unknown };
    // An answer repeated under its key made nothing new.
    if (response.status === 201 && typeof id === "string" && !this.#made.some((made) => made.id === id))
      this.#take({
        operation,
        id,
        collection: request.target.split("?")[0] ?? "",
        caller,
        ...etagIn(response),
      });
    if (key && this.#unanswered.has(key)) this.#take({ answered: key });
  };

  static fileOf(folder: string, runId: string): string {
    return join(folder, `${runId}.jsonl`);
  }

  /** What an earlier run wrote down. A line cut short by a crash is left out. */
  static read(file: string): Journal {
    const journal = new Journal();
    for (const text of readFileSync(file, "utf8").split("\n")) {
      const line = parse(text);
      if (line) journal.#take(line);
    }
    return journal;
  }

  #take(line: Line): void {
    if ("sent" in line) this.#unanswered.set(line.sent, line.creation);
    else if ("answered" in line) this.#unanswered.delete(line.answered);
    else this.#made.push(line);
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}

function etagIn({ headers }: ReceivedResponse): Pick<Made, "etag"> {
  const etag = headers.get("ETag");
  return etag === null ? {} : { etag };
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
