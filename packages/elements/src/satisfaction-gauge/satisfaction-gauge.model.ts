import type { SatisfactionIndex } from "@portico/contract";
import type { Tone } from "../internal/primitives/badge.js";

/** Positions are shares of the arc, from 0 at its start to 1 at its end. */
export interface GaugeView {
  readonly metric: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly percent: boolean;
  readonly value: number;
  readonly position: number;
  /** Where the filled arc begins: at zero when the scale goes below it, else at the scale's start. */
  readonly origin: number;
  readonly target?: { readonly value: number; readonly position: number };
  readonly interval?: GaugeInterval;
  readonly trend?: GaugeTrend;
  readonly sampleSize?: number;
  readonly minimumSample?: number;
  /** False when the sample is too small to trust the figure. */
  readonly reliable: boolean;
}

export interface GaugeInterval {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  /** Confidence, as a share of one. */
  readonly level?: number;
}

export interface GaugeTrend {
  readonly direction: "up" | "flat" | "down";
  readonly change: number;
  readonly tone: Tone;
  readonly withinChance: boolean;
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

const usualRanges: Readonly<Record<string, Range>> = {
  nps: { minimum: -100, maximum: 100 },
  ces: { minimum: 1, maximum: 7 },
};
const hundred: Range = { minimum: 0, maximum: 100 };

/** True when there is no figure to show, only the place for one. */
export function isUnanswered(index: SatisfactionIndex): boolean {
  return !isNumber(index.value);
}

/** Reads an index defensively: what is missing or broken is left out, never guessed. */
export function gaugeView(index: SatisfactionIndex): GaugeView {
  const { metric, scale, target, interval, trend, sampleSize, minimumSample } = index;
  const { minimum, maximum } = range(metric, scale);
  const place = (value: number) => Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
  const value = isNumber(index.value) ? index.value : minimum;
  return {
    metric: String(metric ?? "index"),
    minimum,
    maximum,
    percent: scale?.unit ? scale.unit === "percent" : metric === "csat",
    value,
    position: place(value),
    origin: minimum < 0 ? place(0) : 0,
    ...(isNumber(target) ? { target: { value: target, position: place(target) } } : {}),
    ...intervalOf(interval, place),
    ...trendOf(trend),
    ...(isNumber(sampleSize) ? { sampleSize } : {}),
    ...(isNumber(minimumSample) ? { minimumSample } : {}),
    reliable: index.reliable !== false,
  };
}

function range(metric: unknown, scale: Partial<Range> | null | undefined): Range {
  const { minimum, maximum } = scale ?? {};
  if (isNumber(minimum) && isNumber(maximum) && minimum < maximum) return { minimum, maximum };
  return usualRanges[String(metric)] ?? hundred;
}

function intervalOf(
  interval: SatisfactionIndex["interval"],
  place: (value: number) => number,
): { readonly interval?: GaugeInterval } {
  if (!interval || !isNumber(interval.low) || !isNumber(interval.high) || interval.low > interval.high)
    return {};
  const { low, high, level } = interval;
  return {
    interval: { low, high, from: place(low), to: place(high), ...(isNumber(level) ? { level } : {}) },
  };
}

const tones = { up: "success", flat: "neutral", down: "danger" } as const;

function trendOf(trend: SatisfactionIndex["trend"]): { readonly trend?: GaugeTrend } {
  if (!trend || !isNumber(trend.change)) return {};
  const { change } = trend;
  const direction = change > 0 ? "up" : change < 0 ? "down" : "flat";
  const withinChance = trend.significant === false;
  return { trend: { direction, change, withinChance, tone: withinChance ? "neutral" : tones[direction] } };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
