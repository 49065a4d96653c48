import type { Check } from "../check.js";
import { actions } from "./actions.js";
import { assignment } from "./assignment.js";
import { entries } from "./entries.js";
import { guests } from "./guests.js";
import { lifecycle } from "./lifecycle.js";
import { requestFields } from "./request-fields.js";
import { serviceRequests } from "./service-requests.js";
import { urging } from "./urging.js";

/** What the records of the core and of the profiles mean. */
export const domain: readonly Check[] = [
  ...serviceRequests,
  ...requestFields,
  ...guests,
  ...lifecycle,
  ...actions,
  ...urging,
  ...assignment,
  ...entries,
];
