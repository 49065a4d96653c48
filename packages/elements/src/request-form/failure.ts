import { html, nothing, type TemplateResult } from "lit";
import { type CrmErrorLike, failureState } from "../internal/errors.js";
import { alertIcon, icon } from "../internal/primitives/icon.js";
import type { CommonStrings } from "../internal/strings/common.strings.js";
import type { FillingStrings } from "./filling.strings.js";

/** Why it was not sent, above the button that sends again. */
export function renderFailure(
  error: CrmErrorLike,
  text: FillingStrings,
  { reference }: CommonStrings,
): TemplateResult {
  return html`<div part="failure" class="failure">
    ${icon(alertIcon)}
    <p>
      ${failureText(error, text)}
      ${error.requestId ? html`<span class="state-reference">${reference(error.requestId)}</span>` : nothing}
    </p>
  </div>`;
}

export function failureText(error: CrmErrorLike, text: FillingStrings): string {
  return text.failed[failureState(error)];
}
