import type { Defect } from "../defect.ts";
import { attachments } from "./attachments.ts";
import { authentication } from "./authentication.ts";
import { capabilities } from "./capabilities.ts";
import { changes } from "./changes.ts";
import { codeLists } from "./code-lists.ts";
import { concurrency } from "./concurrency.ts";
import { contactsAndInteractions } from "./contacts-and-interactions.ts";
import { customers } from "./customers.ts";
import { entries } from "./entries.ts";
import { idempotency } from "./idempotency.ts";
import { paging } from "./paging.ts";
import { problems } from "./problems.ts";
import { problemsOfInput } from "./problems-of-input.ts";
import { relationship } from "./relationship.ts";
import { sequences } from "./sequences.ts";
import { serviceRequests } from "./service-requests.ts";
import { summary } from "./summary.ts";
import { visibility } from "./visibility.ts";
import { visibilityOfInternals } from "./visibility-of-internals.ts";
import { visibilityOfOthers } from "./visibility-of-others.ts";
import { voice } from "./voice.ts";
import { wire } from "./wire.ts";

/** In the order of the requirements. */
export const defects: readonly Defect[] = [
  ...capabilities,
  ...wire,
  ...problems,
  ...problemsOfInput,
  ...authentication,
  ...visibility,
  ...visibilityOfInternals,
  ...visibilityOfOthers,
  ...paging,
  ...concurrency,
  ...idempotency,
  ...customers,
  ...contactsAndInteractions,
  ...serviceRequests,
  ...entries,
  ...attachments,
  ...codeLists,
  ...changes,
  ...sequences,
  ...relationship,
  ...voice,
  ...summary,
];
