import { Catalogue } from "../internal/localize.js";

export const english = {
  metrics: {
    csat: "Customer satisfaction",
    nps: "Net Promoter Score",
    ces: "Customer effort",
    index: "Satisfaction index",
  } as Readonly<Record<string, string>>,
  noAnswers: "No answers yet",
  target: "Target",
  interval: (level: string) => (level ? `${level} interval` : "Interval"),
  noInterval: "Not available",
  sample: "Sample",
  answers: (count: number, number: string) => (count === 1 ? `${number} answer` : `${number} answers`),
  smallSample: (needed: string) =>
    needed ? `Small sample: treat with care below ${needed} answers.` : "Small sample: treat with care.",
  points: (change: string) => `${change} pts`,
  sincePrevious: "vs. previous period",
  withinChance: "within chance",
  trend: { up: "Rising", flat: "Steady", down: "Falling" },
  definition: "How this is measured",
};

export type GaugeStrings = typeof english;

export const gaugeStrings = new Catalogue<GaugeStrings>(english, {
  "zh-Hans": () => import("./satisfaction-gauge.strings.zh-hans.js"),
  "zh-Hant": () => import("./satisfaction-gauge.strings.zh-hant.js"),
  ar: () => import("./satisfaction-gauge.strings.ar.js"),
});
