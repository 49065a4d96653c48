import type { RequestKindDescriptor, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { ReactiveElement } from "lit";
import { Attachments } from "../internal/attachments/attachments.js";
import type { ContextConsumer } from "../internal/client-context.js";
import type { CrmErrorLike } from "../internal/errors.js";
import { LazyPart } from "../internal/lazy-part.js";
import { Task } from "../internal/task.js";
import type { DraftKeeper } from "./draft-keeper.js";
import { Entry } from "./entry.js";
import type { PositionFinder } from "./position-finder.js";
import type { Draft } from "./request-form.draft.js";
import type { Fault } from "./request-form.faults.js";
import { type FieldView, toValues } from "./request-form.model.js";
import { attachmentLimits, type FormSetup, offeredKinds } from "./request-form.setup.js";
import { attempt } from "./storage.js";
import type { Submitter } from "./submitter.js";

type Filling = typeof import("./filling.js");

/** What the element knows and its session needs. */
export interface FormHost extends ReactiveElement {
  readonly kind: string | null;
  readonly kinds: string | null;
  readonly customerId: string | null;
  readonly channel: string;
  readonly value: Partial<ServiceRequestInput> | null;
}

export interface FormSources {
  readonly setup: () => FormSetup | undefined;
  /** The fields as they are drawn, to bring a fault to. */
  readonly fields: (kind: RequestKindDescriptor) => readonly FieldView[];
  readonly language: () => string;
}

/** How an attempt to send ended; `busy` when another one runs. */
export type Outcome = "created" | "refused" | "failed" | "busy";

/** One visitor's way through the form: from the draft over the entry to the request that is made of it. */
export class FormSession {
  readonly entry: Entry;
  readonly files: Attachments;
  /** The rules and the draft: with the first touch, or when the page is idle. */
  readonly filling: LazyPart<Filling>;
  /** Keeps what is typed, once `filling` is here. */
  draft: DraftKeeper | undefined;
  position: PositionFinder | undefined;
  /** What the backend has made of it. */
  request: ServiceRequest | undefined;

  readonly #sending: Task;
  #submitter: Submitter | undefined;
  readonly #host: FormHost;
  readonly #context: ContextConsumer;
  readonly #sources: FormSources;
  #visitor: readonly unknown[] = [];
  #opened: string | undefined;
  /** Where the draft of this form lies. */
  #draftKey = "";

  constructor(host: FormHost, context: ContextConsumer, sources: FormSources) {
    this.#host = host;
    this.#context = context;
    this.#sources = sources;
    this.entry = new Entry(() => host.requestUpdate());
    this.files = new Attachments(host, context, {
      limits: () => attachmentLimits(sources.setup()),
      enabled: () => this.kind?.attachmentsAllowed ?? false,
    });
    this.filling = new LazyPart<Filling>(host, {
      load: () => import("./filling.js"),
      onLoad: ({ DraftKeeper, PositionFinder, Submitter }) => {
        const { entry, files } = this;
        this.draft = new DraftKeeper(host, entry);
        this.position = new PositionFinder(host, ({ latitude, longitude }) =>
          this.set({ "/location/latitude": latitude, "/location/longitude": longitude }),
        );
        this.#submitter = new Submitter({ ...sources, host, context, entry, files });
        this.#openDraft();
      },
      whenIdle: true,
    });
    this.#sending = new Task(host, () => this.#visit);
  }

  get offered(): readonly RequestKindDescriptor[] {
    const setup = this.#sources.setup();
    return setup ? offeredKinds(setup, this.#host) : [];
  }

  /** What it is about: the visitor's choice, or the only one there is. */
  get kind(): RequestKindDescriptor | undefined {
    return this.#kindOf(this.entry.kind);
  }

  get sending(): boolean {
    return this.#sending.pending;
  }

  /** Why it could not be sent, when nothing that was entered is to blame. */
  get failure(): CrmErrorLike | undefined {
    const { error } = this.#sending;
    return error && !this.#submitter?.blames(error) ? error : undefined;
  }

  /** Faults to show now, at the fields they are shown at. */
  get faults(): readonly Fault[] {
    const { kind } = this;
    return (kind && this.#submitter?.faults(kind)) ?? [];
  }

  /**
   * Follows the element: starts over for another backend, visitor or prefill, with the draft of this one if there is
   * any. A sign-out leaves none.
   */
  follow(): void {
    const visitor = this.#visit;
    const [client] = this.#visitor;
    if (client && visitor.some((part, index) => part !== this.#visitor[index])) this.restart();
    if (client && visitor[0] === null) this.#removeDraft();
    this.#visitor = visitor;
    const setup = this.#sources.setup();
    const { kind, value } = this.#host;
    const key = JSON.stringify([setup?.capabilities?.name, setup?.me?.id, kind, value]);
    if (!setup || key === this.#opened || (this.#opened !== undefined && this.entry.touched)) return;
    // The first drawing must be what a server has drawn, and that knows of no draft.
    const first = !this.#host.hasUpdated;
    this.#opened = first ? undefined : key;
    this.entry.reset(this.#blank);
    if (first) return;
    this.#draftKey = `portico:draft:${setup.capabilities?.name}:${kind ?? "any"}`;
    this.#openDraft();
  }

  /** Takes in what the visitor does; only that is ever kept as a draft. */
  set(changes: Parameters<Entry["set"]>[0]): void {
    this.entry.set(changes);
    this.filling.warm();
    if (this.kind) this.draft?.keep(this.kind);
  }

  choose(code: string | null): void {
    this.entry.choose(code);
    if (this.kind && this.entry.touched) this.draft?.keep(this.kind);
  }

  /** Throws a restored draft away, or brings a discarded one back. */
  toggleDraft(): void {
    if (this.draft?.notice === "restored") this.draft.discard(this.#blank);
    else this.draft?.undo((code) => this.#kindOf(code));
  }

  /** Asks the browser where the visitor is. */
  findPosition(): void {
    void this.filling.use(() => this.position?.find());
  }

  /** Begins another submission. */
  restart(): void {
    this.#sending.reset();
    this.#submitter?.done();
    this.request = undefined;
    this.files.clear();
    this.entry.reset(this.#blank);
    if (this.draft) this.draft.notice = undefined;
    this.#opened = undefined;
  }

  /** Sends once, whatever is pressed meanwhile; the same content sent again after a lost answer is the same request. */
  async submit(): Promise<Outcome> {
    const { kind } = this;
    if (!kind || this.sending || this.request) return "busy";
    this.entry.checkAll();
    if (this.faults.length > 0) return "refused";
    this.request = await this.#sending.run(async (signal) => {
      await this.filling.load();
      return this.#submitter?.send(kind, signal);
    });
    if (this.request) {
      this.#submitter?.done();
      this.#removeDraft();
      this.files.clear();
      return "created";
    }
    if (this.failure) return "failed";
    const { error } = this.#sending;
    if (error) this.#submitter?.take(error, kind);
    return this.faults.length > 0 ? "refused" : "busy";
  }

  /** Brings the stored draft back as soon as there is what reads it, below what was typed meanwhile. */
  #openDraft(): void {
    const setup = this.#sources.setup();
    if (!setup || !this.#draftKey) return;
    if (!this.draft) {
      if (attempt(() => localStorage.getItem(this.#draftKey))) this.filling.warm();
      return;
    }
    const { entry, kind } = this;
    const draft = this.draft.open(this.#draftKey, setup.me, entry.touched && kind ? [kind] : this.offered);
    if (entry.touched) {
      if (draft) entry.complete(draft);
      if (this.kind) this.draft.keep(this.kind);
    } else if (draft) {
      entry.reset({ kind: draft.kind, values: { ...this.#blank.values, ...draft.values } });
    }
  }

  #removeDraft(): void {
    if (this.draft) this.draft.remove();
    else attempt(() => localStorage.removeItem(this.#draftKey));
  }

  #kindOf(code: string | null): RequestKindDescriptor | undefined {
    const { offered } = this;
    return offered.length === 1 ? offered[0] : offered.find((kind) => kind.code === code);
  }

  /** Who uses which backend: another one starts over. */
  get #visit(): readonly unknown[] {
    const { client, session } = this.#context.value ?? {};
    return [client, session];
  }

  get #blank(): Draft {
    const { value } = this.#host;
    return { kind: value?.kind ?? null, values: toValues(value) };
  }
}
