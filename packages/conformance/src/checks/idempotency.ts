import type { Check } from "../check.js";
import { idempotencyKeys } from "./idempotency-keys.js";
import { repeats } from "./idempotent-repeats.js";

/** Keys, and what is sent again under them. */
export const idempotency: readonly Check[] = [...idempotencyKeys, ...repeats];
