import type { Rating } from "@portico/contract";

/** What can be asked, with the range of its answers as the contract has it. */
export const ratingScales = {
  csat: { minimum: 1, maximum: 5 },
  nps: { minimum: 0, maximum: 10 },
  ces: { minimum: 1, maximum: 7 },
} as const;

export type RatingMetric = keyof typeof ratingScales;

/** A metric of ours; an unknown one is asked as satisfaction. */
export function ratingMetric(metric: unknown): RatingMetric {
  return Object.hasOwn(ratingScales, String(metric)) ? (metric as RatingMetric) : "csat";
}

/** Every possible answer, least first. */
export function scores(metric: RatingMetric): readonly number[] {
  const { minimum, maximum } = ratingScales[metric];
  return Array.from({ length: maximum - minimum + 1 }, (_, offset) => minimum + offset);
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
