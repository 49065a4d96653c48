import type { SatisfactionIndex } from "@portico/contract";
import type { Subject } from "../internal/test/subject.js";

export const index: SatisfactionIndex = {
  id: "id-1",
  code: "utility-csat",
  labels: { en: "Power supply", "zh-Hans": "供电服务", "zh-Hant": "供電服務" },
  definition: {
    en: "Share of 4 and 5.",
    "zh-Hans": "4 分与 5 分所占比例。",
    "zh-Hant": "4 分與 5 分所佔比例。",
  },
  metric: "csat",
  value: 92.4,
  scale: { minimum: 0, maximum: 100, unit: "percent" },
  target: 95,
  sampleSize: 1284,
  minimumSample: 30,
  reliable: true,
  interval: { low: 90.8, high: 93.7, level: 0.95, method: "wilson" },
  trend: { direction: "up", change: 1.6, previousValue: 90.8, significant: true },
  public: true,
  updatedAt: "2026-01-01T00:00:00Z",
};

export const subject: Subject = {
  tag: "crm-satisfaction-gauge",
  idAttribute: "index-id",
  given: { property: "index", value: index },
  answers: {
    "satisfactionIndices.get": (id: string) => ({ ...index, id, labels: { en: `Index ${id}` } }),
  },
  shows: (id) => `Index ${id}`,
  empty: { "satisfactionIndices.get": { ...index, value: null } },
};
