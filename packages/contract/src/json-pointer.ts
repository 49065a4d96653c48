/** RFC 6901: `["paths", "/v1/me"]` → `/paths/~1v1~1me`. */
export const toPointer = (path: readonly string[]): string =>
  path.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What a pointer leads to in a document, or `undefined` when it leads nowhere. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  if (pointer === "") return document;
  if (!pointer.startsWith("/")) return undefined;
  const tokens = pointer.slice(1).split("/");
  return tokens.reduce((node, token) => member(node, unescapeToken(token)), document);
}

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

function member(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key];
}
