import { Catalogue } from "../internal/localize.js";

/** The words that only those meet who fill the form in. */
export const english = {
  summary: (count: number, number: string) =>
    count === 1 ? "Please check one entry" : `Please check ${number} entries`,

  draftRestored: "Your draft was restored.",
  draftDiscarded: "Draft discarded.",
  discard: "Discard",
  undo: "Undo",

  received: "We have received your request",
  number: "Your number",
  copy: "Copy",
  copied: "Copied",
  keepNumber:
    "Please keep this number. As you stayed anonymous, it is the only way to ask about your report.",
  next: "What happens next",
  dueBy: (time: string) => `By ${time}`,
  another: "Submit another",

  /** By the fault's code, more closely with the field's pointer or its control. */
  faults: {
    required: "Please fill this in.",
    enum: "Please choose one.",
    "required radios": "Please choose one.",
    "required select": "Please choose one.",
    "required /location/address": "Please give an address or use your position.",
    "required /requester/phone": "Please give a telephone number or an e-mail address.",
    "type integer": "Please enter a whole number.",
    "type number": "Please enter a number.",
    "format date": "Please enter a date.",
    "format phone": "Please enter a telephone number, such as 138 0013 8000.",
    "format email": "Please enter an e-mail address, such as name@example.com.",
    "too-long": (limit: string) => `At most ${limit} characters, please.`,
    "too-short": (limit: string) => `At least ${limit} characters, please.`,
    "too-small": (limit: string) => `Please enter ${limit} or more.`,
    "too-large": (limit: string) => `Please enter ${limit} or less.`,
    "too-many": (limit: string) => `At most ${limit} files, please.`,
    "not-uploaded": "A file was not uploaded. Try again or remove it.",
    other: "Please check this entry.",
  } as Readonly<Record<string, string | ((limit: string) => string)>>,

  positionFailed: {
    denied: "Your browser did not allow it. Please write the address instead.",
    unavailable: "Your position could not be found. Please write the address instead.",
    timeout: "Finding your position took too long. Please write the address instead.",
  },

  failed: {
    offline: "No connection. Nothing is lost: what you have entered stays here.",
    unauthorized: "Please sign in, then send again. What you have entered stays here.",
    forbidden: "You may not submit this.",
    "not-found": "This form is no longer available.",
    error: "It could not be sent. What you have entered stays here; please send it again in a moment.",
  },
};

export type FillingStrings = typeof english;

export const fillingStrings = new Catalogue<FillingStrings>(english, {
  "zh-Hans": () => import("./filling.strings.zh-hans.js"),
  "zh-Hant": () => import("./filling.strings.zh-hant.js"),
  ar: () => import("./filling.strings.ar.js"),
});
