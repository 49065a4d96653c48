/** What the tracker needs once somebody acts on the request: the panels, the checks, what sends, and their words. */
export { renderPanel } from "./panels.js";
export { panelStrings } from "./panels.strings.js";
export { panelStyles as styles } from "./panels.styles.js";
export { sendReply, submitPanel } from "./sending.js";
