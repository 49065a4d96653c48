import { Catalogue } from "../localize.js";

/** What every element says of its states. */
export const english = {
  loaded: "Loaded",
  empty: { title: "Nothing here yet", hint: "" },
  unauthorized: { title: "Please sign in", hint: "Your session has ended, or you have not signed in yet." },
  forbidden: { title: "Not available to you", hint: "You do not have permission to see this." },
  "not-found": { title: "Not found", hint: "It may have been removed, or the address is wrong." },
  offline: { title: "No connection", hint: "We will try again as soon as you are back online." },
  error: { title: "This could not be loaded", hint: "Please try again in a moment." },
  stale: "Not up to date. The last update failed.",
  partial: "Some parts could not be loaded.",
  notSent: "This could not be sent. What you entered is kept; please try again.",
  notLoaded: "A part of this page could not be loaded. What you entered is kept.",
  retry: "Try again",
  reference: (requestId: string) => `Reference ${requestId}`,
  /** A score that was given. */
  outOf: (score: string, maximum: string) => `${score} out of ${maximum}`,
};

export type CommonStrings = typeof english;

export const commonStrings = new Catalogue<CommonStrings>(english, {
  "zh-Hans": () => import("./common.strings.zh-hans.js"),
  "zh-Hant": () => import("./common.strings.zh-hant.js"),
  ar: () => import("./common.strings.ar.js"),
});
