import { Catalogue } from "../internal/localize.js";

export const english = {
  chooseKind: "What can we do for you?",
  nothing: { title: "Nothing to submit here", hint: "There is no form for you at the moment." },
  change: "Change",
  changeKind: (kind: string) => `Choose something other than ${kind}`,
  optional: "optional",
  choose: "Please choose",
  counter: (used: string, limit: string) => `${used} / ${limit}`,
  atMost: (limit: string) => `At most ${limit} characters.`,

  title: "Subject",
  description: "Description",
  descriptionHint: "What happened, where and since when?",
  person: "Whom is it about?",

  place: "Place",
  address: "Address",
  locationNote: "How to find it",
  usePosition: "Use my position",
  finding: "Finding your position…",
  position: (latitude: string, longitude: string) => `Position ${latitude}, ${longitude}`,
  removePosition: "Remove the position",
  positionFailed: {
    denied: "Your browser did not allow it. Please write the address instead.",
    unavailable: "Your position could not be found. Please write the address instead.",
    timeout: "Finding your position took too long. Please write the address instead.",
  },

  requester: "How can we reach you?",
  requesterHint: "A telephone number or an e-mail address is enough.",
  name: "Name",
  phone: "Telephone",
  email: "E-mail",
  signedIn: (name: string) => `Signed in as ${name}. We answer to the contact details of your account.`,
  anonymous: "Report anonymously",
  anonymousHint:
    "Your name, account and contact details are not sent and not kept. What you write and attach is kept: leave out what would give you away. Nothing of this form is saved on this device.",

  submit: "Submit",
  sending: "Sending…",
  sendAgain: "Send again",
  failed: {
    offline: "No connection. Nothing is lost: what you have entered stays here.",
    unauthorized: "Please sign in, then send again. What you have entered stays here.",
    forbidden: "You may not submit this.",
    "not-found": "This form is no longer available.",
    error: "It could not be sent. What you have entered stays here; please send it again in a moment.",
  },
};

export type FormStrings = typeof english;

export const formStrings = new Catalogue<FormStrings>(english, {
  "zh-Hans": () => import("./request-form.strings.zh-hans.js"),
  "zh-Hant": () => import("./request-form.strings.zh-hant.js"),
  ar: () => import("./request-form.strings.ar.js"),
});
