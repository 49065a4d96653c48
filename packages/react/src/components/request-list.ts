// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmRequestList as CrmRequestListElement } from "@portico/elements/request-list";
import "@portico/elements/define/request-list";
import { wrap } from "../wrap.js";

/** Lists service requests: filtered, sorted, searched, page by page, and live. Changed rows change where they are; new ones join at the top when that disturbs nobody, and wait behind a quiet notice otherwise. */
export const CrmRequestList = wrap("crm-request-list", CrmRequestListElement, {
  onRequestSelect: "crm-request-select",
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmRequestList = CrmRequestListElement;
