/** One promise to customers, as data: what, for which kind of request, how long, and where it is written. */
export interface PromiseRule {
  promise: "firstResponse" | "onSite" | "reply" | "resolution";
  /** Natural time in minutes, or working days. */
  within: { minutes: number } | { workingDays: number };
  source: string;
}

const stateGrid = "State Grid service promises, town, in force 2026";

/** By kind of request; `*` is for all others. */
export const promiseRules: Record<string, readonly PromiseRule[]> = {
  fault: [
    { promise: "onSite", within: { minutes: 45 }, source: stateGrid },
    // Restored within four hours after arrival.
    { promise: "resolution", within: { minutes: 45 + 240 }, source: stateGrid },
  ],
  complaint: [
    { promise: "firstResponse", within: { minutes: 24 * 60 }, source: stateGrid },
    { promise: "reply", within: { workingDays: 5 }, source: stateGrid },
  ],
  "*": [{ promise: "reply", within: { workingDays: 5 }, source: "Default of this backend, 2026" }],
};
