// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmSatisfactionGauge as CrmSatisfactionGaugeElement } from "@portico/elements/satisfaction-gauge";
import "@portico/elements/define/satisfaction-gauge";
import { wrap } from "../wrap.js";

/** Shows how satisfied customers are: a figure on its scale with its target, and beside it the sample and the interval that say how far to trust it. CSAT, NPS, CES and a backend's own indices; grey while the sample is small. */
export const CrmSatisfactionGauge = wrap("crm-satisfaction-gauge", CrmSatisfactionGaugeElement, {
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmSatisfactionGauge = CrmSatisfactionGaugeElement;
