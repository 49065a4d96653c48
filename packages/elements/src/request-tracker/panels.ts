import { html, nothing, type TemplateResult } from "lit";
import { scoreScale } from "../internal/parts/score-scale.js";
import { scoreStrings } from "../internal/parts/score-scale.strings.js";
import { type ActionOptions, alert } from "./action-bar.js";
import type { Panel, RequestActions } from "./actions.js";
import { type PanelStrings, panelStrings } from "./panels.strings.js";
import { neededFor } from "./request-tracker.model.js";

/** What the open panel asks for, and the button that sends it. */
export function renderPanel(panel: Panel, actions: RequestActions, options: ActionOptions): TemplateResult {
  const { text: names, read, failure, onClose } = options;
  const text = read(panelStrings);
  const { missing } = actions;
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  const sending = actions.acting.pending;
  const fault = missing ? text.required[missing] : failure;
  return html`<div part="panel" class="panel" role="group" aria-labelledby=${panel === "rate" ? "question" : "panel-title"} @keydown=${close}>
    ${panel === "rate" ? ratePanel(actions, options) : writtenPanel(panel, actions, text, options)}
    ${fault ? alert(fault) : nothing}
    <div class="buttons">
      <button
        part="submit"
        class="button ${panel === "withdraw" ? "danger" : "primary"}"
        type="button"
        aria-disabled=${sending}
        @click=${() => void actions.submit()}
      >
        ${sending ? names.sending : panel === "rate" ? read(scoreStrings).sendRating : names[panel]}
      </button>
      <button class="button quiet" type="button" @click=${onClose}>${text.cancel}</button>
    </div>
  </div>`;
}

function ratePanel(actions: RequestActions, { format, read }: ActionOptions): TemplateResult {
  const scoreText = read(scoreStrings);
  const { score } = actions.draft;
  return html`<p id="question" class="panel-title">${scoreText.question.csat}</p>
    ${scoreScale({ metric: "csat", score, text: scoreText, format, required: true, onChoose: (chosen) => actions.write({ score: chosen }) })}
    ${textField(actions, { label: scoreText.mainReason, hint: undefined, optional: scoreText.optional, maxLength: 2000 })}`;
}

function writtenPanel(
  panel: Exclude<Panel, "rate">,
  actions: RequestActions,
  text: PanelStrings,
  options: ActionOptions,
): TemplateResult {
  const titles = {
    urge: [text.urgeTitle, text.urgeHint],
    withdraw: [text.withdrawTitle, text.withdrawHint],
    reopen: [text.reopenTitle, text.reopenHint],
    close: [text.closeTitle, text.closeHint],
    transition: [text.transitionTitle, ""],
  };
  const [title, hint] = titles[panel];
  const needed =
    panel === "transition"
      ? neededFor(options.state, actions.draft.to)
      : panel === "urge" || panel === "close"
        ? undefined
        : "reason";
  const resolving = needed === "resolution";
  return html`<p id="panel-title" class="panel-title">${title}</p>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${panel === "transition" ? stateField(actions, text, options) : nothing}
    ${textField(actions, {
      label: resolving ? text.resolutionLabel : text.reason,
      hint: panel === "transition" ? text.reasonHint : undefined,
      optional: needed ? undefined : text.optional,
      maxLength: resolving ? 4000 : 500,
    })}`;
}

function stateField(
  actions: RequestActions,
  text: PanelStrings,
  { offers, text: { states } }: ActionOptions,
): TemplateResult {
  const { to } = actions.draft;
  return html`<label class="field">
    <span class="label">${text.newState}</span>
    <select
      part="input"
      class="input"
      aria-invalid=${actions.missing === "state"}
      @change=${(event: Event) => actions.write({ to: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${to === ""}></option>
      ${offers.transitions.map((state) => html`<option value=${state} ?selected=${to === state}>${states[state] ?? state}</option>`)}
    </select>
  </label>`;
}

interface TextField {
  readonly label: string;
  readonly hint: string | undefined;
  /** The word that says it may be left out; without it, it must not. */
  readonly optional: string | undefined;
  readonly maxLength: number;
}

function textField(actions: RequestActions, { label, hint, optional, maxLength }: TextField): TemplateResult {
  return html`<label class="field">
    <span class="label">${label}${optional ? html`<span class="hint"> (${optional})</span>` : nothing}</span>
    <textarea
      part="input"
      class="input"
      rows="3"
      maxlength=${maxLength}
      aria-required=${optional === undefined}
      aria-invalid=${actions.missing === "reason" || actions.missing === "resolution"}
      .value=${actions.draft.text}
      @input=${(event: Event) => actions.write({ text: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </label>`;
}
