import type { Check, Observer, Stage } from "../check.js";
import { changeStream } from "./change-stream.js";
import { changes } from "./changes.js";
import { feedVisibility } from "./feed-visibility.js";
import { resilience } from "./resilience.js";

/** Every check, by stage, in the order they run. */
export const catalogue: readonly { readonly stage: Stage; readonly checks: readonly Check[] }[] = [
  { stage: "reach", checks: [] },
  { stage: "capabilities", checks: [] },
  { stage: "schema", checks: [] },
  { stage: "semantics", checks: [...changes, ...changeStream, ...feedVisibility] },
  { stage: "negative", checks: [] },
  { stage: "fuzz", checks: [] },
  { stage: "resilience", checks: [...resilience] },
];

/** The rules that every exchange is held to. */
export const observers: readonly Observer[] = [];
