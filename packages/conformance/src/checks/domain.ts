import type { Check } from "../check.js";
import { actions } from "./actions.js";
import { assignment } from "./assignment.js";
import { attachments } from "./attachments.js";
import { codeLists } from "./code-lists.js";
import { contactPoints } from "./contact-points.js";
import { contacts } from "./contacts.js";
import { customers } from "./customers.js";
import { entries } from "./entries.js";
import { guests } from "./guests.js";
import { interactions } from "./interactions.js";
import { lifecycle } from "./lifecycle.js";
import { requestFields } from "./request-fields.js";
import { serviceRequests } from "./service-requests.js";
import { urging } from "./urging.js";

/** What the records of the core and of the profiles mean. */
export const domain: readonly Check[] = [
  ...customers,
  ...contactPoints,
  ...contacts,
  ...interactions,
  ...serviceRequests,
  ...requestFields,
  ...guests,
  ...lifecycle,
  ...actions,
  ...urging,
  ...assignment,
  ...entries,
  ...attachments,
  ...codeLists,
];
