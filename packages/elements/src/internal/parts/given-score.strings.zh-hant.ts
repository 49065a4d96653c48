import type { GivenScoreStrings } from "./given-score.strings.js";

const strings: GivenScoreStrings = {
  outOf: (score, maximum) => `${score} 分，滿分 ${maximum} 分`,
};

export default strings;
