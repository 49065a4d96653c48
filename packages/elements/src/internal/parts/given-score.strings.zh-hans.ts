import type { GivenScoreStrings } from "./given-score.strings.js";

const strings: GivenScoreStrings = {
  outOf: (score, maximum) => `${score} 分，满分 ${maximum} 分`,
};

export default strings;
