import { Catalogue } from "../localize.js";

export const english = {
  question: {
    csat: "How satisfied are you with our service?",
    nps: "How likely are you to recommend us?",
    ces: "How easy was it to get this done?",
  },
  least: { csat: "Very dissatisfied", nps: "Not at all likely", ces: "Very difficult" },
  most: { csat: "Very satisfied", nps: "Very likely", ces: "Very easy" },
  /** The five answers of satisfaction, least first. */
  words: ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"],
  mainReason: "What is the main reason?",
  optional: "optional",
  sendRating: "Send rating",
  sending: "Sending…",
  thanks: "Thank you for your rating.",
  answerRequired: "Please choose an answer.",
};

export type ScoreStrings = typeof english;

export const scoreStrings = new Catalogue<ScoreStrings>(english, {
  "zh-Hans": () => import("./score-scale.strings.zh-hans.js"),
  "zh-Hant": () => import("./score-scale.strings.zh-hant.js"),
  ar: () => import("./score-scale.strings.ar.js"),
});
