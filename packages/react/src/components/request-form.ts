// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmRequestForm as CrmRequestFormElement } from "@portico/elements/request-form";
import "@portico/elements/define/request-form";
import { wrap } from "../wrap.js";

/** Takes a service request: its kind, the fields that the backend describes for it, a place, files and whom to call back. Checks by the server's own rules, survives a lost connection and a reload, and makes one request however often it is sent. Ends with a receipt that shows the number and what happens next. */
export const CrmRequestForm = wrap("crm-request-form", CrmRequestFormElement, {
  onRequestCreated: "crm-request-created",
  onDraft: "crm-draft",
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmRequestForm = CrmRequestFormElement;
