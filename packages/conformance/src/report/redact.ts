import type { OperationId } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { type Exchange, mediaTypeOf } from "../http/exchange.js";

/** Members of the contract that hold personal data. Those the contract does not know are taken to. */
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
  "tags",
  "customFields",
]);

const known = new Set(membersIn(openApiDocument));

/** What these answer is about the backend, not about people. */
const impersonal: readonly (OperationId | undefined)[] = ["getCapabilities", "listCodeLists", "getCodeList"];

/** Headers that say nothing about people, whatever their value. */
const plainHeader =
  /^(accept|access-control|cache|content-(type|length|encoding|language)|x-content-type|idempotency)|^(age|allow|connection|date|deprecation|etag|expires|keep-alive|last-modified|link|location|request-id|retry-after|server|sunset|transfer-encoding|vary|via|www-authenticate)$/i;

/** Longest body in a report, in characters. */
const longestBody = 4000;

/**
 * A JSON answer as it may be shown to others: personal data of the backend's own is hidden; what the kit made itself,
 * told by its tag, stays, and so does what a problem says. What is no JSON is left out.
 */
export function redactBody(text: string, mediaType: string, operation?: OperationId): string {
  if (text === "") return "";
  const body = mediaType.endsWith("json") ? parse(text) : undefined;
  if (body === undefined) return `(${text.length} characters of ${mediaType || "no media type"})`;
  return shorten(impersonal.includes(operation) ? text : JSON.stringify(redact(body, mediaType)));
}

/** A path and query without words that were searched for, unless they are the kit's own. */
export const redactTarget = (target: string): string =>
  target.replaceAll(/([?&]q=)([^&\s]*)/g, (whole, name: string, value: string) =>
    isOurs(decode(value)) ? whole : `${name}…`,
  );

export const redactHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      plainHeader.test(name) || isOurs(decode(value)) ? value : "…",
    ]),
  );

/** A message without the personal data that is in the answers it may quote. */
export function conceal(message: string, exchanges: readonly Exchange[]): string {
  const sent = exchanges
    .map(({ request: { body = "" } }) => (typeof body === "string" ? body : ""))
    .join("\n");
  const quoted = new Set(exchanges.flatMap(personalTexts).filter((text) => !sent.includes(text)));
  // Longest first: one may hold another.
  return [...quoted].sort((one, other) => other.length - one.length).reduce(without, redactTarget(message));
}

export const shorten = (text: string): string =>
  text.length <= longestBody ? text : `${text.slice(0, longestBody)}… (${text.length} characters)`;

function personalTexts({ operation, response }: Exchange): string[] {
  const texts: string[] = [];
  if (response?.json !== undefined && !impersonal.includes(operation))
    redact(response.json, mediaTypeOf(response), (text) => texts.push(text));
  // A single sign tells nothing and is everywhere.
  return texts.filter((text) => text.length > 1);
}

/** Hides what is personal in a JSON value, and tells of each text. */
function redact(
  body: unknown,
  mediaType: string,
  onHidden: (text: string) => void = () => undefined,
): unknown {
  const within = (value: unknown, hidden: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => within(item, hidden));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([member, item]) => [
          member,
          within(item, hidden || personal.has(member) || !known.has(member)),
        ]),
      );
    if (!hidden || (typeof value === "string" && isOurs(value))) return value;
    if (typeof value === "string") onHidden(value);
    return typeof value === "string" ? "…" : typeof value === "number" ? 0 : value;
  };
  if (mediaType !== "application/problem+json" || typeof body !== "object" || body === null)
    return within(body, false);
  // A problem speaks to everybody, but may carry the record as it is now.
  const { current, ...said } = body as { current?: unknown };
  return current === undefined ? said : { ...said, current: within(current, false) };
}

/** The text without one value, also where it was cut short before an ellipsis. */
function without(text: string, value: string): string {
  const whole = text.replaceAll(patternOf(value), "…");
  if (!whole.includes("…")) return whole;
  for (let length = value.length - 1; length > 3; length--) {
    const cut = `${value.slice(0, length)}…`;
    if (whole.includes(cut)) return whole.replaceAll(cut, "…");
  }
  return whole;
}

/** Latin words only as a whole: `on` is not meant in `expected none`. */
function patternOf(value: string): RegExp {
  const escaped = value.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const isLatin = /^[\x20-\x7e]*$/.test(value);
  return new RegExp(isLatin ? `(?<![\\w])${escaped}(?![\\w])` : escaped, "g");
}

function membersIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "properties" ? Object.keys(value as object) : []),
    ...membersIn(value),
  ]);
}

/** Text that holds the tag of a run. */
const isOurs = (text: string): boolean => /\bkit:[a-z0-9]{6}/.test(text);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
