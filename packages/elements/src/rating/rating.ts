import type { Rating, RatingInput } from "@portico/contract";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { CrmElement } from "../internal/crm-element.js";
import type { CrmErrorLike } from "../internal/errors.js";
import { emit } from "../internal/events.js";
import { givenScore } from "../internal/parts/given-score.js";
import { scoreScale } from "../internal/parts/score-scale.js";
import { type RatingMetric, ratingScales } from "../internal/parts/score-scale.model.js";
import { type ScoreStrings, scoreStrings } from "../internal/parts/score-scale.strings.js";
import { checkCircleIcon, icon } from "../internal/primitives/icon.js";
import { property, state } from "../internal/property.js";
import { ResourceController } from "../internal/resource-controller.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { fieldStyles } from "../internal/styles/field.styles.js";
import { givenScoreStyles } from "../internal/styles/given-score.styles.js";
import { scoreScaleStyles } from "../internal/styles/score-scale.styles.js";
import { Submission } from "../internal/submission.js";
import { ratingMetric, ratingView, validScore } from "./rating.model.js";
import { ratingStyles } from "./rating.styles.js";

/** Without a rating the question is still open. */
interface Answer {
  readonly rating?: Rating;
}

export interface CrmRatingDetail {
  readonly metric: RatingMetric;
  readonly score: number;
  readonly comment?: string;
  /** What the backend stored; only for a rating of a request. */
  readonly rating?: Rating;
}

/**
 * Asks for one rating: satisfaction in five stars, recommendation from 0 to 10, or ease from 1 to 7. With a
 * `request-id` it sends the rating of that request, once, however often it is clicked; without one it is an input
 * for the form around it.
 *
 * @operation listRatings
 * @operation createRating
 *
 * @slot question - Replaces the question.
 * @slot thanks - Replaces the thanks after sending.
 * @slot initial - Replaces the view before there is a client.
 * @slot loading - Replaces the skeleton.
 * @slot stale - Replaces the notice over a rating that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such request.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmRatingDetail>} crm-rating - A score was chosen or, with a `request-id`, stored.
 * @event {Event} change - A score was chosen by the visitor.
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading or sending fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart question - The question.
 * @csspart options - The group of answers.
 * @csspart ends - The words at both ends of the scale.
 * @csspart comment - The field for the reason.
 * @csspart submit - The button that sends.
 * @csspart failure - The message that sending failed.
 * @csspart given - A rating that was given.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the question.
 * @csspart banner - The notice over an old rating.
 * @csspart retry - The button that tries again.
 *
 * @cssstate initial - No client yet.
 * @cssstate loading - Looking whether the request was rated before.
 * @cssstate ready - The question or the given rating is shown.
 * @cssstate stale - Shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in.
 * @cssstate forbidden - The visitor may not rate the request.
 * @cssstate not-found - There is no such request.
 * @cssstate offline - There is no connection.
 * @cssstate error - Loading failed.
 *
 * @cssproperty [--crm-color-star] - Lit stars.
 * @cssproperty [--crm-color-accent] - The chosen number and the button.
 *
 * @keyboard {Tab} - Enters the answers at the chosen one, and goes on to the comment and the button.
 * @keyboard {ArrowRight|ArrowDown} answers - Chooses the next one.
 * @keyboard {ArrowLeft|ArrowUp} answers - Chooses the one before.
 * @keyboard {ArrowLeft} answers from right to left - Chooses the next one.
 * @keyboard {Space} answers - Chooses the one that has the focus.
 * @keyboard {Enter|Space} "Send rating" - Sends the rating and keeps the focus within.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-rating request-id="req_1" with-comment></crm-rating>
 * <form><crm-rating name="ease" metric="ces" required></crm-rating></form>
 * ```
 */
export class CrmRating extends CrmElement<Answer> {
  static override styles = [
    baseStyles,
    cardStyles,
    fieldStyles,
    givenScoreStyles,
    scoreScaleStyles,
    ratingStyles,
  ];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static readonly formAssociated = true;

  protected override readonly resource = new ResourceController<Answer, readonly [string, RatingMetric]>(
    this,
    this.context,
    {
      args: () => (this.requestId ? [this.requestId, ratingMetric(this.metric)] : undefined),
      load: async (client, [serviceRequestId, metric], signal) => {
        const { data } = await client.ratings.list({ serviceRequestId, metric, limit: 1 }, { signal });
        return data[0] ? { rating: data[0] } : {};
      },
      given: () => (this.rating ? { rating: this.rating } : this.requestId ? undefined : {}),
    },
  );

  /** What is asked: `csat` (1 to 5, stars), `nps` (0 to 10) or `ces` (1 to 7). */
  @property() metric: RatingMetric = "csat";

  /** Id of the request to rate; without it the element only is an input. */
  @property({ attribute: "request-id" }) requestId: string | null = null;

  /** A rating to show instead of asking for one. */
  @property({ attribute: false }) rating: Rating | null = null;

  /** The chosen score. */
  @property({ type: Number }) value: number | null = null;

  /** The reason, in the visitor's own words. */
  @property({ attribute: false }) comment = "";

  /** Offers a field for the reason. */
  @property({ type: Boolean, attribute: "with-comment" }) withComment = false;

  /** Name of the score in the form around. */
  @property({ reflect: true }) name: string | null = null;

  /** Makes the form around ask for an answer. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** Takes no answer and gives the form none. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Shows the score and takes no other. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private unanswered = false;
  @state() private disabledByForm = false;

  #draftSession: string | undefined;
  readonly #submission = new Submission(this, () => [
    this.context.value?.client,
    this.#session,
    this.requestId,
  ]);

  /** The form around, if there is one. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** True when the form around may be sent. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Like `checkValidity`, and tells the visitor what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Focuses the chosen answer, or the first one. */
  override focus(options?: FocusOptions): void {
    const inputs = [...this.renderRoot.querySelectorAll("input")];
    const target = inputs.find((input) => input.checked) ?? inputs[0];
    if (target) target.focus(options);
    else super.focus(options);
  }

  /** Sends the rating of the request. A second call while the first runs, or a retry after a failure, stores one rating. */
  async submit(): Promise<void> {
    const client = this.context.value?.client;
    const score = this.#score;
    if (!client || !this.requestId || this.resource.value?.rating) return;
    this.unanswered = score === null;
    if (score === null) return;
    const input: RatingInput = { ...this.#answer(score), serviceRequestId: this.requestId };
    const rating = await this.#submission.send(input, (options) => client.ratings.create(input, options));
    if (rating) this.#thank(score, rating);
    else if (this.#submission.error) this.#report(this.#submission.error);
  }

  formResetCallback(): void {
    this.formStateRestoreCallback(this.getAttribute("value"));
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  formStateRestoreCallback(restored: string | null): void {
    this.value = restored === null ? null : Number(restored);
  }

  /** What a visitor has begun belongs to that visitor and that request. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const session = this.#session;
    const another = this.#draftSession !== undefined && session !== this.#draftSession;
    if (this.requestId && (another || changed.get("requestId"))) {
      this.value = null;
      this.comment = "";
    }
    this.#draftSession = session;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const score = this.#score;
    this.internals.setFormValue(score === null ? null : String(score));
    const anchor = this.renderRoot.querySelector("input") ?? undefined;
    if (this.required && score === null) {
      this.internals.setValidity({ valueMissing: true }, this.text(scoreStrings).answerRequired, anchor);
    } else {
      this.internals.setValidity({});
    }
  }

  /** Changes with the client and with the person who uses it. */
  get #session(): string | undefined {
    const { client, session } = this.context.value ?? {};
    if (client === undefined) return undefined;
    return client ? `session ${session}` : "signed out";
  }

  get #metric(): RatingMetric {
    return ratingMetric(this.metric);
  }

  get #score(): number | null {
    return validScore(this.#metric, this.value);
  }

  get #isDisabled(): boolean {
    return this.disabled || this.disabledByForm;
  }

  /** As it is sent, and told to the page. */
  #answer(score: number): Omit<CrmRatingDetail, "rating"> {
    const comment = this.comment.trim();
    return { metric: this.#metric, score, ...(comment ? { comment } : {}) };
  }

  readonly #onChoose = (score: number): void => {
    this.value = score;
    this.unanswered = false;
    this.dispatchEvent(new Event("change", { bubbles: true }));
    if (!this.requestId) this.#tell(score);
  };

  readonly #onComment = (event: Event): void => {
    this.comment = (event.target as HTMLTextAreaElement).value;
  };

  #thank(score: number, rating: Rating): void {
    this.resource.patch({ rating });
    this.announce(this.text(scoreStrings).thanks);
    void this.keepFocus();
    this.#tell(score, rating);
  }

  #report(error: CrmErrorLike): void {
    emit(this, "crm-error", { error, code: error.code });
    // Rated before, from another window: what is stored is shown.
    if (error.status === 409) void this.retry();
  }

  #tell(score: number, rating?: Rating): void {
    const detail: CrmRatingDetail = { ...this.#answer(score), ...(rating ? { rating } : {}) };
    emit(this, "crm-rating", detail);
  }

  protected override renderValue({ rating }: Answer): unknown {
    const text = this.text(scoreStrings);
    if (rating) return this.#renderGiven(rating, text);
    const metric = this.#metric;
    const { error } = this.#submission;
    const failure = this.unanswered ? text.answerRequired : error && this.failureText(error);
    return html`<div part="card" class="card">
      <p part="question" class="card-title" id="question"><slot name="question">${text.question[metric]}</slot></p>
      ${this.readonly ? this.#renderStars(metric, this.#score ?? 0, ratingScales[metric].maximum) : this.#renderScale(metric, text)}
      ${this.withComment && !this.readonly ? this.#renderComment(text) : nothing}
      ${failure ? html`<p part="failure" class="invalid" role="alert">${failure}</p>` : nothing}
      ${this.requestId && !this.readonly ? this.#renderSubmit(text) : nothing}
    </div>`;
  }

  protected override renderSkeleton(): unknown {
    return html`<div class="card">
      <div class="bone title"></div>
      <div class="bone row"></div>
      ${this.withComment ? html`<div class="bone area"></div>` : nothing}
      <div class="bone row short"></div>
    </div>`;
  }

  #renderScale(metric: RatingMetric, text: ScoreStrings): unknown {
    return scoreScale({
      metric,
      score: this.#score,
      text,
      format: this.format,
      disabled: this.#isDisabled,
      required: this.required,
      onChoose: this.#onChoose,
    });
  }

  #renderComment(text: ScoreStrings): unknown {
    return html`<label part="comment" class="field">
      <span class="label">${text.mainReason} <span class="hint">(${text.optional})</span></span>
      <textarea
        class="input"
        rows="3"
        maxlength="2000"
        .value=${this.comment}
        ?disabled=${this.#isDisabled}
        @input=${this.#onComment}
      ></textarea>
    </label>`;
  }

  #renderSubmit(text: ScoreStrings): unknown {
    return html`<button
      part="submit"
      class="button primary"
      type="button"
      ?disabled=${this.#isDisabled}
      aria-disabled=${this.#submission.pending}
      @click=${() => void this.submit()}
    >
      ${this.#submission.pending ? text.sending : text.sendRating}
    </button>`;
  }

  #renderStars(metric: RatingMetric, score: number, maximum: number): unknown {
    return givenScore(metric, score, maximum, { text: this.text(commonStrings), format: this.format });
  }

  #renderGiven(rating: Rating, text: ScoreStrings): unknown {
    const { metric, score, maximum, comment } = ratingView(rating);
    return html`<div part="card" class="card">
      <slot name="thanks"><p class="thanks">${icon(checkCircleIcon)}${text.thanks}</p></slot>
      ${this.#renderStars(metric, score, maximum)}
      ${comment ? html`<p class="given-comment"><bdi>${comment}</bdi></p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-rating": CrmRating;
  }
  interface HTMLElementEventMap {
    "crm-rating": CustomEvent<CrmRatingDetail>;
  }
}
