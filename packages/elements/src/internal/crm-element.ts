import { html, LitElement, nothing, type PropertyValues } from "lit";
import { ContextConsumer } from "./client-context.js";
import { type CrmErrorLike, failureState } from "./errors.js";
import { type CrmErrorEvent, type CrmStateEvent, emit } from "./events.js";
import { type Formats, formats } from "./format.js";
import { Language } from "./language.js";
import { type Catalogue, formatLocale, matchLocale } from "./localize.js";
import { property } from "./property.js";
import type { ElementState, Resource } from "./resource-controller.js";
import { banner, type MessageState, type StateViewOptions, stateView } from "./state-view.js";
import { commonStrings } from "./strings/common.strings.js";

/**
 * What every element shares: a client from the nearest provider, the eleven public states with their default views,
 * language, direction and theme, and an announcer of its own. A subclass gives `resource` and draws its value.
 *
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading fails.
 */
export abstract class CrmElement<Value = unknown> extends LitElement {
  /** Id of a `<crm-provider>` elsewhere on the page; without it the nearest ancestor serves. */
  @property() provider?: string | null;

  /** The value this element stands for; an element without one is always `ready`. */
  protected readonly resource?: Resource<Value>;
  protected readonly internals = this.attachInternals();
  protected readonly context = new ContextConsumer(this);

  readonly #language = new Language(this, () => this.context.value?.locale);
  #shownState: ElementState | undefined;
  #shownError: CrmErrorLike | undefined;
  #message = "";

  /** Where the element stands; also a CSS state, as in `:state(ready)`. */
  get state(): ElementState {
    return this.resource?.state ?? "ready";
  }

  /** Why the last load failed, if it did. */
  get error(): CrmErrorLike | undefined {
    return this.resource?.error;
  }

  /** Loads again and keeps what is shown until the answer is in. */
  async retry(): Promise<void> {
    await this.resource?.retry();
  }

  /** Draws the value in `ready`, `partial` and `stale`. */
  protected abstract renderValue(value: Value): unknown;

  /** Draws boxes the size of what is to come; hidden for the first 200 ms. */
  protected renderSkeleton(): unknown {
    return html`<div class="bone title"></div><div class="bone"></div><div class="bone"></div>`;
  }

  /** Draws a value with nothing in it; override to keep filters and the like around the message. */
  protected renderEmpty(_value: Value): unknown {
    return this.renderMessage("empty");
  }

  /** The default message of a state, within its slot. */
  protected renderMessage(state: MessageState): unknown {
    return stateView(state, this.#stateViewOptions);
  }

  /** The locale of the texts in force. */
  protected get locale(): string {
    return matchLocale(this.#language.tag);
  }

  protected get direction(): "ltr" | "rtl" {
    return this.#language.dir;
  }

  protected get format(): Formats {
    return formats(formatLocale(this.#language.tag));
  }

  /** The texts of a catalogue in the present language; draws again when a translation has come. */
  protected text<Strings extends object>(catalogue: Catalogue<Strings>): Strings {
    return catalogue.read(this.#language.tag, this);
  }

  /** What a screen reader is told when a state is reached; nothing of what is no news. */
  protected stateMessage(state: ElementState, previous: ElementState | undefined): string {
    const text = this.text(commonStrings);
    if (state === "stale" || state === "partial") return text[state];
    if (!silent.has(state)) return text[state as MessageState].title;
    return state === "ready" && previous && !silent.has(previous) ? text.loaded : "";
  }

  /** Tells a screen reader, politely, from within this very element. */
  protected announce(message: string): void {
    this.#message = message;
    this.requestUpdate();
  }

  /** What to say beside a control when a write failed. */
  protected failureText(error: CrmErrorLike): string {
    const state = failureState(error);
    const text = this.text(commonStrings);
    return state === "error" ? text.notSent : text[state].title;
  }

  /** Call it when the control in use goes away: the keyboard would be thrown to the top of the page. */
  protected async keepFocus(): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const base = this.renderRoot.querySelector<HTMLElement>(".base");
    base?.setAttribute("tabindex", "-1");
    base?.focus();
  }

  protected override update(changed: PropertyValues): void {
    const { state } = this;
    const previous = this.#shownState;
    if (state !== previous) this.#reflect(state, previous);
    this.internals.ariaBusy = String(this.#busy);
    super.update(changed);
    this.#report(state);
  }

  protected override render(): unknown {
    return html`<div
      part="base"
      class=${this.#busy ? "base busy" : "base"}
      lang=${this.locale}
      dir=${this.direction}
      data-theme=${this.context.value?.theme ?? nothing}
    >
      ${this.renderBody()}
      <div class="visually-hidden" role="status">${this.#message}</div>
    </div>`;
  }

  /** Chooses what to draw for the present state. */
  protected renderBody(): unknown {
    const { state, resource } = this;
    if (!resource) return this.renderValue(undefined as Value);
    const { value } = resource;
    if (value !== undefined) {
      if (state === "empty") return this.renderEmpty(value);
      const notice =
        state === "stale" || state === "partial" ? banner(state, this.#stateViewOptions) : nothing;
      return html`${notice}${this.renderValue(value)}`;
    }
    const shown = state === "loading" || (state === "initial" && resource.wanted);
    const skeleton = html`<div class=${shown ? "skeleton" : "skeleton reserved"} aria-hidden="true">${this.renderSkeleton()}</div>`;
    return state === "initial" || state === "loading"
      ? html`<slot name=${state}>${skeleton}</slot>`
      : html`<div class="over">${skeleton}${this.renderMessage(state as MessageState)}</div>`;
  }

  get #busy(): boolean {
    return this.resource?.pending ?? false;
  }

  get #stateViewOptions(): StateViewOptions {
    return { text: this.text(commonStrings), error: this.error, retry: () => void this.#retryAndFocus() };
  }

  async #retryAndFocus(): Promise<void> {
    await this.retry();
    await this.keepFocus();
  }

  /** A custom state, and a word to the screen reader when something ended badly or got well again. */
  #reflect(state: ElementState, previous: ElementState | undefined): void {
    const { states } = this.internals;
    if (previous) states.delete(previous);
    states.add(state);
    this.#message = this.stateMessage(state, previous);
  }

  #report(state: ElementState): void {
    const { error } = this;
    const newState = state !== this.#shownState;
    const newError = error !== this.#shownError;
    this.#shownState = state;
    this.#shownError = error;
    if (newState)
      this.dispatchEvent(new CustomEvent("crm-state", { detail: error ? { state, error } : { state } }));
    if (newError && error) emit(this, "crm-error", { error, code: error.code });
  }
}

const silent: ReadonlySet<ElementState> = new Set(["initial", "loading", "ready"]);

// Here, where the declarations of every element lead: those of `events.ts` alone reach no page that imports a tag.
declare global {
  interface HTMLElementEventMap {
    "crm-state": CrmStateEvent;
    "crm-error": CrmErrorEvent;
  }
}
