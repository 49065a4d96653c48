import { ces, cesScale, csat, type Estimate, meanScore, nps, type Scores, trend } from "@portico/analytics";
import type { IndexPoint, SatisfactionIndex, Scale } from "@portico/contract";
import type { SatisfactionIndexRecord } from "../records.js";
import { dayOf, lastDayOf, monthAfter, monthOf } from "./calendar.js";

const periodMonths = 3;
const seriesMonths = 18;

/** The scale of one answer. */
export const answerScales: Record<string, Scale> = {
  csat: { minimum: 1, maximum: 5, unit: "points" },
  nps: { minimum: 0, maximum: 10, unit: "points" },
  ces: { ...cesScale, unit: "points" },
};

/** The scale of the figure that many answers give. */
const figureScales: Record<string, Scale> = {
  csat: { minimum: 0, maximum: 100, unit: "percent" },
  nps: { minimum: -100, maximum: 100, unit: "points" },
  ces: { ...cesScale, unit: "points" },
  index: { minimum: 0, maximum: 100, unit: "points" },
};

const estimates: Record<string, (scores: Scores) => Estimate> = {
  csat: (scores) => csat(scores),
  nps: (scores) => nps(scores),
  ces: (scores) => ces(scores),
  index: (scores) => meanScore(scores, { minimum: 0, maximum: 100 }),
};

type Figures = Pick<
  SatisfactionIndex,
  "value" | "scale" | "sampleSize" | "minimumSample" | "reliable" | "interval" | "trend" | "from" | "to"
>;

/** The figure of the last three calendar months, the running one included, against the three months before. */
export function figures(index: SatisfactionIndexRecord, now: Date): Figures {
  const month = monthOf(now);
  const from = monthAfter(month, 1 - periodMonths);
  const current = estimate(index, from, month);
  const previous = estimate(index, monthAfter(from, -periodMonths), monthAfter(from, -1));
  return {
    ...current,
    scale: figureScales[index.metric] ?? { minimum: 0, maximum: 100 },
    minimumSample: index.minimumSample,
    reliable: current.sampleSize >= index.minimumSample,
    trend: trend(current, previous),
    from: `${from}-01`,
    to: dayOf(now),
  };
}

/** The figure month by month for a year and a half, oldest first, the running month last. */
export function series(index: SatisfactionIndexRecord, now: Date): IndexPoint[] {
  const last = monthOf(now);
  return Array.from({ length: seriesMonths }, (_, i) => {
    const month = monthAfter(last, i + 1 - seriesMonths);
    return { from: `${month}-01`, to: lastDayOf(month), ...estimate(index, month, month) };
  });
}

function estimate({ metric, counts }: SatisfactionIndexRecord, from: string, to: string): Estimate {
  const inPeriod = counts.filter(({ month }) => from <= month && month <= to);
  const of = estimates[metric];
  if (!of) throw new Error(`There is no method for ${metric}`);
  return of(inPeriod);
}
