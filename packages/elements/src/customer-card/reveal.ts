import { html, type LitElement, nothing } from "lit";
import { textOf } from "../internal/payload.js";
import { Submission, type SubmissionOptions } from "../internal/submission.js";
import type { RevealStrings } from "./reveal.strings.js";

export { revealStrings } from "./reveal.strings.js";

export interface RevealOptions {
  /** Whose contact points these are, and to whom they are shown: with other ones everything is hidden. */
  readonly scope: () => readonly unknown[];
  /** Asks the backend for a contact point in full. */
  readonly call: (pointId: string, reason: string, options: SubmissionOptions) => Promise<{ value: unknown }>;
  /** Told after a value has come or gone. */
  readonly onChange: (isShown: boolean) => void;
}

/** How long a value stays in sight. */
export const revealedFor = 30_000;
const shortestReason = 3;

/** Shows masked contact points in full, each for a reason and for half a minute, and keeps them nowhere else. */
export class Reveal extends Submission {
  /** The contact point whose reason is asked for. */
  asking: string | undefined;
  /** The reason given was too short. */
  invalid = false;

  readonly #host: LitElement;
  readonly #options: RevealOptions;
  readonly #shown = new Map<
    string,
    { readonly value: string; readonly timer: ReturnType<typeof setTimeout> }
  >();
  /** The button that opened the reason field: the keyboard goes back to it. */
  #opener: HTMLElement | undefined;

  constructor(host: LitElement, options: RevealOptions) {
    super(host, options.scope);
    this.#host = host;
    this.#options = options;
  }

  /** The value in full while it may be seen. */
  value(pointId: string): string | undefined {
    return this.#shown.get(pointId)?.value;
  }

  /** Asks for a reason, asks no longer, or hides the value: whatever comes next. */
  async toggle(pointId: string, opener: HTMLElement): Promise<void> {
    this.#opener = opener;
    if (this.#shown.has(pointId)) this.#hide(pointId);
    else {
      this.#ask(this.asking === pointId ? undefined : pointId);
      await this.#host.updateComplete;
      this.#field?.focus();
    }
  }

  readonly show = async (): Promise<void> => {
    const { asking } = this;
    const reason = this.#field?.value.trim() ?? "";
    if (!asking) return;
    this.invalid = reason.length < shortestReason;
    this.#host.requestUpdate();
    const point = this.invalid
      ? undefined
      : await this.send([asking, reason], (options) => this.#options.call(asking, reason, options));
    if (!point) {
      this.#field?.focus();
      return;
    }
    const timer = setTimeout(() => this.#hide(asking), revealedFor);
    this.#shown.set(asking, { value: textOf(point.value) ?? "–", timer });
    this.#ask();
    this.#opener?.focus();
    this.#options.onChange(true);
  };

  /** Enter sends the reason, Escape takes everything back. */
  onKey(event: KeyboardEvent, pointId: string): void {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target === this.#field) {
      // The focus may be on the button before the key has done its own work: it would hide the value at once.
      event.preventDefault();
      void this.show();
    }
    if (event.key !== "Escape" || !(this.asking || this.#shown.has(pointId))) return;
    // The page around may be a dialog that Escape would close.
    event.preventDefault();
    event.stopPropagation();
    this.#ask();
    this.#hide(pointId);
    this.#opener?.focus();
  }

  override reset(): void {
    super.reset();
    this.asking = undefined;
    for (const { timer } of this.#shown.values()) clearTimeout(timer);
    this.#shown.clear();
  }

  override hostDisconnected(): void {
    this.reset();
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>("#reason");
  }

  #ask(pointId?: string): void {
    super.reset();
    this.asking = pointId;
    this.invalid = false;
    this.#host.requestUpdate();
  }

  #hide(pointId: string): void {
    clearTimeout(this.#shown.get(pointId)?.timer);
    if (!this.#shown.delete(pointId)) return;
    this.#host.requestUpdate();
    this.#options.onChange(false);
  }
}

/** Asks why somebody wants to see a contact point in full. */
export function reasonField(reveal: Reveal, pointId: string, text: RevealStrings, failure: string): unknown {
  return html`<div part="reason" class="reason field" @keydown=${(event: KeyboardEvent) => reveal.onKey(event, pointId)}>
    <label class="label" for="reason">${text.reason}</label>
    <div class="line">
      <input
        id="reason"
        class="input"
        maxlength="500"
        autocomplete="off"
        aria-describedby="hint"
        aria-invalid=${reveal.invalid}
      />
      <button class="button primary" type="button" aria-disabled=${reveal.pending} @click=${reveal.show}>${text.show}</button>
    </div>
    <span id="hint" class=${reveal.invalid ? "invalid" : "hint"}>${text.reasonHint}</span>
    ${failure ? html`<span class="invalid" role="alert">${failure}</span>` : nothing}
  </div>`;
}
