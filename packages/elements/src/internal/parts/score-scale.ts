import { html, type TemplateResult } from "lit";
import type { Formats } from "../format.js";
import { icon, starIcon } from "../primitives/icon.js";
import { type RatingMetric, scores } from "./score-scale.model.js";
import type { ScoreStrings } from "./score-scale.strings.js";

export interface ScoreScaleOptions {
  readonly metric: RatingMetric;
  readonly score: number | null;
  readonly text: ScoreStrings;
  readonly format: Formats;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly onChoose: (score: number) => void;
}

/** The answers of a scale, as five stars or a row of numbers. An element of id `question` in the same root names it. */
export function scoreScale(options: ScoreScaleOptions): TemplateResult {
  const { metric, text, disabled = false, required = false, onChoose } = options;
  return html`<div class="scale">
    <div
      part="options"
      class="options ${metric} ${disabled ? "disabled" : ""}"
      role="radiogroup"
      aria-labelledby="question"
      aria-describedby="ends"
      aria-required=${required}
      @keydown=${onArrow}
      @change=${(event: Event) => onChoose(Number((event.target as HTMLInputElement).value))}
    >
      ${scores(metric).map((score) => option(score, options))}
    </div>
    <p part="ends" class="ends" id="ends"><span>${text.least[metric]}</span><span>${text.most[metric]}</span></p>
  </div>`;
}

/** WebKit's own arrow keys go against the reading direction of a page in Arabic. */
function onArrow(event: KeyboardEvent): void {
  const group = event.currentTarget as Element;
  const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
  if (!step || !group.matches(":dir(rtl)")) return;
  const inputs = [...group.querySelectorAll("input")];
  const next = inputs.at((inputs.indexOf(event.target as HTMLInputElement) + step) % inputs.length);
  event.preventDefault();
  next?.focus();
  next?.click();
}

function option(
  score: number,
  { metric, score: chosen, text, format, disabled = false }: ScoreScaleOptions,
): TemplateResult {
  const stars = metric === "csat";
  const look = stars
    ? `star ${chosen !== null && score <= chosen ? "lit" : ""}`
    : `cell ${score === chosen ? "chosen" : ""}`;
  const number = format.number(score);
  return html`<label class="option ${look}">
    <input
      type="radio"
      name="score"
      .value=${String(score)}
      .checked=${score === chosen}
      ?disabled=${disabled}
      aria-label=${stars ? `${number}, ${text.words[score - 1]}` : number}
    />
    ${stars ? icon(starIcon) : number}
  </label>`;
}
