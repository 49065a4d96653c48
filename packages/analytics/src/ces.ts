import { defaultLevel, type Estimate, mean, type Scores, size, variance } from "./interval.js";
import { studentQuantile } from "./quantiles.js";

const itself = (score: number): number => score;

/** The ends of the scale of the Customer Effort Score 2.0: 7 is "strongly agree that it was made easy". */
export const cesScale = { minimum: 1, maximum: 7 } as const;

/**
 * Customer Effort Score: the mean of answers from 1 to 7 (Dixon, Toman and DeLisi (2013), "The effortless
 * experience"), with Student's interval of a mean, n - 1 degrees of freedom, cut at the ends of the scale; one answer
 * has none.
 */
export const ces = (scores: Scores, level = defaultLevel): Estimate => meanScore(scores, cesScale, level);

/** The mean of answers on any scale, with the same interval: for an index of the backend's own. */
export function meanScore(
  scores: Scores,
  scale: { minimum: number; maximum: number },
  level = defaultLevel,
): Estimate {
  const sampleSize = size(scores);
  if (sampleSize === 0) return { value: null, sampleSize, interval: null };
  const value = mean(scores, itself);
  if (sampleSize === 1) return { value, sampleSize, interval: null };
  const half =
    studentQuantile(level, sampleSize - 1) * Math.sqrt(variance(scores, itself) / (sampleSize - 1));
  const interval = {
    low: Math.max(scale.minimum, value - half),
    high: Math.min(scale.maximum, value + half),
    level,
    method: "t",
  } as const;
  return { value, sampleSize, interval };
}
