import type { GaugeStrings } from "./satisfaction-gauge.strings.js";

const strings: GaugeStrings = {
  metrics: { csat: "客戶滿意度", nps: "淨推薦值", ces: "客戶費力度", index: "滿意度指數" },
  noAnswers: "暫無評價",
  target: "目標",
  interval: (level) => `${level}${level ? " " : ""}信賴區間`,
  noInterval: "暫無",
  sample: "樣本",
  answers: (_count, number) => `${number} 份評價`,
  smallSample: (needed) => (needed ? `樣本較小，少於 ${needed} 份，僅供參考。` : "樣本較小，僅供參考。"),
  points: (change) => `${change} 點`,
  sincePrevious: "較上期",
  withinChance: "在誤差範圍內",
  trend: { up: "上升", flat: "持平", down: "下降" },
  definition: "指標說明",
};

export default strings;
