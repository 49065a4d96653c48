import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type CrmClient, isApiError, isCrmError, newIdempotencyKey } from "@portico/sdk";
import type { Ledger, Write, WriteKind } from "./ledger.ts";
import type { Random } from "./random.ts";

/** What writers write to: a customer, and a request of theirs that is talked about and edited. */
export interface Thread {
  readonly customerId: string;
  readonly requestId: string;
}

const mix: readonly [WriteKind, ...WriteKind[]] = [
  ...Array<WriteKind>(11).fill("interaction"),
  ...Array<WriteKind>(5).fill("request"),
  ...Array<WriteKind>(2).fill("entry"),
  ...Array<WriteKind>(2).fill("edit"),
] as [WriteKind, ...WriteKind[]];

/** This part of the writes is given up after its first failed call: its author has closed the page. */
const impatient = 0.3;

/** Writes, one after the other, as an app does that means each write once: the same key until it is told the end. */
export class Writer {
  replayed = 0;

  readonly #crm: CrmClient;
  readonly #ledger: Ledger;
  readonly #threads: readonly [Thread, ...Thread[]];
  readonly #random: Random;

  constructor(crm: CrmClient, ledger: Ledger, threads: readonly [Thread, ...Thread[]], random: Random) {
    this.#crm = crm;
    this.#ledger = ledger;
    this.#threads = threads;
    this.#random = random;
  }

  async work(goOn: () => boolean): Promise<void> {
    while (goOn()) await this.#finish(this.#ledger.begin(this.#random.pick(mix)));
  }

  async #finish(write: Write): Promise<void> {
    const thread = this.#random.pick(this.#threads);
    const idempotencyKey = newIdempotencyKey();
    const patient = !this.#random.chance(impatient);
    while (write.told === "nothing") {
      try {
        const { data, replayed } = await this.#send(write, thread, { idempotencyKey });
        write.told = "done";
        write.recordId = data.id;
        if (replayed) this.replayed += 1;
      } catch (error) {
        if (!isCrmError(error)) throw error;
        write.errors.push(error.code);
        if (!isPassing(error)) write.told = "refused";
        else if (!patient) write.told = "failed";
        else await sleep(this.#random.between(100, 1500));
      }
    }
  }

  async #send(
    { kind, mark }: Write,
    { customerId, requestId }: Thread,
    options: { readonly idempotencyKey: string },
  ): Promise<Pick<Answer<{ id: string }>, "data" | "replayed">> {
    const { interactions, serviceRequests } = this.#crm;
    switch (kind) {
      case "interaction":
        return interactions
          .create({ customerId, direction: "inbound", channel: "web", subject: mark }, options)
          .withResponse();
      case "request":
        return serviceRequests
          .create({ kind: "enquiry", title: mark, channel: "web", customerId }, options)
          .withResponse();
      case "entry":
        return serviceRequests.entries
          .create(requestId, { type: "reply", text: mark, visibility: "public" }, options)
          .withResponse();
      case "edit":
        return serviceRequests
          .update(requestId, ({ description = "" }) =>
            description.includes(mark) ? undefined : { description: `${description} ${mark}` },
          )
          .withResponse();
    }
  }
}

/** Whether the same call may do better later. */
function isPassing(error: unknown): boolean {
  if (isCrmError(error, "connection") || isCrmError(error, "timeout")) return true;
  return (
    isApiError(error) && (error.status >= 500 || error.status === 412 || error.problem.retryable === true)
  );
}
