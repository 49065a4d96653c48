import { defaultLevel, type Estimate } from "./interval.js";
import { normalQuantile } from "./quantiles.js";

export interface Trend {
  direction: "up" | "flat" | "down";
  /** Difference in the figure's own unit. */
  change: number;
  previousValue: number;
  /** Whether the difference is more than chance would explain. */
  significant: boolean;
}

/**
 * A figure against the one before; null when one of them has no value. The difference is significant when it exceeds
 * z·√(s₁² + s₂²), the two-sample z test for independent estimates with the standard errors s recovered from half the
 * width of the intervals (Altman and Bland (2003), "Interaction revisited: the difference between two estimates",
 * BMJ 326, 219). A difference smaller than `flatBelow` points neither way.
 */
export function trend(
  current: Estimate,
  previous: Estimate,
  flatBelow = 0.05,
  level = defaultLevel,
): Trend | null {
  if (current.value === null || previous.value === null) return null;
  const change = current.value - previous.value;
  const direction = Math.abs(change) < flatBelow ? "flat" : change > 0 ? "up" : "down";
  return {
    direction,
    change,
    previousValue: previous.value,
    significant: significant(change, current, previous, level),
  };
}

function significant(
  change: number,
  { interval: now }: Estimate,
  { interval: before }: Estimate,
  level: number,
): boolean {
  if (!now || !before) return false;
  const error = Math.hypot(standardError(now), standardError(before));
  return Math.abs(change) > normalQuantile(level) * error;
}

const standardError = ({ low, high, level }: { low: number; high: number; level: number }): number =>
  (high - low) / 2 / normalQuantile(level);
