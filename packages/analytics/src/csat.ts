import { defaultLevel, type Estimate, mean, type Scores, size } from "./interval.js";
import { normalQuantile } from "./quantiles.js";

const satisfiedFrom = 4;
const satisfied = (score: number): number => (score >= satisfiedFrom ? 1 : 0);

/**
 * Customer satisfaction in per cent: the share of scores 4 and 5 on a scale from 1 to 5 ("top two boxes"), with the
 * score interval of Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 209-212, which stays within 0 and 100 and holds its level in small samples.
 */
export function csat(scores: Scores, level = defaultLevel): Estimate {
  const sampleSize = size(scores);
  if (sampleSize === 0) return { value: null, sampleSize, interval: null };
  const share = mean(scores, satisfied);
  const { low, high } = wilson(share, sampleSize, level);
  return {
    value: 100 * share,
    sampleSize,
    interval: { low: 100 * low, high: 100 * high, level, method: "wilson" },
  };
}

/** Wilson's bounds of a share (0 to 1) seen in `n` trials. */
export function wilson(share: number, n: number, level = defaultLevel): { low: number; high: number } {
  const z = normalQuantile(level);
  const shrink = 1 + z ** 2 / n;
  const center = (share + z ** 2 / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  // At 0 and 1 the bound is exact; rounding must not carry it past the figure itself.
  return {
    low: Math.min(share, Math.max(0, center - half)),
    high: Math.max(share, Math.min(1, center + half)),
  };
}
