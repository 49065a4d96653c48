import type { ScoreStrings } from "./score-scale.strings.js";

const strings: ScoreStrings = {
  question: {
    csat: "ما مدى رضاك عن خدمتنا؟",
    nps: "ما مدى احتمال أن توصي الآخرين بنا؟",
    ces: "ما مدى سهولة إنجاز طلبك؟",
  },
  least: { csat: "عدم رضا تام", nps: "احتمال ضعيف جدًا", ces: "صعب جدًا" },
  most: { csat: "رضا تام", nps: "احتمال كبير جدًا", ces: "سهل جدًا" },
  words: ["عدم رضا تام", "عدم رضا", "حياد", "رضا", "رضا تام"],
  mainReason: "ما السبب الرئيسي؟",
  optional: "اختياري",
  sendRating: "إرسال التقييم",
  sending: "جارٍ الإرسال…",
  thanks: "شكرًا على تقييمك.",
  answerRequired: "يرجى اختيار إجابة.",
};

export default strings;
