import { html, nothing, type TemplateResult } from "lit";
import type { CrmErrorLike } from "./errors.js";
import {
  alertIcon,
  banIcon,
  cloudOffIcon,
  icon,
  inboxIcon,
  lockIcon,
  refreshIcon,
  searchOffIcon,
} from "./primitives/icon.js";
import type { CommonStrings } from "./strings/common.strings.js";

const icons = {
  empty: inboxIcon,
  unauthorized: lockIcon,
  forbidden: banIcon,
  "not-found": searchOffIcon,
  offline: cloudOffIcon,
  error: alertIcon,
};

/** The states that show a message instead of a value. */
export type MessageState = keyof typeof icons;

const retryable: ReadonlySet<MessageState> = new Set(["unauthorized", "offline", "error"]);

export interface StateViewOptions {
  readonly text: CommonStrings;
  readonly error?: CrmErrorLike | undefined;
  readonly retry: () => void;
}

/** The message that stands where a value would: each state has a slot of its own name that replaces it. */
export function stateView(state: MessageState, { text, error, retry }: StateViewOptions): TemplateResult {
  const { title, hint } = text[state];
  return html`<slot name=${state}>
    <div part="state" class="state ${state}">
      ${icon(icons[state])}
      <p class="state-title">${title}</p>
      ${hint ? html`<p class="state-hint">${hint}</p>` : nothing}
      ${retryable.has(state) ? retryButton(text, retry) : nothing}
      ${error?.requestId ? html`<p class="state-reference">${text.reference(error.requestId)}</p>` : nothing}
    </div>
  </slot>`;
}

/** The quiet notice over a value that is old or incomplete. */
export function banner(state: "stale" | "partial", { text, retry }: StateViewOptions): TemplateResult {
  return html`<slot name=${state}>
    <div part="banner" class="banner">${icon(alertIcon)}<span>${text[state]}</span>${retryButton(text, retry)}</div>
  </slot>`;
}

/** Beside a control whose code did not come: says so, and tries again. */
export function partFailure(text: CommonStrings, retry: () => void): TemplateResult {
  return html`<div part="failure" class="invalid" role="alert">${text.notLoaded} ${retryButton(text, retry)}</div>`;
}

function retryButton(text: CommonStrings, retry: () => void): TemplateResult {
  return html`<button part="retry" class="button small" type="button" @click=${retry}>
    ${icon(refreshIcon)}${text.retry}
  </button>`;
}
