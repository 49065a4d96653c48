import type { Attachment } from "@portico/contract";
import type { Send } from "../core/attempt.js";
import { AbortedError, ContractViolationError, CrmError, isApiError, isCrmError } from "../core/errors.js";
import type { Transport } from "../core/transport.js";
import { upload } from "../upload.js";
import { fileKeyOf, keyOf, type StoredEntry } from "./entry.js";
import type { Ledger } from "./ledger.js";
import { addresses } from "./operations.js";
import type { Principals } from "./principals.js";

/** How one try ended: for good, to be tried again, from outside, or because another principal's token came by. */
export interface Outcome {
  readonly kind: "settled" | "later" | "stopped" | "stranger";
  readonly error?: CrmError;
}

/** Where the requests of one entry pass through: let through in the name of its owner alone. */
interface Gate {
  readonly send: Send;
  /** Fires with the signal it was made from, and when another principal's token comes by. */
  readonly signal: AbortSignal;
  /** How many it has let through. */
  passed: number;
}

/** Sends one entry: its files, then itself, noting each step before and after it is done. */
export class Sender {
  constructor(
    private readonly transport: Transport,
    private readonly principals: Principals,
    private readonly ledger: Ledger,
  ) {}

  async send({ id, principal }: StoredEntry, resourceId: string, signal: AbortSignal): Promise<Outcome> {
    const gate = this.#gate(principal, signal);
    try {
      await this.#note(id, (entry) => ({ ...entry, state: "sending", attempts: entry.attempts + 1 }));
      for (;;) {
        const entry = await this.#upload(id, gate);
        const forgotten = await this.#post(entry, resourceId, gate);
        if (!forgotten) return { kind: "settled" };
        // Refused for certain, and sent anew with other files: another effect, so another key.
        await this.#note(id, (entry) => ({
          ...entry,
          round: entry.round + 1,
          files: entry.files.map((file, index) =>
            forgotten.includes(index) ? { ...file, attachmentId: undefined } : file,
          ),
        }));
      }
    } catch (error) {
      const outcome = await this.#fail(
        id,
        isCrmError(error) ? error : new CrmError("unexpected", String(error)),
      );
      return gate.signal.aborted && !signal.aborted ? { kind: "stranger" } : outcome;
    }
  }

  /** Sends the files that have not been, each with a key of its own. */
  async #upload(id: string, gate: Gate): Promise<StoredEntry> {
    const { transport } = this;
    const through = {
      capabilities: transport.capabilities,
      options: transport.options,
      call: ((plan, options) => transport.call({ ...plan, send: gate.send }, options)) as Transport["call"],
    };
    for (;;) {
      const entry = await this.#note(id, (entry) => entry);
      const index = entry.files.findIndex(({ attachmentId }) => attachmentId === undefined);
      const file = entry.files[index];
      if (!file) return entry;
      const content = await this.ledger.file(id, index);
      if (!content) throw new CrmError("file-lost", `The content of ${file.fileName} is gone.`);
      const { fileName, mediaType } = file;
      const options = { fileName, mediaType, idempotencyKey: fileKeyOf(entry, index), signal: gate.signal };
      const { data } = await upload({ transport: through }, content, options);
      await this.#note(id, (entry) => withAttachment(entry, index, data));
    }
  }

  /** Sends the call itself. Returns which files the backend has forgotten, undefined when it is done. */
  async #post(entry: StoredEntry, resourceId: string, gate: Gate): Promise<number[] | undefined> {
    const { id, operation, uncertainSince } = entry;
    const body = JSON.parse(entry.body) as { attachmentIds?: string[] };
    const own = body.attachmentIds ?? [];
    if (entry.files.length > 0) {
      body.attachmentIds = [...own, ...entry.files.flatMap(({ attachmentId }) => attachmentId ?? [])];
    }
    // Noted before: a crash from here on leaves an entry that may have been carried out.
    await this.#note(id, (entry) => ({ ...entry, uncertainSince: uncertainSince ?? Date.now() }));
    gate.passed = 0;
    try {
      const { data } = await this.transport.call(
        {
          operation,
          method: "POST",
          path: addresses[operation](resourceId),
          body: JSON.stringify(body),
          headers: { "content-type": "application/json" },
          send: gate.send,
        },
        { idempotencyKey: keyOf(entry), signal: gate.signal },
      );
      await this.#note(id, (entry) => ({
        ...entry,
        state: "sent",
        result: data,
        error: undefined,
        settledAt: Date.now(),
      }));
      return undefined;
    } catch (error) {
      if (gate.passed === 0 || isRefusal(error)) {
        await this.#note(id, (entry) => ({ ...entry, uncertainSince }));
      }
      const forgotten = forgottenFiles(error, own.length);
      if (forgotten.length === 0) throw error;
      return forgotten;
    }
  }

  async #fail(id: string, error: CrmError): Promise<Outcome> {
    const { code, message } = error;
    if (code === "aborted") {
      await this.ledger.update(id, (entry) => unlessSent(entry, { ...entry, state: "queued" }));
      return { kind: "stopped" };
    }
    const final = isFinal(error);
    const problem = isApiError(error) ? error.problem : undefined;
    await this.ledger.update(id, (entry) =>
      unlessSent(entry, {
        ...entry,
        state: final ? "failed" : "queued",
        error: { code, message, problem },
        settledAt: final ? Date.now() : undefined,
      }),
    );
    return final ? { kind: "settled" } : { kind: "later", error };
  }

  #gate(principal: string, signal: AbortSignal): Gate {
    const stranger = new AbortController();
    const { fetch = (request: Request) => globalThis.fetch(request) } = this.transport.options;
    const gate: Gate = {
      signal: AbortSignal.any([signal, stranger.signal]),
      passed: 0,
      // Judged by the token on the request itself: whoever signs in meanwhile, nothing leaves in another name.
      send: async (request) => {
        const bearer = await this.principals.of(request);
        if (bearer !== principal) stranger.abort(new AbortedError("Somebody else has signed in."));
        gate.signal.throwIfAborted();
        gate.passed += 1;
        return fetch(request);
      },
    };
    return gate;
  }

  async #note(id: string, change: (entry: StoredEntry) => StoredEntry): Promise<StoredEntry> {
    const entry = await this.ledger.update(id, (entry) => unlessSent(entry, change(entry)));
    if (!entry) throw new AbortedError("It was discarded.");
    return entry;
  }
}

/** A sender that slept through its lease must not undo what the next one has done. */
const unlessSent = (entry: StoredEntry, changed: StoredEntry) => (entry.state === "sent" ? entry : changed);

const withAttachment = (entry: StoredEntry, index: number, { id }: Attachment): StoredEntry => ({
  ...entry,
  files: entry.files.map((file, at) => (at === index ? { ...file, attachmentId: id } : file)),
});

/** Whether the backend has said, to the only attempt, that it did nothing. */
const isRefusal = (error: unknown): boolean =>
  isApiError(error) &&
  error.attempts === 1 &&
  (error.status < 500 || error.status === 501 || error.status === 503) &&
  error.code !== "idempotency-in-progress";

/** Whether the backend has answered, and sending it again as it is would not help. */
export function isFinal(error: unknown): boolean {
  if (isApiError(error)) {
    const { status, problem } = error;
    return !problem.retryable && ![401, 408, 425, 429].includes(status) && (status < 500 || status === 501);
  }
  // What broke the contract in a member was an answer; anything else may be a proxy's page.
  if (error instanceof ContractViolationError) return error.issues.length > 0;
  return !["connection", "timeout", "aborted"].some((code) => isCrmError(error, code));
}

/** Which of the entry's files, after so many others, the backend does not know any more. */
function forgottenFiles(error: unknown, others: number): number[] {
  if (!isApiError(error) || error.status !== 422) return [];
  return (error.problem.errors ?? []).flatMap(({ code, pointer }) => {
    const index = Number(/^\/attachmentIds\/(\d+)$/.exec(pointer ?? "")?.[1]) - others;
    return code === "unknown-reference" && index >= 0 ? index : [];
  });
}
