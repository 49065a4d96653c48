import { html, type TemplateResult } from "lit";
import { checkIcon, closeIcon, icon } from "../internal/primitives/icon.js";
import { stepsOf } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";

const ended: ReadonlySet<string> = new Set(["rejected", "cancelled"]);

/** The way from start to end as a row of marks; words tell a screen reader what the marks tell the eye. */
export function steps(state: string, text: TrackerStrings): TemplateResult {
  return html`<ol part="steps" class="steps" aria-label=${text.progress}>
    ${stepsOf(state).map(
      (step) => html`<li
        class="step ${step.status} ${step.state}"
        aria-current=${step.status === "current" ? "step" : "false"}
      >
        <span class="mark">${markOf(step.state, step.status)}</span>
        <span class="step-name">
          ${text.states[step.state] ?? step.state}<span class="visually-hidden">, ${text.steps[step.status]}</span>
        </span>
      </li>`,
    )}
  </ol>`;
}

function markOf(state: string, status: string): unknown {
  if (ended.has(state)) return icon(closeIcon);
  return status === "done" ? icon(checkIcon) : "";
}
