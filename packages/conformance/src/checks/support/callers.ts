import { type CallerName, callerNames } from "../../http/caller.js";
import type { Kit } from "../../kit.js";

/** The guest and everybody the run has a token of. */
export const callersOf = (kit: Kit): CallerName[] =>
  callerNames.filter((name) => name === "guest" || kit.session.tokens[name] !== undefined);
