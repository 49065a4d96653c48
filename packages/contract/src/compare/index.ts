export type { Change } from "./change.js";
export { compareDocuments } from "./compare-documents.js";
export { compareVersions, mayBreak } from "./version.js";
