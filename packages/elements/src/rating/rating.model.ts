import type { Rating } from "@portico/contract";
import { type RatingMetric, ratingScales, scores } from "../internal/parts/score-scale.model.js";

/** A metric of ours; an unknown one is asked as satisfaction. */
export function ratingMetric(metric: unknown): RatingMetric {
  return Object.hasOwn(ratingScales, String(metric)) ? (metric as RatingMetric) : "csat";
}

/** The score if it is an answer of this scale, else `null`. */
export function validScore(metric: RatingMetric, score: unknown): number | null {
  return typeof score === "number" && scores(metric).includes(score) ? score : null;
}

export interface RatingView {
  readonly metric: RatingMetric;
  readonly score: number;
  readonly maximum: number;
  readonly comment: string | undefined;
}

/** A rating that was given; a figure outside our scales is shown as the backend has it. */
export function ratingView(rating: Rating): RatingView {
  const metric = ratingMetric(rating.metric);
  const { maximum } = rating.scale ?? {};
  return {
    metric,
    score: Number(rating.score) || 0,
    maximum: typeof maximum === "number" ? maximum : ratingScales[metric].maximum,
    comment: typeof rating.comment === "string" && rating.comment ? rating.comment : undefined,
  };
}
