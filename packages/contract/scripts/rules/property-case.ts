import { propertyRule } from "./property-rule.ts";

// The keys of a set of labels are languages.
const languageTag = /^zh-(Hans|Hant)$/;

/** Members of payloads are camelCase. */
export const propertyCase = propertyRule((name) =>
  /^[a-z][a-zA-Z0-9]*$/.test(name) || languageTag.test(name) ? [] : [`\`${name}\` is not camelCase.`],
);
