import { html, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { alertIcon, icon } from "../internal/primitives/icon.js";
import type { DraftNotice } from "./draft-keeper.js";
import type { FillingStrings } from "./filling.strings.js";
import { type Fault, faultMessage } from "./request-form.faults.js";
import type { FieldView } from "./request-form.model.js";

export interface SummaryLine {
  readonly pointer: string;
  readonly label: string;
  readonly message: string;
  /** Takes the visitor to the field; absent when no field can mend it. */
  readonly show: (() => void) | undefined;
}

interface FaultLineOptions {
  readonly others: string;
  readonly show: (pointer: string) => void;
  readonly text: FillingStrings;
  readonly format: Formats;
}

/** Faults in words, under the names of the fields that can mend them; `others` names what is no field. */
export function faultLines(
  faults: readonly Fault[],
  fields: readonly FieldView[],
  { others, show, text, format }: FaultLineOptions,
): SummaryLine[] {
  return faults.map((fault) => {
    const { pointer } = fault;
    const field = fields.find((one) => one.pointer === pointer);
    return {
      pointer,
      label: field?.label ?? others,
      message: faultMessage(fault, field?.control, text, format),
      show: pointer === "" ? undefined : () => show(pointer),
    };
  });
}

/** All faults in one place: it gets the focus after a submission that could not be sent. */
export function renderSummary(
  lines: readonly SummaryLine[],
  text: FillingStrings,
  { number }: Formats,
): TemplateResult {
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <p id="summary-title" class="summary-title">${icon(alertIcon)}${text.summary(lines.length, number(lines.length))}</p>
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

/** Says that a draft is back, or gone, and takes either back. */
export function renderDraftNotice(
  notice: DraftNotice,
  act: () => void,
  text: FillingStrings,
): TemplateResult {
  return html`<div part="draft" class="draft">
    <span>${notice === "restored" ? text.draftRestored : text.draftDiscarded}</span>
    <button class="link" type="button" @click=${act}>
      ${notice === "restored" ? text.discard : text.undo}
    </button>
  </div>`;
}
