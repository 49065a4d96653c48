import type { SatisfactionIndex } from "@portico/contract";
import { expect } from "chai";
import { gaugeView, isUnanswered } from "./satisfaction-gauge.model.js";

const indexOf = (members: object) => members as SatisfactionIndex;

describe("gauge model", () => {
  it("places value, target and interval on the arc", () => {
    const view = gaugeView(
      indexOf({
        metric: "csat",
        value: 75,
        scale: { minimum: 0, maximum: 100 },
        target: 90,
        interval: { low: 70, high: 80, level: 0.95 },
      }),
    );
    expect(view.position).to.equal(0.75);
    expect(view.target).to.deep.equal({ value: 90, position: 0.9 });
    expect(view.interval).to.deep.equal({ low: 70, high: 80, from: 0.7, to: 0.8, level: 0.95 });
  });

  it("fills a scale with negative figures from zero", () => {
    const view = gaugeView(indexOf({ metric: "nps", value: -20, scale: { minimum: -100, maximum: 100 } }));
    expect(view.origin).to.equal(0.5);
    expect(view.position).to.equal(0.4);
  });

  it("knows the usual scale of a metric when the backend tells none", () => {
    expect(gaugeView(indexOf({ metric: "ces", value: 4 }))).to.include({
      minimum: 1,
      maximum: 7,
      position: 0.5,
    });
    expect(gaugeView(indexOf({ metric: "csat", value: 50 }))).to.include({
      minimum: 0,
      maximum: 100,
      percent: true,
    });
    expect(gaugeView(indexOf({ metric: "mood", value: 50 }))).to.include({
      metric: "mood",
      maximum: 100,
      percent: false,
    });
  });

  it("keeps a figure beyond its scale within the arc", () => {
    expect(gaugeView(indexOf({ metric: "csat", value: 140 }))).to.include({ value: 140, position: 1 });
  });

  it("calls a falling figure bad unless chance explains it", () => {
    const down = { direction: "down", change: -2, previousValue: 3 };
    expect(gaugeView(indexOf({ value: 1, trend: down })).trend?.tone).to.equal("danger");
    expect(gaugeView(indexOf({ value: 1, trend: { ...down, significant: false } })).trend?.tone).to.equal(
      "neutral",
    );
  });

  for (const [name, members] of Object.entries({
    "an empty object": {},
    "nulls everywhere": {
      metric: null,
      value: null,
      scale: null,
      target: null,
      interval: null,
      trend: null,
      sampleSize: null,
    },
    "wrong types": {
      metric: 7,
      value: "92",
      scale: "0-100",
      target: {},
      interval: [],
      trend: "up",
      sampleSize: "many",
    },
    "a scale upside down": { value: 5, scale: { minimum: 9, maximum: 1 }, interval: { low: 8, high: 2 } },
    "figures that are none": {
      value: Number.NaN,
      scale: { minimum: 0, maximum: Infinity },
      trend: { change: Number.NaN },
    },
  })) {
    it(`survives ${name}`, () => {
      const view = gaugeView(indexOf(members));
      expect(view.position).to.be.within(0, 1);
      expect(view.maximum).to.be.greaterThan(view.minimum);
      expect(view.interval).to.equal(undefined);
      expect(view.trend).to.equal(undefined);
    });
  }

  it("takes only a number for an answer", () => {
    expect(isUnanswered(indexOf({ value: null }))).to.equal(true);
    expect(isUnanswered(indexOf({}))).to.equal(true);
    expect(isUnanswered(indexOf({ value: 0 }))).to.equal(false);
  });
});
