import type { OperationId } from "@portico/contract";
import type { Handlers } from "../http/operation.js";
import { attachments } from "./attachments.js";
import { capabilities } from "./capabilities.js";
import { changes } from "./changes.js";
import { contacts } from "./contacts.js";
import { customers } from "./customers.js";
import { entries } from "./entries.js";
import { interactions } from "./interactions.js";
import { ratings } from "./ratings.js";
import { relationship } from "./relationship.js";
import { requestActions } from "./request-actions.js";
import { serviceRequests } from "./service-requests.js";
import { summary } from "./summary.js";

/** Every operation of the document, and none besides: the compiler checks it. */
export const handlers: Handlers<OperationId> = {
  ...capabilities,
  ...customers,
  ...summary,
  ...relationship,
  ...contacts,
  ...interactions,
  ...serviceRequests,
  ...requestActions,
  ...entries,
  ...attachments,
  ...changes,
  ...ratings,
};
