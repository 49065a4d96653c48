import type { ServiceRequest } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
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
  /** Judgements whose reasons are open: what stands behind a closed disclosure is not drawn. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (judgement: string, event: Event) => void;
}

/** The word for a code: the backend's own, else ours, else the code itself. */
export function word({ text, locale }: Draw, list: string, code: string, labels?: Labels): string {
  return textOf(labelOf(labels, locale)) ?? own(own(text.codes, list), code) ?? code;
}

export const markBadge = (draw: Draw, { list, code, labels, tone }: Mark) =>
  badge(word(draw, list, code, labels), tone);

export const preferred = ({ text }: Draw) => badge(text.primary);

/** Small facts in a line with dots between them; those that are missing leave no dot. */
export function dotted(facts: readonly unknown[]): TemplateResult {
  const [first, second, ...others] = facts.filter(Boolean);
  if (second === undefined) return html`<bdi>${first}</bdi>`;
  if (others.length === 0)
    return html`<bdi>${first}</bdi><span aria-hidden="true"> · </span><bdi>${second}</bdi>`;
  return html`<bdi>${first}</bdi><span aria-hidden="true"> · </span>${dotted([second, ...others])}`;
}

export const rows = (list: readonly unknown[]) =>
  list.length > 0 ? html`<ul role="list">${list}</ul>` : nothing;

/**
 * A line of any section: what leads it, what it is with a badge, small facts below, and what stands at its end. Here as
 * in all that repeats, no blank stands between tags and few expressions: on a page of many cards each is a node.
 */
export function row(
  lead: unknown,
  title: unknown,
  badge: unknown,
  facts: readonly unknown[],
  end: unknown = nothing,
) {
  return html`<li part="row" class="row line">${lead}<div class="what"><div class="title"><bdi>${title}</bdi>${badge}</div><div class="about"
    >${dotted(facts)}</div></div>${end}</li>`;
}

export const atEnd = (what: unknown) => html`<div class="about line end">${what}</div>`;

/** An icon that leads a row; its words are for those who do not see it. */
export const lead = (path: string, label?: string) =>
  html`<span class="lead">${icon(path)}${label ? html`<span class="visually-hidden">${label}</span>` : nothing}</span>`;

/**
 * A bar that shows the eye what the figure beside it says to everybody. Geometry goes into the path, because a strict
 * policy forbids inline styles.
 */
export function bar(value: number, minimum: number, maximum: number, tone: Tone) {
  const share = Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
  return html`<svg class=${`bar ${tone}`} aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none"
    ><path d=${`M0 0H${share || 0}V1H0Z`} /></svg>`;
}
