import { type RequestState, requestStateValues } from "@portico/contract";
import fc from "fast-check";

/** One call of a sequence. */
export type Step =
  | { readonly do: "move"; readonly by: Mover; readonly to: RequestState }
  /** A move of those that the record allows, by its place among them. */
  | { readonly do: "moveOn"; readonly by: Mover; readonly place: number }
  | { readonly do: "reply"; readonly by: Mover; readonly text: string }
  | { readonly do: "comment"; readonly text: string }
  | { readonly do: "urge"; readonly by: Mover }
  | { readonly do: "change"; readonly title: string }
  | { readonly do: "changeStale"; readonly title: string }
  | { readonly do: "assign" };

export type Mover = "agent" | "customerA";

const by = fc.constantFrom<Mover>("agent", "customerA");
const text = fc.constantFrom(
  "收到",
  "On our way",
  "请补充照片",
  "ok",
  "👍🏽",
  "دقيقة",
  "第二次回复",
  "Thank you",
);

const step = <Kind extends string, Rest extends object>(
  kind: Kind,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record({ do: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<{ readonly do: Kind } & Rest>;

/** Moves are drawn more often than the rest, and mostly such as are allowed: they are what leads into corners. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: step("moveOn", { by, place: fc.nat({ max: 7 }) }) },
  { weight: 2, arbitrary: step("move", { by, to: fc.constantFrom(...requestStateValues) }) },
  { weight: 2, arbitrary: step("reply", { by, text }) },
  { weight: 1, arbitrary: step("comment", { text }) },
  { weight: 1, arbitrary: step("urge", { by }) },
  { weight: 2, arbitrary: step("change", { title: text }) },
  { weight: 1, arbitrary: step("changeStale", { title: text }) },
  { weight: 2, arbitrary: step("assign", {}) },
);

export function describeStep(step: Step): string {
  if (step.do === "move") return `${step.by} moves it to ${step.to}`;
  if (step.do === "moveOn") return `${step.by} moves it on (${step.place})`;
  if (step.do === "reply") return `${step.by} replies`;
  if (step.do === "urge") return `${step.by} urges`;
  return {
    comment: "agent comments",
    change: "agent changes the title",
    changeStale: "agent changes it by a stale validator",
    assign: "agent takes it",
  }[step.do];
}
