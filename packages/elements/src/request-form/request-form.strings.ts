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
};

export type FormStrings = typeof english;

export const formStrings = new Catalogue<FormStrings>(english, {
  "zh-Hans": () => import("./request-form.strings.zh-hans.js"),
  "zh-Hant": () => import("./request-form.strings.zh-hant.js"),
  ar: () => import("./request-form.strings.ar.js"),
});
