import type { Check, Observer, Stage } from "../check.js";
import { authentication, challenge } from "./authentication.js";
import { domain } from "./domain.js";

/** Every check, by stage, in the order they run. */
export const catalogue: readonly { readonly stage: Stage; readonly checks: readonly Check[] }[] = [
  { stage: "semantics", checks: [...authentication, ...domain] },
];

/** The rules that every exchange is held to. */
export const observers: readonly Observer[] = [challenge];
