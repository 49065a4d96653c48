import type { ServiceRequest } from "@portico/contract";
import { html, nothing } from "lit";
import type { Formats } from "../internal/format.js";
import { type Labels, labelOf } from "../internal/localize.js";
import { textOf } from "../internal/payload.js";
import { badge, type Tone } from "../internal/primitives/badge.js";
import { icon } from "../internal/primitives/icon.js";
import { type Mark, own } from "./customer-card.model.js";
import type { CardStrings } from "./customer-card.strings.js";

/** What every draw function needs besides the value. */
export interface Draw {
  readonly text: CardStrings;
  readonly format: Formats;
  readonly locale: string;
  readonly onSelect: (request: ServiceRequest) => void;
}

/** The word for a code: the backend's own, else ours, else the code itself. */
export function word({ text, locale }: Draw, list: string, code: string, labels?: Labels): string {
  return textOf(labelOf(labels, locale)) ?? own(own(text.codes, list), code) ?? code;
}

export const markBadge = (draw: Draw, { list, code, labels, tone }: Mark) =>
  badge(word(draw, list, code, labels), tone);

export const preferred = ({ text }: Draw) => badge(text.primary);

/** Small facts in a line with dots between them; those that are missing leave no dot. */
export const dotted = (facts: readonly unknown[]) =>
  facts
    .filter(Boolean)
    .map(
      (fact, index) =>
        html`${index > 0 ? html`<span aria-hidden="true"> · </span>` : nothing}<bdi>${fact}</bdi>`,
    );

export const rows = (list: readonly unknown[]) =>
  list.length > 0 ? html`<ul role="list">${list}</ul>` : nothing;

/** A line of any section: what leads it, what it is, small facts below, what stands at its end and what opens under it. */
export function row(
  lead: unknown,
  title: unknown,
  facts: readonly unknown[],
  end?: unknown,
  below?: unknown,
) {
  return html`<li part="row" class="row line">
    ${lead}
    <div class="what"><div class="title"><bdi>${title}</bdi></div><div class="about">${dotted(facts)}</div></div>
    <div class="about line end">${end}</div>
    ${below}
  </li>`;
}

/** An icon that leads a row; its words are for those who do not see it. */
export const lead = (path: string, label = "") =>
  html`<span class="lead">${icon(path)}<span class="visually-hidden">${label}</span></span>`;

/**
 * A bar that shows the eye what the figure beside it says to everybody. Geometry goes into the path, because a strict
 * policy forbids inline styles.
 */
export function bar(value: number, minimum: number, maximum: number, tone: Tone) {
  const share = Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
  return html`<svg class="bar ${tone}" aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none"
    ><path d="M0 0H${share || 0}V1H0Z" /></svg>`;
}
