import type { Entry, ServiceRequest } from "@portico/contract";
import type { ReactiveController, ReactiveElement } from "lit";
import { readLimits } from "../internal/attachments/attachment-limits.js";
import { Attachments } from "../internal/attachments/attachments.js";
import type { ContextConsumer, CrmClient } from "../internal/client-context.js";
import type { CrmErrorLike } from "../internal/errors.js";
import { LazyPart } from "../internal/lazy-part.js";
import { Submission } from "../internal/submission.js";
import { offersOf } from "./request-tracker.model.js";

export type Panel = "urge" | "withdraw" | "reopen" | "rate" | "close" | "transition";
export type Action = Panel | "reply" | "comment";

/** What is missing before something can be sent. */
export type Missing = "text" | "reason" | "resolution" | "state" | "score" | "uploading" | "notUploaded";

/** What came of an action. */
export interface Outcome {
  readonly action: Action;
  /** The request as it is now, where the backend told. */
  readonly request?: ServiceRequest;
  /** One's own new entry. */
  readonly entry?: Entry;
}

export interface ActionsOptions {
  readonly request: () => ServiceRequest | undefined;
  readonly onDone: (outcome: Outcome) => void;
  /** The picture was out of date: read again. */
  readonly onOutdated: () => void;
}

export interface PanelDraft {
  readonly text: string;
  /** The new state. */
  readonly to: string;
  readonly score: number | null;
}

const emptyDraft: PanelDraft = { text: "", to: "", score: null };

/** What the visitor is about to do with a request: the open panel, what was typed, and what is being sent. */
export class RequestActions implements ReactiveController {
  /** The panel that was asked for last; it may still be on its way. */
  wanted: Panel | undefined;
  panel: Panel | undefined;
  draft: PanelDraft = emptyDraft;
  replyText = "";
  /** Whether the reply box writes an internal note. */
  isComment = false;
  missing: Missing | undefined;
  replyMissing: Missing | undefined;

  readonly acting: Submission;
  readonly replying: Submission;
  readonly files: Attachments;
  /** What asks, checks and sends. */
  readonly panels: LazyPart<typeof import("./acting.js")>;
  limits = readLimits(undefined);

  readonly #host: ReactiveElement;
  readonly #context: ContextConsumer;
  readonly #options: ActionsOptions;
  #subject: readonly unknown[] = [];
  #limitsOf: CrmClient | undefined;

  constructor(host: ReactiveElement, context: ContextConsumer, options: ActionsOptions) {
    this.#host = host;
    this.#context = context;
    this.#options = options;
    const scope = () => [context.value?.client, options.request()?.id];
    this.acting = new Submission(host, scope);
    this.replying = new Submission(host, scope);
    this.files = new Attachments(host, context, {
      limits: () => this.limits,
      enabled: () => this.#takesFiles,
    });
    this.panels = new LazyPart(host, { load: () => import("./acting.js") });
    host.addController(this);
  }

  /** Without a client nothing can be done. */
  get client(): CrmClient | undefined {
    return this.#context.value?.client ?? undefined;
  }

  /** Another request or another session: nothing typed in the one may reach the other. */
  hostUpdate(): void {
    const id = this.#options.request()?.id;
    const [knownClient, knownId] = this.#subject;
    const { value } = this.#context;
    if (id === undefined && value?.client === knownClient) return;
    const same = value?.client === knownClient && id === knownId;
    if (!same && knownId !== undefined) this.#forget();
    this.#subject = [value?.client, id];
  }

  async open(panel: Panel): Promise<void> {
    this.wanted = panel;
    await this.panels.use(() => {
      if (this.wanted !== panel) return;
      this.panel = panel;
      this.draft = emptyDraft;
      this.missing = undefined;
      this.acting.reset();
    });
  }

  close(): void {
    this.wanted = undefined;
    this.panels.error = undefined;
    this.panel = undefined;
    this.acting.reset();
    this.#host.requestUpdate();
  }

  write(draft: Partial<PanelDraft>): void {
    this.draft = { ...this.draft, ...draft };
    this.missing = undefined;
    this.#host.requestUpdate();
  }

  /** Tells what is missing, or that nothing is. */
  tell(faults: {
    readonly missing?: Missing | undefined;
    readonly replyMissing?: Missing | undefined;
  }): void {
    Object.assign(this, faults);
    this.#host.requestUpdate();
  }

  writeReply(change: { readonly text?: string; readonly isComment?: boolean }): void {
    this.replyText = change.text ?? this.replyText;
    this.isComment = change.isComment ?? this.isComment;
    this.replyMissing = undefined;
    this.#host.requestUpdate();
  }

  /** Asks what files are taken, once and only when somebody is about to write. */
  async learnLimits(): Promise<void> {
    const { client } = this;
    if (!client || client === this.#limitsOf) return;
    this.#limitsOf = client;
    try {
      this.limits = readLimits((await client.capabilities.get()).attachments);
      this.#host.requestUpdate();
    } catch {
      // The contract's own limits hold, and the server has the last word.
    }
  }

  /** Sends what the open panel holds. */
  async submit(): Promise<void> {
    await this.panels.use((part) => void part.submitPanel(this, this.#options));
  }

  /** @param isComment whether it is an internal note: decided by what the box said when it was sent. */
  async reply(isComment: boolean): Promise<void> {
    await this.panels.use((part) => void part.sendReply(this, isComment, this.#options));
  }

  get #takesFiles(): boolean {
    const request = this.#options.request();
    if (!this.client || !request) return false;
    const { reply, comment } = offersOf(request);
    return reply || comment;
  }

  #forget(): void {
    this.close();
    this.draft = emptyDraft;
    this.replyText = "";
    this.isComment = false;
    this.missing = undefined;
    this.replyMissing = undefined;
    this.files.clear();
  }
}

/** An answer that says the picture was out of date. */
export function isOutdated({ status, code }: CrmErrorLike): boolean {
  return status === 412 || (status === 409 && code !== "idempotency-in-progress");
}
