import { Catalogue } from "../localize.js";

export const english = {
  outOf: (score: string, maximum: string) => `${score} out of ${maximum}`,
};

export type GivenScoreStrings = typeof english;

export const givenScoreStrings = new Catalogue<GivenScoreStrings>(english, {
  "zh-Hans": () => import("./given-score.strings.zh-hans.js"),
  "zh-Hant": () => import("./given-score.strings.zh-hant.js"),
});
