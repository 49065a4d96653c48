export { ces, cesScale, meanScore } from "./ces.js";
export { csat, wilson } from "./csat.js";
export type { Estimate, Interval, Scores } from "./interval.js";
export { nps } from "./nps.js";
export { type Trend, trend } from "./trend.js";
