import type { Rating } from "@portico/contract";
import { expect } from "chai";
import { scores } from "../internal/parts/score-scale.model.js";
import { ratingMetric, ratingView, validScore } from "./rating.model.js";

describe("rating model", () => {
  it("has the contract's scales", () => {
    expect(scores("csat")).to.deep.equal([1, 2, 3, 4, 5]);
    expect(scores("nps")).to.have.length(11);
    expect(scores("ces").at(-1)).to.equal(7);
  });

  it("takes an unknown metric for satisfaction", () => {
    for (const metric of ["mood", "", null, undefined, 4, "toString"])
      expect(ratingMetric(metric)).to.equal("csat");
  });

  it("takes only an answer of the scale for a score", () => {
    expect(validScore("nps", 0)).to.equal(0);
    for (const score of [0, 6, 2.5, Number.NaN, "3", null, undefined])
      expect(validScore("csat", score)).to.equal(null);
  });

  it("shows what the backend has, also where it knows another scale", () => {
    const rating = { metric: "mood", score: 70, scale: { minimum: 0, maximum: 100 } } as Rating;
    expect(ratingView(rating)).to.include({ metric: "csat", score: 70, maximum: 100, comment: undefined });
  });

  it("survives a rating without anything in it", () => {
    expect(ratingView({} as Rating)).to.include({ metric: "csat", score: 0, maximum: 5, comment: undefined });
    expect(ratingView({ score: "x", scale: null, comment: 5 } as unknown as Rating)).to.include({
      score: 0,
      maximum: 5,
    });
  });
});
