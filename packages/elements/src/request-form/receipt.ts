import type { ServiceRequest } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { labelOf } from "../internal/localize.js";
import { checkCircleIcon, checkIcon, icon } from "../internal/primitives/icon.js";
import type { FillingStrings } from "./filling.strings.js";

export interface ReceiptOptions {
  readonly text: FillingStrings;
  readonly format: Formats;
  readonly locale: string;
  readonly copied: boolean;
  readonly copy: (number: string) => void;
  readonly another: () => void;
}

/** The number to quote; a backend that gives none is quoted by its id. */
export function numberOf(request: ServiceRequest): string {
  return String(request.number || request.id);
}

/** What has become of the submission: its number and what happens next. */
export function renderReceipt(request: ServiceRequest, options: ReceiptOptions): TemplateResult {
  const { text, copied, copy, another } = options;
  const number = numberOf(request);
  return html`<slot name="receipt">
    <div part="receipt" class="card receipt">
      ${icon(checkCircleIcon)}
      <h2 part="title" class="card-title" tabindex="-1">${text.received}</h2>
      <div class="number">
        <span class="small muted">${text.number}</span>
        <span part="number" class="number-text"><bdi>${number}</bdi></span>
        <button class="button small" type="button" @click=${() => copy(number)}>
          ${copied ? html`${icon(checkIcon)}${text.copied}` : text.copy}
        </button>
      </div>
      ${request.anonymous ? html`<p class="hint">${text.keepNumber}</p>` : nothing}
      ${nextStep(request, options)}
      <button part="another" class="button quiet" type="button" @click=${another}>${text.another}</button>
    </div>
  </slot>`;
}

function nextStep({ nextStep, dueAt }: ServiceRequest, { text, format, locale }: ReceiptOptions): unknown {
  const label = labelOf(nextStep?.labels, locale);
  const due = nextStep?.dueAt ?? dueAt;
  if (!label && !due) return nothing;
  return html`<div part="next" class="next">
    <p class="small muted">${text.next}</p>
    ${label ? html`<p class="next-label">${label}</p>` : nothing}
    ${due ? html`<p class="hint"><time datetime=${due}>${text.dueBy(format.dateTime(due))}</time></p>` : nothing}
  </div>`;
}
