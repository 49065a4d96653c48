import type { Answer, Logged } from "./case.ts";

interface Kept {
  readonly body: string;
  readonly record: unknown;
  readonly doneAt: number;
}

/** What keyed writes have made: one record for each key, whatever happens to the answers. */
export class Records {
  readonly #byKey = new Map<string, Kept>();

  get size(): number {
    return this.#byKey.size;
  }

  /** The answer to a write that is carried out, or was before. */
  commit(script: Answer, { headers, body }: Logged): Answer {
    const key = headers["idempotency-key"];
    if (!key) return { status: 400, problem: "idempotency-key-required" };
    const known = this.#byKey.get(key);
    const text = JSON.stringify(body);
    if (known && known.body !== text) return { status: 422, problem: "idempotency-key-reused" };
    if (known && known.doneAt > Date.now()) {
      return { status: 409, problem: { code: "idempotency-in-progress", retryable: true } };
    }
    if (known) return { status: 201, json: known.record, headers: { "idempotency-replayed": "true" } };
    const record = { ...(script.json as object), id: `record-${this.#byKey.size + 1}` };
    this.#byKey.set(key, { body: text, record, doneAt: Date.now() + (script.delay ?? 0) });
    return { status: 201, ...script, json: record };
  }
}
