import type { GaugeStrings } from "./satisfaction-gauge.strings.js";

const strings: GaugeStrings = {
  metrics: { csat: "客户满意度", nps: "净推荐值", ces: "客户费力度", index: "满意度指数" },
  noAnswers: "暂无评价",
  target: "目标",
  interval: (level) => `${level}${level ? " " : ""}置信区间`,
  noInterval: "暂无",
  sample: "样本",
  answers: (_count, number) => `${number} 份评价`,
  smallSample: (needed) => (needed ? `样本较小，少于 ${needed} 份，仅供参考。` : "样本较小，仅供参考。"),
  points: (change) => `${change} 点`,
  sincePrevious: "较上期",
  withinChance: "在误差范围内",
  trend: { up: "上升", flat: "持平", down: "下降" },
  definition: "指标说明",
};

export default strings;
