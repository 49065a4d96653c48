// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmProvider as CrmProviderElement } from "@portico/elements/provider";
import "@portico/elements/define/provider";
import { wrap } from "../wrap.js";

/** Gives a client, a locale, a theme and an industry to the elements within, and to those that name its id from afar. It draws nothing of its own, stores nothing and touches nothing outside itself. */
export const CrmProvider = wrap("crm-provider", CrmProviderElement, {
  onSignOut: "crm-sign-out",
});

/** The element itself, as a `ref` gives it. */
export type CrmProvider = CrmProviderElement;
