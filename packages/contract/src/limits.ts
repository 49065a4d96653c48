import type { FieldRule } from "./validate-fields.js";

/** The greatest length of an e-mail address, from RFC 5321 as corrected. */
export const emailMaxLength = 254;

/** Limits of what people write, the same in the document, in forms and on the server. Lengths in characters. */
export const requestInputRules = {
  title: { type: "text", required: true, maxLength: 120 },
  description: { type: "longText", maxLength: 4000 },
  entryText: { type: "longText", required: true, maxLength: 4000 },
  reason: { type: "longText", maxLength: 500 },
  requesterName: { type: "text", maxLength: 80 },
  requesterPhone: { type: "phone" },
  requesterEmail: { type: "email", maxLength: emailMaxLength },
  address: { type: "text", maxLength: 300 },
  locationNote: { type: "text", maxLength: 300 },
  latitude: { type: "number", minimum: -90, maximum: 90 },
  longitude: { type: "number", minimum: -180, maximum: 180 },
} as const satisfies Record<string, FieldRule>;

/** Files that may come with one request or entry. */
export const maxAttachments = 5;
