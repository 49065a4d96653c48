// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmCustomerCard as CrmCustomerCardElement } from "@portico/elements/customer-card";
import "@portico/elements/define/customer-card";
import { wrap } from "../wrap.js";

/** Shows a customer with what matters now: who it is, how to reach them, how they are graded and why, who looks after them, what is open, the last contacts and what they said. Each section stands alone: one that fails empties no other. */
export const CrmCustomerCard = wrap("crm-customer-card", CrmCustomerCardElement, {
  onRequestSelect: "crm-request-select",
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmCustomerCard = CrmCustomerCardElement;
