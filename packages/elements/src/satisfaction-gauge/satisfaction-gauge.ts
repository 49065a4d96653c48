import type { SatisfactionIndex } from "@portico/contract";
import { html, nothing, svg } from "lit";
import { CrmElement } from "../internal/crm-element.js";
import { labelOf } from "../internal/localize.js";
import { badge } from "../internal/primitives/badge.js";
import {
  arrowDownIcon,
  arrowRightIcon,
  arrowUpIcon,
  chevronRightIcon,
  icon,
} from "../internal/primitives/icon.js";
import { property } from "../internal/property.js";
import { type ElementState, ResourceController } from "../internal/resource-controller.js";
import { badgeStyles } from "../internal/styles/badge.styles.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { type GaugeTrend, type GaugeView, gaugeView, isUnanswered } from "./satisfaction-gauge.model.js";
import { type GaugeStrings, gaugeStrings } from "./satisfaction-gauge.strings.js";
import { gaugeStyles } from "./satisfaction-gauge.styles.js";

const radius = 84;
const arc = `M16 96A${radius} ${radius} 0 0 1 184 96`;
const trendIcons = { up: arrowUpIcon, flat: arrowRightIcon, down: arrowDownIcon };

/**
 * Shows how satisfied customers are: a figure on its scale with its target, and beside it the sample and the interval
 * that say how far to trust it. CSAT, NPS, CES and a backend's own indices; grey while the sample is small.
 *
 * @operation getSatisfactionIndex
 * @operation streamChanges
 *
 * @slot initial - Replaces the view before there is anything to load.
 * @slot loading - Replaces the skeleton.
 * @slot empty - Replaces the view of an index without answers.
 * @slot stale - Replaces the notice over a figure that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such index.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart title - The name of the index.
 * @csspart meter - The arc with its figure.
 * @csspart value - The figure.
 * @csspart trend - The change against the period before.
 * @csspart facts - Target, interval and sample.
 * @csspart ends - The least and the most there may be.
 * @csspart note - The warning that the sample is small.
 * @csspart definition - The disclosure of how the figure is made.
 * @csspart badge - The change within the trend.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the figure.
 * @csspart banner - The notice over an old figure.
 * @csspart retry - The button that tries again.
 *
 * @cssstate initial - Nothing to load from yet.
 * @cssstate loading - The first answer is awaited.
 * @cssstate ready - The figure is shown.
 * @cssstate empty - The index has no answers yet.
 * @cssstate stale - The figure is shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in.
 * @cssstate forbidden - The visitor may not see the index.
 * @cssstate not-found - There is no such index.
 * @cssstate offline - There is no connection.
 * @cssstate error - Loading failed.
 *
 * @cssproperty [--crm-gauge-size=200px] - Widest the arc may become.
 * @cssproperty [--crm-color-accent] - The filled arc.
 *
 * @keyboard {Tab} - Goes to the definition and, after a failure, to the button that tries again.
 * @keyboard {Enter|Space} definition - Opens and closes it.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-satisfaction-gauge index-id="idx_utility_csat"></crm-satisfaction-gauge>
 * <crm-satisfaction-gauge index-id="idx_utility_nps" compact></crm-satisfaction-gauge>
 * ```
 */
export class CrmSatisfactionGauge extends CrmElement<SatisfactionIndex> {
  static override styles = [baseStyles, cardStyles, badgeStyles, gaugeStyles];

  protected override readonly resource = new ResourceController(this, this.context, {
    args: () => (this.indexId ? ([this.indexId] as const) : undefined),
    load: (client, [id], signal) => client.satisfactionIndices.get(id, { signal }),
    given: () => this.index,
    empty: isUnanswered,
    watch: ([id]) => ({ subject: id }),
  });

  /** Id of the index to load and follow. */
  @property({ attribute: "index-id" }) indexId: string | null = null;

  /** An index to show instead of loading one. */
  @property({ attribute: false }) index: SatisfactionIndex | null = null;

  /** Draws one line: a small arc, the figure and its change. */
  @property({ type: Boolean }) compact = false;

  protected override renderValue(index: SatisfactionIndex): unknown {
    const view = gaugeView(index);
    const text = this.text(gaugeStrings);
    const title = this.#title(index, view.metric, text);
    const reliability = view.reliable ? "" : "unreliable";
    if (this.compact) {
      return html`<div part="card" class="card gauge compact ${reliability}">
        ${this.#renderMeter(view, title, text)}
        <div class="text">
          <p part="title" class="small muted">${title}</p>
          <div part="value" class="value"><bdi>${this.#figure(view, view.value)}</bdi></div>
        </div>
        ${view.trend ? this.#renderTrend(view.trend, text) : nothing}
      </div>`;
    }
    return html`<div part="card" class="card gauge full ${reliability}">
      <p part="title" class="card-title">${title}</p>
      <div>
        ${this.#renderMeter(view, title, text)}
        ${view.trend ? this.#renderTrend(view.trend, text) : nothing}
      </div>
      ${this.#renderFacts(view, text)}
      ${view.reliable ? nothing : html`<p part="note" class="note">${text.smallSample(this.#count(view.minimumSample))}</p>`}
      ${this.#renderDefinition(index, text)}
    </div>`;
  }

  protected override renderEmpty(index: SatisfactionIndex): unknown {
    const text = this.text(gaugeStrings);
    return html`<slot name="empty">
      <div part="card" class="card">
        <p part="title" class="card-title">${this.#title(index, index.metric, text)}</p>
        <div class="figure">
          ${drawing(nothing)}
          <p class="reading muted">${text.noAnswers}</p>
        </div>
        ${this.#renderDefinition(index, text)}
      </div>
    </slot>`;
  }

  protected override renderSkeleton(): unknown {
    return html`<div class="card">
      <div class="bone title"></div>
      <div class="bone dome"></div>
      <div class="bone area"></div>
      <div class="bone short"></div>
    </div>`;
  }

  protected override stateMessage(state: ElementState, previous: ElementState | undefined): string {
    return state === "empty" ? this.text(gaugeStrings).noAnswers : super.stateMessage(state, previous);
  }

  #title({ labels }: SatisfactionIndex, metric: string, text: GaugeStrings): string {
    return labelOf(labels, this.locale) ?? text.metrics[metric] ?? metric;
  }

  #renderMeter(view: GaugeView, title: string, text: GaugeStrings): unknown {
    const knob = pointAt(view.position, radius);
    return html`<div
        part="meter"
        class="figure"
        role="meter"
        aria-label=${title}
        aria-valuemin=${view.minimum}
        aria-valuemax=${view.maximum}
        aria-valuenow=${view.value}
        aria-valuetext=${this.#valueText(view, text)}
      >
        ${drawing(svg`
          ${view.interval ? segment("band", view.interval.from, view.interval.to) : nothing}
          ${segment("fill", Math.min(view.origin, view.position), Math.max(view.origin, view.position))}
          ${view.target ? targetMark(view.target.position) : nothing}
          <circle class="knob" cx=${knob.x} cy=${knob.y} r="8" />
        `)}
        ${this.compact ? nothing : html`<div part="value" class="reading value"><bdi>${this.#figure(view, view.value)}</bdi></div>`}
      </div>
      ${
        this.compact
          ? nothing
          : html`<div class="figure ends" part="ends" aria-hidden="true">
              <bdi>${this.#figure(view, view.minimum)}</bdi><bdi>${this.#figure(view, view.maximum)}</bdi>
            </div>`
      }`;
  }

  #renderTrend(trend: GaugeTrend, text: GaugeStrings): unknown {
    const change = html`${icon(trendIcons[trend.direction])}<bdi>${text.points(this.#signed(trend.change))}</bdi>`;
    return html`<div part="trend" class="trend">
      ${badge(change, trend.tone)}
      <span>${trend.withinChance ? text.withinChance : text.sincePrevious}</span>
    </div>`;
  }

  #renderFacts(view: GaugeView, text: GaugeStrings): unknown {
    const { target, interval, sampleSize } = view;
    const level = interval?.level === undefined ? "" : this.format.percent(interval.level);
    const range = interval && `${this.#figure(view, interval.low)} – ${this.#figure(view, interval.high)}`;
    return html`<dl part="facts" class="facts">
      ${target ? fact(text.target, this.#figure(view, target.value)) : nothing}
      ${fact(text.interval(level), range ?? text.noInterval)}
      ${sampleSize === undefined ? nothing : fact(text.sample, text.answers(sampleSize, this.#count(sampleSize)))}
    </dl>`;
  }

  #renderDefinition(index: SatisfactionIndex, text: GaugeStrings): unknown {
    const definition = labelOf(index.definition, this.locale);
    if (!definition) return nothing;
    return html`<details part="definition"><summary>${icon(chevronRightIcon)}${text.definition}</summary><p>${definition}</p></details>`;
  }

  #valueText(view: GaugeView, text: GaugeStrings): string {
    const { target, trend, sampleSize } = view;
    const words = [this.#figure(view, view.value)];
    if (target) words.push(`${text.target} ${this.#figure(view, target.value)}`);
    if (trend) words.push(`${text.trend[trend.direction]} ${text.points(this.#signed(trend.change))}`);
    if (sampleSize !== undefined) words.push(text.answers(sampleSize, this.#count(sampleSize)));
    return words.join(", ");
  }

  #figure(view: GaugeView, value: number): string {
    return view.percent
      ? this.format.percent(value / 100, 1)
      : this.format.number(value, { maximumFractionDigits: 1 });
  }

  #signed(change: number): string {
    return this.format.number(change, { signDisplay: "exceptZero", maximumFractionDigits: 1 });
  }

  #count(count: number | undefined): string {
    return count === undefined ? "" : this.format.number(count);
  }
}

/** The arc with what is marked on it. */
function drawing(marks: unknown): unknown {
  return html`<svg class="arc" viewBox="0 0 200 104" aria-hidden="true"><path class="track" d=${arc} />${marks}</svg>`;
}

/** A point of the arc; presentation attributes carry the geometry, because a strict policy forbids inline styles. */
function pointAt(position: number, distance: number): { readonly x: number; readonly y: number } {
  const angle = Math.PI * (1 - position);
  return { x: round(100 + distance * Math.cos(angle)), y: round(96 - distance * Math.sin(angle)) };
}

function segment(name: "band" | "fill", from: number, to: number): unknown {
  if (to <= from) return nothing;
  return svg`<path
    class=${name}
    d=${arc}
    pathLength="100"
    stroke-dasharray="${round((to - from) * 100)} 200"
    stroke-dashoffset=${round(-from * 100)}
  />`;
}

/** Outside the arc, where neither the knob nor the interval can cover it. */
function targetMark(position: number): unknown {
  const inner = pointAt(position, radius + 8);
  const outer = pointAt(position, radius + 15);
  return svg`<line class="target-mark" x1=${inner.x} y1=${inner.y} x2=${outer.x} y2=${outer.y} />`;
}

function fact(term: string, value: string): unknown {
  return html`<dt>${term}</dt><dd><bdi>${value}</bdi></dd>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-satisfaction-gauge": CrmSatisfactionGauge;
  }
}
