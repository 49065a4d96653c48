import type { Entry, ServiceRequest } from "@portico/contract";
import { html, nothing } from "lit";
import { attachmentStyles } from "../internal/attachments/attachments.styles.js";
import { Clock } from "../internal/clock.js";
import { CrmElement } from "../internal/crm-element.js";
import type { CrmErrorLike } from "../internal/errors.js";
import { type CrmRequestDetail, emit } from "../internal/events.js";
import type { Catalogue } from "../internal/localize.js";
import { property } from "../internal/property.js";
import { ResourceController } from "../internal/resource-controller.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { avatarStyles } from "../internal/styles/avatar.styles.js";
import { badgeStyles } from "../internal/styles/badge.styles.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { fieldStyles } from "../internal/styles/field.styles.js";
import { givenScoreStyles } from "../internal/styles/given-score.styles.js";
import { Task } from "../internal/task.js";
import { actionBar, alert } from "./action-bar.js";
import { isOutdated, type Outcome, type Panel, RequestActions } from "./actions.js";
import { saveFile } from "./download.js";
import { loadTracked, readLog } from "./load.js";
import { facts, heading, matter, nextStep, type OverviewOptions } from "./overview.js";
import type { PanelStrings } from "./panels.strings.js";
import { replyBox } from "./reply-box.js";
import {
  appendEntry,
  type FileView,
  isStaff,
  newReplies,
  type Offers,
  offersOf,
  prependEntries,
  type RequestView,
  readEntries,
  requestView,
  type Tracked,
} from "./request-tracker.model.js";
import { type TrackerStrings, trackerStrings } from "./request-tracker.strings.js";
import { trackerStyles } from "./request-tracker.styles.js";
import { steps } from "./steps.js";
import { timeline } from "./timeline.js";

/**
 * Follows one service request: where it stands, who holds it, what comes next and by when, and all that was said and
 * done. Offers to reply, urge, withdraw, reopen and rate, and to those who handle it a note and a new state; each only
 * while the backend allows it. Live.
 *
 * @operation getServiceRequest
 * @operation listEntries
 * @operation streamChanges
 * @operation createEntry
 * @operation urgeServiceRequest
 * @operation transitionServiceRequest
 * @operation createRating
 * @operation getCapabilities
 * @operation uploadAttachment
 * @operation getAttachmentContent
 *
 * @slot initial - Replaces the view before there is anything to load.
 * @slot loading - Replaces the skeleton.
 * @slot partial - Replaces the notice that the history is missing.
 * @slot stale - Replaces the notice over a request that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such request.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmRequestDetail>} crm-request-changed - After an action here or a change elsewhere.
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart header - Title, number and standing.
 * @csspart meta - Number and kind.
 * @csspart title - What the request is about.
 * @csspart steps - The way from start to end.
 * @csspart next - What comes next and by when.
 * @csspart facts - Who holds it and where it is about.
 * @csspart description - The matter in the requester's words.
 * @csspart resolution - What was done, or why not.
 * @csspart actions - The actions.
 * @csspart action - The button of one action.
 * @csspart panel - What an action asks for.
 * @csspart submit - A button that sends.
 * @csspart failure - The message that something failed.
 * @csspart timeline - The history.
 * @csspart entry - One line of it.
 * @csspart message - What somebody wrote.
 * @csspart download - The button of a file.
 * @csspart reply - The reply box.
 * @csspart input - Where one writes or chooses.
 * @csspart attachments - The files of a reply.
 * @csspart options - The answers of the rating.
 * @csspart ends - The words at both ends of the scale.
 * @csspart given - A rating that was given.
 * @csspart avatar - Initials of an author.
 * @csspart badge - State and marks.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the request.
 * @csspart banner - The notice over an old or incomplete request.
 * @csspart retry - The button that tries again.
 *
 * @cssstate initial - Nothing to load from yet.
 * @cssstate loading - The first answer is awaited.
 * @cssstate ready - The request is shown.
 * @cssstate partial - The request is shown without its history.
 * @cssstate stale - The request is shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in.
 * @cssstate forbidden - The visitor may not see the request.
 * @cssstate not-found - There is no such request.
 * @cssstate offline - There is no connection.
 * @cssstate error - Loading failed.
 *
 * @cssproperty [--crm-color-accent] - Steps done, the notice of what comes next, the main buttons.
 * @cssproperty [--crm-color-star] - Lit stars of the rating.
 *
 * @keyboard {Tab} - Goes through files, actions, history and reply.
 * @keyboard {Enter|Space} file - Saves it.
 * @keyboard {Enter|Space} action - Opens its panel and goes into it.
 * @keyboard {Escape} panel - Closes it and returns to its button.
 * @keyboard {Enter|Space} "Cancel" - Closes the panel and returns to its button.
 * @keyboard {ArrowRight} answers of the rating - Chooses the next one.
 * @keyboard {Enter|Space} "Send" - Sends the reply and keeps the focus within.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-request-tracker request-id="req_1"></crm-request-tracker>
 * ```
 */
export class CrmRequestTracker extends CrmElement<Tracked> {
  static override styles = [
    baseStyles,
    cardStyles,
    badgeStyles,
    avatarStyles,
    fieldStyles,
    givenScoreStyles,
    attachmentStyles,
    trackerStyles,
  ];

  protected override readonly resource: ResourceController<Tracked, [string]> = new ResourceController<
    Tracked,
    [string]
  >(this, this.context, {
    args: () => (this.requestId ? [this.requestId] : undefined),
    load: async (client, [id], signal) => {
      const known = this.resource.value;
      const tracked = await loadTracked(client, id, signal, known);
      if (known && !signal.aborted) this.#tellNews(known, tracked);
      return tracked;
    },
    given: () =>
      this.request && { request: this.request, entries: readEntries(this.entries), olderCursor: null },
    partial: ({ entriesFailed }) => entriesFailed === true,
    watch: ([id]) => ({ subject: id }),
  });

  readonly #actions = new RequestActions(this, this.context, {
    request: () => this.resource.value?.request,
    onDone: (outcome) => void this.#onDone(outcome),
    onOutdated: () => void this.resource.retry(),
  });

  readonly #older = new Task(this, () => this.#subject);
  readonly #download = new Task(this, () => this.#subject);

  /** Id of the request to load and follow. */
  @property({ attribute: "request-id" }) requestId: string | null = null;

  /** A request to show instead of loading one. */
  @property({ attribute: false }) request: ServiceRequest | null = null;

  /** The history of a given request. */
  @property({ attribute: false }) entries: readonly Entry[] | null = null;

  #downloadedName = "";

  constructor() {
    super();
    this.addController(new Clock(this));
  }

  /** What a task belongs to. */
  get #subject(): readonly unknown[] {
    return [this.context.value?.client, this.resource.value?.request.id];
  }

  #tellNews(known: Tracked, tracked: Tracked): void {
    const replies = newReplies(known, tracked);
    const author = replies.at(-1)?.author?.name;
    if (replies.length > 0) this.announce(this.text(trackerStrings).newReply(author ?? ""));
    if (known.request.updatedAt !== tracked.request.updatedAt) this.#tellChange(tracked.request);
  }

  #tellChange(request: ServiceRequest): void {
    emit(this, "crm-request-changed", { request });
  }

  /** What the backend answered is shown at once; the rest of what the action changed is then read again. */
  async #onDone({ action, request, entry }: Outcome): Promise<void> {
    const tracked = this.resource.value;
    if (!tracked) return;
    const shown = entry ? appendEntry(tracked, entry) : tracked;
    if (this.request) {
      this.request = request ?? this.request;
      this.entries = shown.entries;
    } else {
      this.resource.patch({ ...shown, request: request ?? tracked.request });
    }
    if (request) this.#tellChange(request);
    this.announce(this.#panelText?.done[action] ?? "");
    await this.#focusAction(action);
    await this.resource.retry();
  }

  /** Back to the button that was pressed or, when it has gone with the action, to the request as a whole. */
  async #focusAction(action: string): Promise<void> {
    await this.updateComplete;
    if (action !== "reply" && action !== "comment") this.#focus(`#open-${action}`);
    await this.keepFocus();
  }

  readonly #openPanel = async (panel: Panel): Promise<void> => {
    await this.#actions.open(panel);
    await this.updateComplete;
    this.#focus(".panel input, .panel select, .panel textarea");
  };

  readonly #closePanel = (): void => {
    const { panel } = this.#actions;
    this.#actions.close();
    if (panel) void this.#focusAction(panel);
  };

  readonly #read = <Strings extends object>(catalogue: Catalogue<Strings>): Strings => this.text(catalogue);

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #showOlder = async (): Promise<void> => {
    const client = this.context.value?.client;
    const { request, olderCursor } = this.resource.value ?? {};
    if (!client || !request || !olderCursor) return;
    const older = await this.#older.run((signal) => readLog(client, request.id, signal, olderCursor));
    if (!older || !this.resource.value) return;
    const interrupted = this.resource.pending;
    this.resource.patch(prependEntries(this.resource.value, older));
    if (interrupted) void this.resource.retry();
    await this.keepFocus();
  };

  readonly #save = async ({ id, name }: FileView): Promise<void> => {
    const client = this.context.value?.client;
    if (!client) return;
    this.#downloadedName = name;
    const content = await this.#download.run((signal) => client.attachments.content(id, { signal }));
    if (content) saveFile(content, name);
  };

  /** The words of acting, which come with the first act. */
  get #panelText(): PanelStrings | undefined {
    const { value } = this.#actions.panels;
    return value && this.text(value.panelStrings);
  }

  #failure(error: CrmErrorLike | undefined): string | undefined {
    if (!error) return undefined;
    if (isOutdated(error)) return this.#panelText?.changed;
    return error.status === 429 ? this.#panelText?.tooOften : this.failureText(error);
  }

  protected override renderValue(tracked: Tracked): unknown {
    const view = requestView(tracked.request);
    const offers = offersOf(tracked.request);
    const options = this.#overviewOptions(isStaff(offers));
    const { text, words } = options;
    return html`<article part="card" class="card" aria-labelledby="title">
      ${heading(view, options)} ${steps(view.state, text)} ${nextStep(view, options)}
      <div class="body">
        ${matter(view, options)}
        <div class="aside">${facts(view, options)} ${this.#renderActions(view, offers, options)}</div>
        <div class="main">
          ${this.#download.error ? alert(text.downloadFailed(this.#downloadedName)) : nothing}
          <section class="section">
            <h3 class="section-title">${text.timeline}</h3>
            ${this.#renderOlder(tracked, text)}
            ${
              tracked.entriesFailed && tracked.entries.length === 0
                ? html`<p class="muted">${words.error.title}</p>`
                : timeline(tracked.entries, options)
            }
          </section>
          ${this.#renderReply(offers, options)}
        </div>
      </div>
    </article>`;
  }

  protected override renderSkeleton(): unknown {
    const area = html`<div class="bone area"></div>`;
    const step = html`<div class="step"><div class="bone round mark"></div><div class="bone short"></div></div>`;
    return html`<div class="card">
      <div class="bone title"></div>
      <div class="steps">${step}${step}${step}${step}</div>
      <div class="bone row"></div>
      <div class="body">
        <div class="aside skeleton">${area}${area}</div>
        <div class="main skeleton"><div class="bone title"></div>${area}${area}${area}${area}${area}</div>
      </div>
    </div>`;
  }

  #overviewOptions(staff: boolean): OverviewOptions {
    const { format, locale } = this;
    return {
      text: this.text(trackerStrings),
      words: this.text(commonStrings),
      format,
      locale,
      staff,
      onDownload: this.#actions.client && ((file) => void this.#save(file)),
    };
  }

  #renderOlder({ olderCursor }: Tracked, text: TrackerStrings): unknown {
    if (!olderCursor) return nothing;
    const { error, pending } = this.#older;
    return html`<div class="older">
      ${error ? alert(this.text(commonStrings).error.title) : nothing}
      <button class="button small" type="button" aria-disabled=${pending} @click=${this.#showOlder}>
        ${pending ? text.loadingOlder : text.older}
      </button>
    </div>`;
  }

  #renderActions({ state }: RequestView, offers: Offers, options: OverviewOptions): unknown {
    if (!this.#actions.client) return nothing;
    return actionBar(this.#actions, {
      ...options,
      offers,
      state,
      read: this.#read,
      failure: this.#failure(this.#actions.acting.error),
      onOpen: (panel) => void this.#openPanel(panel),
      onClose: this.#closePanel,
    });
  }

  #renderReply(offers: Offers, options: OverviewOptions): unknown {
    if (!this.#actions.client) return nothing;
    return replyBox(this.#actions, {
      ...options,
      offers,
      read: this.#read,
      failure: this.#failure(this.#actions.replying.error),
      announce: (message) => this.announce(message),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-request-tracker": CrmRequestTracker;
  }
  interface HTMLElementEventMap {
    "crm-request-changed": CustomEvent<CrmRequestDetail>;
  }
}
