import { html, nothing, type TemplateResult } from "lit";
import { type CrmErrorLike, failureState } from "../internal/errors.js";
import { alertIcon, icon } from "../internal/primitives/icon.js";
import type { DraftNotice } from "./draft-keeper.js";
import type { FormStrings } from "./request-form.strings.js";

export interface SummaryLine {
  readonly label: string;
  readonly message: string;
  /** Takes the visitor to the field; absent when no field can mend it. */
  readonly show: (() => void) | undefined;
}

/** All faults in one place: it gets the focus after a submission that could not be sent. */
export function renderSummary(lines: readonly SummaryLine[], text: FormStrings): TemplateResult {
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <p id="summary-title" class="summary-title">${icon(alertIcon)}${text.summary(lines.length)}</p>
    <ul>
      ${lines.map(
        ({ label, message, show }) =>
          html`<li>
            ${
              show
                ? html`<button class="link" type="button" @click=${show}>${label}</button> – ${message}`
                : message
            }
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Why it was not sent, above the button that sends again. */
export function renderFailure(error: CrmErrorLike, text: FormStrings): TemplateResult {
  return html`<div part="failure" class="failure">
    ${icon(alertIcon)}
    <p>
      ${failureText(error, text)}
      ${error.requestId ? html`<span class="state-reference">${text.reference(error.requestId)}</span>` : nothing}
    </p>
  </div>`;
}

export function failureText(error: CrmErrorLike, text: FormStrings): string {
  return text.failed[failureState(error)];
}

/** Says that a draft is back, or gone, and takes either back. */
export function renderDraftNotice(notice: DraftNotice, act: () => void, text: FormStrings): TemplateResult {
  return html`<div part="draft" class="draft">
    <span>${notice === "restored" ? text.draftRestored : text.draftDiscarded}</span>
    <button class="link" type="button" @click=${act}>
      ${notice === "restored" ? text.discard : text.undo}
    </button>
  </div>`;
}
