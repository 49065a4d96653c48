import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Formats } from "../internal/format.js";
import { scoreScale } from "../internal/parts/score-scale.js";
import type { ScoreStrings } from "../internal/parts/score-scale.strings.js";
import {
  arrowRightIcon,
  banIcon,
  bellIcon,
  checkIcon,
  icon,
  refreshIcon,
  starIcon,
} from "../internal/primitives/icon.js";
import type { RequestStrings } from "../internal/strings/request.strings.js";
import type { Panel, RequestActions } from "./actions.js";
import { neededFor, type Offers } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";

export interface PanelOptions {
  readonly offers: Offers;
  /** The state the request is in. */
  readonly state: string;
  readonly text: TrackerStrings;
  readonly words: RequestStrings;
  readonly scoreText: ScoreStrings;
  readonly format: Formats;
  /** Why the last attempt failed, in words. */
  readonly failure: string | undefined;
  readonly onOpen: (panel: Panel) => void;
  readonly onClose: () => void;
}

const icons: Readonly<Record<Panel, string>> = {
  urge: bellIcon,
  withdraw: banIcon,
  reopen: refreshIcon,
  rate: starIcon,
  close: checkIcon,
  transition: arrowRightIcon,
};

/** The buttons for what may be done, and below them the panel of the one that is open. */
export function actionBar(actions: RequestActions, options: PanelOptions): TemplateResult | typeof nothing {
  const { offers, text, format, failure, onOpen, onClose } = options;
  const offered = panels.filter((panel) => isOffered(panel, offers));
  if (offered.length === 0) return failure ? alert(failure) : nothing;
  const until = offers.urgeAllowedAt;
  const button = (panel: Panel) => {
    const waits = panel === "urge" && until !== undefined;
    const open = actions.panel === panel;
    return html`<button
      id="open-${panel}"
      part="action"
      class="button ${panel === "rate" ? "primary" : ""}"
      type="button"
      aria-expanded=${open}
      aria-disabled=${waits}
      aria-describedby=${waits ? "urge-wait" : nothing}
      @click=${() => waits || (open ? onClose() : onOpen(panel))}
    >
      ${icon(icons[panel])}${text[panel]}
    </button>`;
  };
  const shown = offered.find((panel) => panel === actions.panel);
  return html`<section part="actions" class="section actions" aria-labelledby="actions-title">
    <h3 id="actions-title" class="section-title">${text.actions}</h3>
    <div class="buttons">${offered.map(button)}</div>
    ${
      until === undefined
        ? nothing
        : html`<p id="urge-wait" class="hint">${text.urgeWait(format.relative(until), format.dateTime(until))}</p>`
    }
    ${shown ? panelOf(shown, actions, options) : failure ? alert(failure) : nothing}
  </section>`;
}

const panels: readonly Panel[] = ["rate", "close", "urge", "transition", "reopen", "withdraw"];

function isOffered(panel: Panel, offers: Offers): boolean {
  return panel === "transition" ? offers.transitions.length > 0 : offers[panel];
}

function panelOf(panel: Panel, actions: RequestActions, options: PanelOptions): TemplateResult {
  const { text, failure, onClose } = options;
  const { missing } = actions;
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  const sending = actions.acting.pending;
  const fault = missing ? text.required[missing as keyof TrackerStrings["required"]] : failure;
  return html`<div part="panel" class="panel" role="group" aria-labelledby=${panel === "rate" ? "question" : "panel-title"} @keydown=${close}>
    ${panel === "rate" ? ratePanel(actions, options) : writtenPanel(panel, actions, options)}
    ${fault ? alert(fault) : nothing}
    <div class="buttons">
      <button
        part="submit"
        class="button ${panel === "withdraw" ? "danger" : "primary"}"
        type="button"
        aria-disabled=${sending}
        @click=${() => void actions.submit()}
      >
        ${sending ? text.sending : panel === "rate" ? options.scoreText.send : text[panel]}
      </button>
      <button class="button quiet" type="button" @click=${onClose}>${text.cancel}</button>
    </div>
  </div>`;
}

function ratePanel(actions: RequestActions, { format, scoreText }: PanelOptions): TemplateResult {
  const { score } = actions.draft;
  return html`<p id="question" class="panel-title">${scoreText.question.csat}</p>
    ${scoreScale({ metric: "csat", score, text: scoreText, format, required: true, onChoose: (chosen) => actions.write({ score: chosen }) })}
    ${textField(actions, { label: scoreText.comment, hint: undefined, optional: scoreText.optional, maxLength: 2000 })}`;
}

function writtenPanel(
  panel: Exclude<Panel, "rate">,
  actions: RequestActions,
  options: PanelOptions,
): TemplateResult {
  const { text } = options;
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
    ${panel === "transition" ? stateField(actions, options) : nothing}
    ${textField(actions, {
      label: resolving ? text.resolutionLabel : text.reason,
      hint: panel === "transition" ? text.reasonHint : undefined,
      optional: needed ? undefined : text.optional,
      maxLength: resolving ? 4000 : 500,
    })}`;
}

function stateField(actions: RequestActions, { offers, text, words }: PanelOptions): TemplateResult {
  const { to } = actions.draft;
  return html`<label class="field">
    <span class="label">${text.newState}</span>
    <select
      class="input"
      aria-invalid=${actions.missing === "state"}
      @change=${(event: Event) => actions.write({ to: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${to === ""}></option>
      ${offers.transitions.map((state) => html`<option value=${state} ?selected=${to === state}>${words.states[state] ?? state}</option>`)}
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
    <span class="label">${label} ${optional ? html`<span class="hint">(${optional})</span>` : nothing}</span>
    <textarea
      class="input"
      rows="3"
      maxlength=${maxLength}
      aria-required=${optional === undefined}
      aria-invalid=${actions.missing === "reason" || actions.missing === "resolution"}
      .value=${live(actions.draft.text)}
      @input=${(event: Event) => actions.write({ text: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </label>`;
}

/** What went wrong, told at once. */
export function alert(message: string): TemplateResult {
  return html`<p part="failure" class="invalid" role="alert">${message}</p>`;
}
