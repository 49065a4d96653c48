import type { Check } from "../check.js";
import { identifiers } from "./identifiers.js";
import { masking } from "./masking.js";
import { visibilityOfInternals } from "./visibility-internal.js";
import { visibilityOfLists } from "./visibility-lists.js";
import { visibilityOfRecords } from "./visibility-records.js";
import { visibilityOfReports } from "./visibility-reports.js";
import { visibilityOfWrites } from "./visibility-writes.js";

/** Who gets to see what, beside the feed. */
export const visibility: readonly Check[] = [
  ...visibilityOfLists,
  ...visibilityOfRecords,
  ...visibilityOfInternals,
  ...visibilityOfWrites,
  ...visibilityOfReports,
  ...masking,
  ...identifiers,
];
