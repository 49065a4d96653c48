import type { Check } from "../check.js";
import { lifecycle } from "./lifecycle.js";
import { serviceRequests } from "./service-requests.js";

/** What the records of the core and of the profiles mean. */
export const domain: readonly Check[] = [...serviceRequests, ...lifecycle];
