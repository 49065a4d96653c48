import { type RequestState, requestStateValues } from "@portico/contract";
import fc from "fast-check";

/** One call of a sequence. */
export type Step =
  | { readonly do: "move"; readonly by: Mover; readonly to: RequestState }
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

/** Moves are drawn more often than the rest: they are what leads into corners. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("move"),
      by,
      to: fc.constantFrom(...requestStateValues),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reply"), by, text } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("comment"), text } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("urge"), by } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("change"), title: text } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("changeStale"), title: text } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("assign") } as const) },
);

export function describeStep(step: Step): string {
  if (step.do === "move") return `${step.by} moves it to ${step.to}`;
  if (step.do === "reply") return `${step.by} replies`;
  if (step.do === "urge") return `${step.by} urges`;
  return {
    comment: "agent comments",
    change: "agent changes the title",
    changeStale: "agent changes it by a stale validator",
    assign: "agent takes it",
  }[step.do];
}
