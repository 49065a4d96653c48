/** Members that hold personal data in the contract's schemas. */
const personal = new Set([
  "displayName",
  "name",
  "number",
  "value",
  "phone",
  "email",
  "address",
  "latitude",
  "longitude",
  "title",
  "description",
  "text",
  "summary",
  "subject",
  "comment",
  "reason",
  "resolution",
  "person",
  "note",
  "fileName",
]);

/** Longest body in a report, in characters. */
const longestBody = 4000;

/**
 * A JSON answer as it may be shown to others: personal data of the backend's own is hidden, what the kit made itself,
 * told by its tag, and problems stay. What is no JSON is left out.
 */
export function redactBody(text: string, mediaType: string): string {
  if (text === "") return "";
  if (!mediaType.endsWith("json")) return `(${text.length} characters of ${mediaType || "no media type"})`;
  if (mediaType === "application/problem+json") return shorten(text);
  try {
    return shorten(JSON.stringify(JSON.parse(text, hide)));
  } catch {
    return `(${text.length} characters that are no JSON)`;
  }
}

/** A path and query without words that were searched for, unless they are the kit's own. */
export const redactTarget = (target: string): string =>
  target.replaceAll(/([?&]q=)([^&]*)/g, (whole, name: string, value: string) =>
    isOurs(decodeURIComponent(value)) ? whole : `${name}…`,
  );

function hide(member: string, value: unknown): unknown {
  if (!personal.has(member)) return value;
  if (typeof value === "string") return isOurs(value) ? value : "…";
  return typeof value === "number" ? 0 : value;
}

const isOurs = (text: string): boolean => text.includes("kit:");

const shorten = (text: string): string =>
  text.length <= longestBody ? text : `${text.slice(0, longestBody)}… (${text.length} characters)`;
