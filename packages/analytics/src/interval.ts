/** A two-sided confidence interval. Bounds are in the figure's own unit. */
export interface Interval {
  low: number;
  high: number;
  /** Confidence, such as 0.95. */
  level: number;
  method: "wilson" | "normal" | "t";
}

/** A figure with the size of its sample. `value` and `interval` are null when the sample cannot tell them. */
export interface Estimate {
  value: number | null;
  sampleSize: number;
  interval: Interval | null;
}

/** How often each score was given. */
export type Scores = readonly { readonly score: number; readonly count: number }[];

export const defaultLevel = 0.95;

export const size = (scores: Scores): number => scores.reduce((sum, { count }) => sum + count, 0);

/** Mean of `of(score)` over all answers, or NaN without any. */
export const mean = (scores: Scores, of: (score: number) => number): number =>
  scores.reduce((sum, { score, count }) => sum + of(score) * count, 0) / size(scores);

/** Mean squared deviation of `of(score)` over all answers (divisor n), or NaN without any. */
export const variance = (scores: Scores, of: (score: number) => number): number => {
  const center = mean(scores, of);
  return mean(scores, (score) => (of(score) - center) ** 2);
};
