import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ces, csat, nps, type Scores, trend } from "./index.js";

const answers = (...pairs: [score: number, count: number][]): Scores =>
  pairs.map(([score, count]) => ({ score, count }));

const scores = (minimum: number, maximum: number) =>
  fc.array(
    fc.record({ score: fc.integer({ min: minimum, max: maximum }), count: fc.integer({ min: 1, max: 500 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );

describe("csat", () => {
  it("is the share of the two best scores, with Wilson's interval", () => {
    // 81 of 263: the worked example of Newcombe (1998), table I, method 3.
    const { value, interval } = csat(answers([5, 81], [1, 182]));
    expect(value).toBeCloseTo(30.8, 1);
    expect(interval?.low).toBeCloseTo(25.53, 2);
    expect(interval?.high).toBeCloseTo(36.62, 2);
  });

  it("has a bounded interval even when nobody or everybody is satisfied", () => {
    // 0 of 20 and 20 of 20, ibid.
    expect(csat(answers([1, 20])).interval).toMatchObject({ low: 0 });
    expect(csat(answers([1, 20])).interval?.high).toBeCloseTo(16.11, 2);
    expect(csat(answers([5, 20])).interval).toMatchObject({ high: 100 });
  });

  it("says nothing without answers", () => {
    expect(csat([])).toEqual({ value: null, sampleSize: 0, interval: null });
  });
});

describe("nps", () => {
  it("is promoters less detractors", () => {
    const { value, sampleSize, interval } = nps(answers([10, 50], [8, 30], [3, 20]));
    expect(value).toBeCloseTo(30, 10);
    expect(sampleSize).toBe(100);
    // variance 0.5 + 0.2 - 0.3² = 0.61; 1.96 · √0.0061 = 0.1531
    expect(interval?.low).toBeCloseTo(14.69, 2);
    expect(interval?.high).toBeCloseTo(45.31, 2);
  });

  it("has no interval for a single answer", () => {
    expect(nps(answers([10, 1]))).toEqual({ value: 100, sampleSize: 1, interval: null });
  });
});

describe("ces", () => {
  it("is the mean with Student's interval", () => {
    // 4, 5, 6: mean 5, s = 1, t(0.975; 2) = 4.3027, half width 2.4841
    const { value, interval } = ces(answers([4, 1], [5, 1], [6, 1]));
    expect(value).toBe(5);
    expect(interval?.low).toBeCloseTo(2.516, 3);
    expect(interval?.high).toBe(7);
  });
});

describe("every figure", () => {
  it.each([
    ["csat", csat, 1, 5, 0, 100],
    ["nps", nps, 0, 10, -100, 100],
    ["ces", ces, 1, 7, 1, 7],
  ] as const)(
    "%s lies in its interval and the interval in its scale",
    (_name, figure, least, most, low, high) => {
      fc.assert(
        fc.property(scores(least, most), (given) => {
          const { value, interval } = figure(given);
          if (value === null || interval === null) return;
          expect(interval.low).toBeGreaterThanOrEqual(low);
          expect(interval.high).toBeLessThanOrEqual(high);
          expect(value).toBeGreaterThanOrEqual(interval.low - 1e-9);
          expect(value).toBeLessThanOrEqual(interval.high + 1e-9);
        }),
      );
    },
  );

  it("gets a narrower interval from a larger sample of the same answers", () => {
    fc.assert(
      fc.property(scores(1, 5), (given) => {
        const width = (n: number) => {
          const { interval } = csat(given.map(({ score, count }) => ({ score, count: count * n })));
          return (interval?.high ?? 0) - (interval?.low ?? 0);
        };
        expect(width(4)).toBeLessThan(width(1));
      }),
    );
  });
});

describe("trend", () => {
  it("calls a large difference of large samples significant", () => {
    const now = csat(answers([5, 900], [1, 100]));
    const before = csat(answers([5, 800], [1, 200]));
    expect(trend(now, before)).toMatchObject({ direction: "up", significant: true });
    expect(trend(before, now)?.change).toBeCloseTo(-10, 10);
  });

  it("does not call the same difference of small samples significant", () => {
    expect(trend(csat(answers([5, 9], [1, 1])), csat(answers([5, 8], [1, 2])))).toMatchObject({
      significant: false,
    });
  });

  it("is null without a figure before", () => {
    expect(trend(csat(answers([5, 9])), csat([]))).toBeNull();
  });
});
