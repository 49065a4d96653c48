import type { Kit } from "../../kit.js";

/** A value of `Authorization` that no backend may take, and what is wrong with it. */
export interface BadCredentials {
  readonly what: string;
  readonly authorization: string;
}

/** The caller's token spoilt in every way that a careless backend takes; more of them where it is a JWT. */
export function badCredentials(kit: Kit, token: string): BadCredentials[] {
  const last = token.slice(token.lastIndexOf(".") + 1);
  return [
    { what: "no token", authorization: "Bearer" },
    { what: "a made-up token", authorization: `Bearer ${kit.tag.replace(":", "-")}` },
    { what: "a token cut short", authorization: `Bearer ${token.slice(0, -Math.ceil(last.length / 2))}` },
    { what: "a token with one sign changed", authorization: `Bearer ${withSignChanged(token)}` },
    { what: "a token under the scheme Basic", authorization: `Basic ${token}` },
    { what: "a token without a scheme", authorization: token },
    ...forgedJwts(kit, token),
  ];
}

/** Not the last sign, whose lowest bits mean nothing in base64. */
function withSignChanged(token: string): string {
  const at = token.length - Math.min(5, token.length);
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
}

function forgedJwts(kit: Kit, token: string): BadCredentials[] {
  const [head = "", body = "", signature = ""] = token.split(".");
  const [header, claims] = [decoded(head), decoded(body)];
  if (!header || !claims || signature === "") return [];
  const changed = encoded(someoneElse(kit, claims));
  const unsigned = encoded({ ...header, alg: "none" });
  return [
    { what: "a JWT whose claims were changed", authorization: `Bearer ${head}.${changed}.${signature}` },
    { what: "a JWT with `alg: none`", authorization: `Bearer ${unsigned}.${body}.` },
    {
      what: "a JWT with `alg: none` and changed claims",
      authorization: `Bearer ${unsigned}.${changed}.${signature}`,
    },
    { what: "a JWT without its signature", authorization: `Bearer ${head}.${body}` },
  ];
}

/** The claims of A with B put in, under whichever names; of anybody else with another subject. */
function someoneElse(kit: Kit, claims: object): object {
  const { tokens, introductions } = kit.session;
  const [a, b] = [introductions.get("customerA")?.customerId, introductions.get("customerB")?.customerId];
  const forged = { ...claims, ...("sub" in claims ? { sub: `${String(claims.sub)}-else` } : {}) };
  if (tokens.customerB === undefined || !a || !b) return forged;
  return JSON.parse(JSON.stringify(forged).replaceAll(JSON.stringify(a), JSON.stringify(b))) as object;
}

function decoded(part: string): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
