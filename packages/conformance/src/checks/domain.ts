import type { Check } from "../check.js";
import { accountTeam } from "./account-team.js";
import { actions } from "./actions.js";
import { assessments } from "./assessments.js";
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
import { ratings } from "./ratings.js";
import { requestFields } from "./request-fields.js";
import { satisfactionIndices } from "./satisfaction-indices.js";
import { serviceRequests } from "./service-requests.js";
import { summary } from "./summary.js";
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
  ...assessments,
  ...accountTeam,
  ...ratings,
  ...satisfactionIndices,
  ...summary,
];
