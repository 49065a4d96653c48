import type { ScoreStrings } from "./score-scale.strings.js";

const strings: ScoreStrings = {
  question: {
    csat: "您對我們的服務滿意嗎？",
    nps: "您有多大可能向他人推薦我們？",
    ces: "辦理此事是否方便？",
  },
  least: { csat: "非常不滿意", nps: "完全不可能", ces: "非常困難" },
  most: { csat: "非常滿意", nps: "非常可能", ces: "非常方便" },
  words: ["非常不滿意", "不滿意", "普通", "滿意", "非常滿意"],
  mainReason: "主要原因是什麼？",
  optional: "選填",
  sendRating: "送出評價",
  sending: "正在送出…",
  thanks: "感謝您的評價。",
  answerRequired: "請選擇一個答案。",
};

export default strings;
