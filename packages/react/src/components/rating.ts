// Made by `npm run generate` from custom-elements.json.
"use client";

import { CrmRating as CrmRatingElement } from "@portico/elements/rating";
import "@portico/elements/define/rating";
import { wrap } from "../wrap.js";

/** Asks for one rating: satisfaction in five stars, recommendation from 0 to 10, or ease from 1 to 7. With a `request-id` it sends the rating of that request, once, however often it is clicked; without one it is an input for the form around it. */
export const CrmRating = wrap("crm-rating", CrmRatingElement, {
  onRating: "crm-rating",
  onChange: "change",
  onState: "crm-state",
  onError: "crm-error",
});

/** The element itself, as a `ref` gives it. */
export type CrmRating = CrmRatingElement;
