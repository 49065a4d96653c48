import type { Defect } from "../defect.ts";
import { authentication } from "./authentication.ts";
import { capabilities } from "./capabilities.ts";
import { concurrency } from "./concurrency.ts";
import { contactsAndInteractions } from "./contacts-and-interactions.ts";
import { customers } from "./customers.ts";
import { idempotency } from "./idempotency.ts";
import { paging } from "./paging.ts";
import { problems } from "./problems.ts";
import { serviceRequests } from "./service-requests.ts";
import { visibility } from "./visibility.ts";
import { wire } from "./wire.ts";

/** In the order of the requirements. */
export const defects: readonly Defect[] = [
  ...capabilities,
  ...wire,
  ...problems,
  ...authentication,
  ...visibility,
  ...paging,
  ...concurrency,
  ...idempotency,
  ...customers,
  ...contactsAndInteractions,
  ...serviceRequests,
];
