/** What can be asked. */
export type RatingMetric = "csat" | "nps" | "ces";

/** The range of answers as the contract has it. */
export const ratingScales = {
  csat: { minimum: 1, maximum: 5 },
  nps: { minimum: 0, maximum: 10 },
  ces: { minimum: 1, maximum: 7 },
} as const satisfies Record<RatingMetric, object>;

/** Every possible answer, least first. */
export function scores(metric: RatingMetric): readonly number[] {
  const { minimum, maximum } = ratingScales[metric];
  return Array.from({ length: maximum - minimum + 1 }, (_, offset) => minimum + offset);
}
