import type { Check, Observer, Stage } from "../check.js";

/** Every check, by stage, in the order they run. */
export const catalogue: readonly { readonly stage: Stage; readonly checks: readonly Check[] }[] = [];

/** The rules that every exchange is held to. */
export const observers: readonly Observer[] = [];
