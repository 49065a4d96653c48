// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmRequestTracker as CrmRequestTrackerElement } from "@portico/elements/request-tracker";
import "@portico/elements/define/request-tracker";
import { wrap } from "../wrap.js";

/** Follows one service request: where it stands, who holds it, what comes next and by when, and all that was said and done. Offers to reply, urge, withdraw, reopen and rate, and to those who handle it a note and a new state; each only while the backend allows it. Live. */
export const CrmRequestTracker = wrap("crm-request-tracker", CrmRequestTrackerElement, {
  onRequestChanged: "crm-request-changed",
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmRequestTracker = CrmRequestTrackerElement;
