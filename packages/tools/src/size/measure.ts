/** What is published, weighed: each entry has a budget, a new one that of its kind. */
export interface Measure {
  /** Stays the same from build to build: the history knows it by this name. */
  readonly what: string;
  /** What must be here before anything shows: the entry and all it imports statically. */
  readonly bytes: number;
  /** What may come later: parts behind a touch or a click, and what follows the feed. Texts of other languages apart. */
  readonly lazy?: number;
  /** In KB of 1000, as the peers' published figures are. */
  readonly budget: number;
}

export const kilobyte = 1000;

export function isWithinBudget({ bytes, budget }: Measure): boolean {
  return bytes <= budget * kilobyte;
}
