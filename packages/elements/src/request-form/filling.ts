/** What the form needs once somebody fills it in: the rules, the draft, and what is said about both. */
export { DraftKeeper } from "./draft-keeper.js";
export { fillingStrings } from "./filling.strings.js";
export { fillingStyles as styles } from "./filling.styles.js";
export { faultLines, renderDraftNotice, renderSummary } from "./notices.js";
export { numberOf, renderReceipt } from "./receipt.js";
export { findFaults, placeFaults, serverFaults } from "./request-form.faults.js";
export { toInput } from "./request-form.input.js";
