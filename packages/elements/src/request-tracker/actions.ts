import type { Entry, ServiceRequest } from "@portico/contract";
import type { ReactiveController } from "lit";
import { readLimits } from "../internal/attachments/attachment-limits.js";
import { FileDrop } from "../internal/attachments/file-drop.js";
import { UploadQueue } from "../internal/attachments/upload-queue.js";
import type { ContextConsumer, CrmClient } from "../internal/client-context.js";
import type { CrmErrorLike } from "../internal/errors.js";
import type { ResourceHost } from "../internal/resource-controller.js";
import { Submission, type SubmissionOptions } from "../internal/submission.js";
import { neededFor, offersOf } from "./request-tracker.model.js";

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

const emptyDraft = { text: "", to: "", score: null as number | null };

/** What the visitor is about to do with a request: the open panel, what was typed, and what is being sent. */
export class RequestActions implements ReactiveController {
  panel: Panel | undefined;
  draft = emptyDraft;
  replyText = "";
  /** Whether the reply box writes an internal note. */
  isComment = false;
  missing: Missing | undefined;
  replyMissing: Missing | undefined;

  readonly acting: Submission;
  readonly replying: Submission;
  readonly uploads: UploadQueue;
  readonly drop: FileDrop;
  limits = readLimits(undefined);

  readonly #host: ResourceHost;
  readonly #context: ContextConsumer;
  readonly #options: ActionsOptions;
  #subject: readonly unknown[] = [];
  #limitsOf: CrmClient | undefined;

  constructor(host: ResourceHost, context: ContextConsumer, options: ActionsOptions) {
    this.#host = host;
    this.#context = context;
    this.#options = options;
    const scope = () => [context.value?.client, options.request()?.id];
    this.acting = new Submission(host, scope);
    this.replying = new Submission(host, scope);
    this.uploads = new UploadQueue(host, context, () => this.limits);
    this.drop = new FileDrop(host, this.uploads, () => this.#takesFiles);
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

  open(panel: Panel): void {
    this.panel = panel;
    this.draft = emptyDraft;
    this.missing = undefined;
    this.acting.reset();
    this.#host.requestUpdate();
  }

  close(): void {
    this.panel = undefined;
    this.acting.reset();
    this.#host.requestUpdate();
  }

  write(draft: Partial<typeof emptyDraft>): void {
    this.draft = { ...this.draft, ...draft };
    this.missing = undefined;
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

  async submit(): Promise<void> {
    const { panel, client, draft } = this;
    const request = this.#options.request();
    if (!panel || !client || !request || this.acting.pending) return;
    const text = draft.text.trim();
    this.missing = missingIn(panel, request, { ...draft, text });
    this.#host.requestUpdate();
    if (this.missing) return;
    const outcome = await this.acting.send([panel, request.id, draft], (options) =>
      perform(client, panel, request, { ...draft, text }, options),
    );
    if (outcome) {
      this.close();
      this.#options.onDone(outcome);
    } else this.#readAgainIfOutdated(this.acting.error);
  }

  /** @param isComment whether it is an internal note: decided by what the box said when it was sent. */
  async reply(isComment: boolean): Promise<void> {
    const { client, uploads } = this;
    const request = this.#options.request();
    const text = this.replyText.trim();
    if (!client || !request || this.replying.pending) return;
    const stuck = uploads.uploads.find(({ status }) => status !== "uploaded")?.status;
    this.replyMissing =
      text === ""
        ? "text"
        : stuck === "uploading"
          ? "uploading"
          : stuck === "failed"
            ? "notUploaded"
            : undefined;
    this.#host.requestUpdate();
    if (this.replyMissing) return;
    const { attachmentIds } = uploads;
    const input = {
      text,
      ...(isComment ? ({ type: "comment", visibility: "internal" } as const) : ({ type: "reply" } as const)),
      ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
    };
    const entry = await this.replying.send([request.id, input], (options) =>
      client.serviceRequests.entries.create(request.id, input, options),
    );
    if (entry) {
      this.replyText = "";
      uploads.clear();
      this.#options.onDone({ action: isComment ? "comment" : "reply", entry });
    } else this.#readAgainIfOutdated(this.replying.error);
  }

  get #takesFiles(): boolean {
    const request = this.#options.request();
    if (!this.client || !request) return false;
    const { reply, comment } = offersOf(request);
    return reply || comment;
  }

  #forget(): void {
    this.panel = undefined;
    this.draft = emptyDraft;
    this.replyText = "";
    this.isComment = false;
    this.missing = undefined;
    this.replyMissing = undefined;
    this.uploads.clear();
  }

  #readAgainIfOutdated(error: CrmErrorLike | undefined): void {
    if (error && isOutdated(error)) this.#options.onOutdated();
  }
}

/** An answer that says the picture was out of date. */
export function isOutdated({ status, code }: CrmErrorLike): boolean {
  return status === 412 || (status === 409 && code !== "idempotency-in-progress");
}

function missingIn(panel: Panel, request: ServiceRequest, draft: typeof emptyDraft): Missing | undefined {
  switch (panel) {
    case "urge":
    case "close":
      return undefined;
    case "rate":
      return draft.score === null ? "score" : undefined;
    case "transition":
      if (draft.to === "") return "state";
      return draft.text === "" ? neededFor(request.state, draft.to) : undefined;
    default:
      return draft.text === "" ? "reason" : undefined;
  }
}

async function perform(
  { serviceRequests, ratings }: CrmClient,
  action: Panel,
  { id, state }: ServiceRequest,
  { text, to, score }: typeof emptyDraft,
  options: SubmissionOptions,
): Promise<Outcome> {
  switch (action) {
    case "urge":
      return { action, request: await serviceRequests.urge(id, text ? { reason: text } : {}, options) };
    case "withdraw":
      return { action, request: await serviceRequests.withdraw(id, { reason: text }, options) };
    case "reopen":
      return { action, request: await serviceRequests.reopen(id, { reason: text }, options) };
    case "close": {
      const input = { to: "closed", ...(text ? { reason: text } : {}) } as const;
      return { action, request: await serviceRequests.transition(id, input, options) };
    }
    case "transition": {
      const member = neededFor(state, to) ?? "reason";
      const input = { to: to as ServiceRequest["state"], ...(text ? { [member]: text } : {}) };
      return { action, request: await serviceRequests.transition(id, input, options) };
    }
    case "rate": {
      const comment = text ? { comment: text } : {};
      await ratings.create({ metric: "csat", score: score ?? 0, serviceRequestId: id, ...comment }, options);
      return { action, request: await serviceRequests.get(id, { signal: options.signal }) };
    }
  }
}
