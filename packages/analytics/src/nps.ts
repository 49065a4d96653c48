import { defaultLevel, type Estimate, mean, type Scores, size, variance } from "./interval.js";
import { normalQuantile } from "./quantiles.js";

/** A promoter (9, 10) counts 1, a passive (7, 8) 0, a detractor (0 to 6) -1. */
const weight = (score: number): number => (score >= 9 ? 1 : score <= 6 ? -1 : 0);

/**
 * Net Promoter Score from -100 to 100: the share of promoters less the share of detractors among scores from 0 to 10
 * (Reichheld, F. (2003), "The one number you need to grow", HBR 81(12)). The interval takes the score as the mean of
 * weights 1, 0 and -1, whose variance is p + d - (p - d)², and is cut at the ends of the scale; one answer has none.
 */
export function nps(scores: Scores, level = defaultLevel): Estimate {
  const sampleSize = size(scores);
  if (sampleSize === 0) return { value: null, sampleSize, interval: null };
  const value = 100 * mean(scores, weight);
  if (sampleSize === 1) return { value, sampleSize, interval: null };
  const half = 100 * normalQuantile(level) * Math.sqrt(variance(scores, weight) / sampleSize);
  const interval = {
    low: Math.max(-100, value - half),
    high: Math.min(100, value + half),
    level,
    method: "normal",
  } as const;
  return { value, sampleSize, interval };
}
