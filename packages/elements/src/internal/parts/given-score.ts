import { html, type TemplateResult } from "lit";
import type { Formats } from "../format.js";
import { icon, starIcon } from "../primitives/icon.js";
import type { CommonStrings } from "../strings/common.strings.js";
import { type RatingMetric, scores } from "./score-scale.model.js";

/** A score that was given: stars for the eye, words for everybody. */
export function givenScore(
  metric: RatingMetric,
  score: number,
  maximum: number,
  { text, format }: { readonly text: CommonStrings; readonly format: Formats },
): TemplateResult {
  const stars = metric === "csat" ? scores(metric) : [];
  return html`<p part="given" class="given">
    <span aria-hidden="true">
      ${stars.map((star) => html`<span class="star ${star <= score ? "lit" : ""}">${icon(starIcon)}</span>`)}
    </span>
    ${text.outOf(format.number(score), format.number(maximum))}
  </p>`;
}
