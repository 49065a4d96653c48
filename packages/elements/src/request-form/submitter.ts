import type { RequestKindDescriptor, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { Attachments } from "../internal/attachments/attachments.js";
import type { ContextConsumer } from "../internal/client-context.js";
import { type CrmErrorLike, failureState, unsupported } from "../internal/errors.js";
import { SubmissionKey } from "../internal/submission-key.js";
import type { Entry } from "./entry.js";
import type { FormHost, FormSources } from "./form-session.js";
import { type Fault, findFaults, placeFaults, serverFaults } from "./request-form.faults.js";
import { toInput } from "./request-form.input.js";
import { attachmentsPointer } from "./request-form.model.js";
import { asksRequester, attachmentLimits, isGuest } from "./request-form.setup.js";

export interface Submission extends FormSources {
  readonly host: FormHost;
  readonly context: ContextConsumer;
  readonly entry: Entry;
  readonly files: Attachments;
}

/** Judges what was entered by the server's own rules, and makes the one request of it. */
export class Submitter {
  readonly #of: Submission;
  readonly #key = new SubmissionKey();

  constructor(of: Submission) {
    this.#of = of;
  }

  /** Faults to show now, at the fields they are shown at. */
  faults(kind: RequestKindDescriptor): readonly Fault[] {
    const { entry, fields, setup } = this.#of;
    const circumstances = { guest: isGuest(setup()?.me), maxAttachments: attachmentLimits(setup()).maxCount };
    return entry.shown(findFaults(kind, this.#input(kind), circumstances, fields(kind)));
  }

  /** The same content sent again after a lost answer is the same request. `undefined` when it was found faulty. */
  async send(kind: RequestKindDescriptor, signal: AbortSignal): Promise<ServiceRequest | undefined> {
    if (this.faults(kind).length > 0) return undefined;
    const input = await this.#complete(kind);
    if (!input || signal.aborted) return undefined;
    const client = this.#of.context.value?.client;
    if (!client) throw unsupported("There is no client");
    return client.serviceRequests.create(input, { idempotencyKey: this.#key.for(input), signal });
  }

  /** Whether the server found the entry to blame for its refusal. */
  blames(error: CrmErrorLike): boolean {
    return serverFaults(error).length > 0;
  }

  /** Shows what the server found. */
  take(error: CrmErrorLike, kind: RequestKindDescriptor): void {
    this.#refuse(serverFaults(error), kind);
  }

  /** What comes next is another request, even with the same content. */
  done(): void {
    this.#key.done();
  }

  /** The input with its files, or nothing while one of them is missing. */
  async #complete(kind: RequestKindDescriptor): Promise<ServiceRequestInput | undefined> {
    const { files } = this.#of;
    await files.settle();
    const failed = files.uploads.find(({ status }) => status === "failed");
    if (!failed) return this.#input(kind);
    if (failed.error && failureState(failed.error) !== "error") throw failed.error;
    this.#refuse([{ pointer: attachmentsPointer, code: "not-uploaded" }], kind);
    return undefined;
  }

  #refuse(faults: readonly Fault[], kind: RequestKindDescriptor): void {
    this.#of.entry.refuse(placeFaults(faults, this.#of.fields(kind)));
  }

  #input(kind: RequestKindDescriptor): ServiceRequestInput {
    const { host, context, entry, files, setup, language } = this.#of;
    const { channel, customerId, value } = host;
    return toInput(kind, entry.values, {
      channel,
      customerId,
      industry: context.value?.industry,
      language: language(),
      asksRequester: asksRequester(kind, setup()?.me, customerId),
      attachmentIds: kind.attachmentsAllowed ? files.attachmentIds : [],
      prefill: value,
    });
  }
}
