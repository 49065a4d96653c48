import type { ScoreStrings } from "./score-scale.strings.js";

const strings: ScoreStrings = {
  question: {
    csat: "您对我们的服务满意吗？",
    nps: "您有多大可能向他人推荐我们？",
    ces: "办理此事是否方便？",
  },
  least: { csat: "非常不满意", nps: "完全不可能", ces: "非常困难" },
  most: { csat: "非常满意", nps: "非常可能", ces: "非常方便" },
  words: ["非常不满意", "不满意", "一般", "满意", "非常满意"],
  mainReason: "主要原因是什么？",
  optional: "选填",
  sendRating: "提交评价",
  sending: "正在提交…",
  thanks: "感谢您的评价。",
  answerRequired: "请选择一个答案。",
};

export default strings;
