import type { DemoIndex, DemoIndustry } from "../industry.js";
import type { Industry } from "../matter.js";
import { bank } from "./bank.js";
import { expo } from "./expo.js";
import { utility } from "./utility.js";

export const industries: Record<Industry, DemoIndustry> = { utility, bank, expo };

/** What is measured over all trades together. */
export const overallIndex: DemoIndex = {
  id: "demo-overall-csat",
  metric: "csat",
  labels: { en: "Satisfaction overall", "zh-Hans": "总体满意度", "zh-Hant": "總體滿意度" },
  definition: {
    en: "Share of all customers of all trades who gave 4 or 5 of 5 after their request was settled.",
    "zh-Hans": "全部行业客户在诉求办结后给出 4 分或 5 分（满分 5 分）的占比。",
    "zh-Hant": "全部行業客戶在訴求辦結後給出 4 分或 5 分（滿分 5 分）的占比。",
  },
  industry: null,
  target: 90,
  minimumSample: 100,
  public: true,
};
