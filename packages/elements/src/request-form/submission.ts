import type { ServiceRequest, ServiceRequestInput } from "@portico/contract";
import { newIdempotencyKey } from "@portico/sdk";
import type { ReactiveController } from "lit";
import type { ContextConsumer } from "../internal/client-context.js";
import { type CrmErrorLike, toCrmError, unsupported } from "../internal/errors.js";
import type { ResourceHost } from "../internal/resource-controller.js";

/** Sends one request once: whatever the visitor presses and however often an answer is lost. */
export class Submission implements ReactiveController {
  /** What the backend has made of it. */
  request: ServiceRequest | undefined;
  /** Why the last attempt failed. */
  error: CrmErrorLike | undefined;

  readonly #host: ResourceHost;
  readonly #context: ContextConsumer;
  #running: AbortController | undefined;
  #intent: { readonly content: string; readonly key: string } | undefined;

  constructor(host: ResourceHost, context: ContextConsumer) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get sending(): boolean {
    return this.#running !== undefined;
  }

  /** Does nothing while an attempt runs. `prepare` gives what to send, or nothing when it cannot be sent yet. */
  async send(prepare: () => Promise<ServiceRequestInput | undefined>): Promise<void> {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const input = await prepare();
      const request =
        input && this.#running === running ? await this.#create(input, running.signal) : undefined;
      if (this.#running !== running) return;
      this.request = request;
    } catch (thrown) {
      if (this.#running !== running) return;
      this.error = toCrmError(thrown);
    }
    this.#running = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets everything, for another submission. */
  reset(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#intent = undefined;
    this.request = undefined;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      // The key stays: what may have arrived is not made twice when the visitor comes back and sends again.
      this.#running?.abort();
      this.#running = undefined;
    });
  }

  async #create(input: ServiceRequestInput, signal: AbortSignal): Promise<ServiceRequest> {
    const client = this.#context.value?.client;
    if (!client) throw unsupported("There is no client");
    const request = await client.serviceRequests.create(input, {
      idempotencyKey: this.#keyOf(input),
      signal,
    });
    this.#intent = undefined;
    return request;
  }

  /** The same content is the same intent; changed content is another request. */
  #keyOf(input: ServiceRequestInput): string {
    const content = JSON.stringify(input);
    if (this.#intent?.content !== content) this.#intent = { content, key: newIdempotencyKey() };
    return this.#intent.key;
  }
}
