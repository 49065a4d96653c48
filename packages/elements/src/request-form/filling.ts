/** What the form needs once somebody fills it in: the rules, the draft, and what is said about both. */
export { DraftKeeper } from "./draft-keeper.js";
export { failureText, renderFailure } from "./failure.js";
export { fillingStrings } from "./filling.strings.js";
export { fillingStyles as styles } from "./filling.styles.js";
export { faultLines, renderDraftNotice, renderSummary } from "./notices.js";
export { PositionFinder } from "./position-finder.js";
export { numberOf, renderReceipt } from "./receipt.js";
export { Submitter } from "./submitter.js";
