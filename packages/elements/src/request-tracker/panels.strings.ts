import { Catalogue } from "../internal/localize.js";

/** The words of the panels, which few open. */
export const english = {
  urgeTitle: "Urge the people who handle this",
  urgeHint: "They are told at once, and it is put on record.",
  withdrawTitle: "Withdraw this request?",
  withdrawHint: "It will not be worked on any more.",
  reopenTitle: "Reopen this request",
  reopenHint: "Tell us what is still wrong.",
  closeTitle: "Is it done?",
  closeHint: "The request is closed and put on file.",
  transitionTitle: "Change the state",
  newState: "New state",
  reason: "Reason",
  reasonHint: "The customer can read it.",
  resolutionLabel: "What was done",
  optional: "optional",
  cancel: "Cancel",
  required: {
    notUploaded: "A file was not uploaded. Try it again or remove it.",
    uploading: "Files are still on their way. Please wait a moment.",
    text: "Please write something first.",
    reason: "Please give a reason.",
    resolution: "Please say what was done.",
    state: "Please choose a state.",
    score: "Please choose an answer.",
  },
  changed: "This has changed meanwhile and is shown as it is now. Please look, then decide again.",
  tooOften: "That was too soon. Please wait a little.",
  done: {
    reply: "Your reply was sent.",
    comment: "The note was added.",
    urge: "The people who handle this have been urged.",
    withdraw: "The request was withdrawn.",
    reopen: "The request was reopened.",
    rate: "Thank you for your rating.",
    close: "The request was closed.",
    transition: "The state was changed.",
  },
};

export type PanelStrings = typeof english;

export const panelStrings = new Catalogue<PanelStrings>(english, {
  "zh-Hans": () => import("./panels.strings.zh-hans.js"),
  "zh-Hant": () => import("./panels.strings.zh-hant.js"),
  ar: () => import("./panels.strings.ar.js"),
});
