import { createHmac } from "node:crypto";

export const secret = new TextEncoder().encode("a secret that only backends on trial know");

export interface Claims {
  readonly principal: "customer" | "agent" | "manager" | "service";
  readonly sub: string;
  readonly name?: string;
  readonly customerId?: string;
  readonly unitId?: string;
  readonly scope?: string;
}

const lifetimeSeconds = 24 * 3600;

/** A bearer token (HS256, RFC 7519) that a server with `key` takes for a day. */
export function mint(claims: Claims, key: Uint8Array = secret): string {
  const issued = Math.floor(Date.now() / 1000);
  const payload = { ...claims, iat: issued, exp: issued + lifetimeSeconds };
  const signed = [{ alg: "HS256", typ: "JWT" }, payload].map(encode).join(".");
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
