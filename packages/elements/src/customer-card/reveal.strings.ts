import { Catalogue } from "../internal/localize.js";

/** The words that only those meet who ask for a contact point in full. */
export const english = {
  reason: "Why do you need it?",
  reasonHint: "At least 3 characters, kept in the audit log.",
  show: "Show for 30 s",
  notAllowed: "Your role may not see this in full.",
  shown: "Shown for 30 seconds",
  hidden: "Hidden again",
};

export type RevealStrings = typeof english;

export const revealStrings = new Catalogue<RevealStrings>(english, {
  "zh-Hans": () => import("./reveal.strings.zh-hans.js"),
  "zh-Hant": () => import("./reveal.strings.zh-hant.js"),
  ar: () => import("./reveal.strings.ar.js"),
});
