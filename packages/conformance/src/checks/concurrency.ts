import type { Check } from "../check.js";
import { concurrencyOfReads, strongValidators } from "./concurrency-reads.js";
import { concurrencyOfWrites } from "./concurrency-writes.js";
import { mergePatch } from "./merge-patch.js";

/** Validators, and what is made of them. */
export const concurrency: readonly Check[] = [...concurrencyOfReads, ...concurrencyOfWrites, ...mergePatch];

export { strongValidators };
