import { createHmac } from "node:crypto";
import { withHeaders } from "./wrap.ts";

export const secret = new TextEncoder().encode("a secret that only backends on trial know");

export interface Claims {
  readonly principal: "customer" | "agent" | "manager" | "service";
  readonly sub: string;
  readonly name?: string;
  readonly customerId?: string;
  readonly unitId?: string;
  readonly scope?: string;
}

export const agent: Claims = { principal: "agent", sub: "agent-chen", name: "陈静", unitId: "service-desk" };
export const manager: Claims = {
  principal: "manager",
  sub: "manager-lin",
  name: "Lin",
  unitId: "branch-office",
};
export const system: Claims = { principal: "service", sub: "billing", name: "Billing" };
export const customer = (customerId: string): Claims => ({
  principal: "customer",
  sub: `user-of-${customerId}`,
  customerId,
});

const lifetimeSeconds = 24 * 3600;

/** A bearer token (HS256, RFC 7519) that a server with `key` takes for a day. */
export function mint(claims: Claims, key: Uint8Array = secret): string {
  const issued = Math.floor(Date.now() / 1000);
  const payload = { ...claims, iat: issued, exp: issued + lifetimeSeconds };
  const signed = [{ alg: "HS256", typ: "JWT" }, payload].map(encode).join(".");
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

/** The same request as it would come from the provider's own systems, which see everything. */
export const elevated = (request: Request): Request => as(system, request);

/** The same request from another caller. */
export const as = (claims: Claims, request: Request): Request =>
  withHeaders(request, { Authorization: `Bearer ${mint(claims)}` });

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
