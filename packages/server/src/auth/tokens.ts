import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { ProblemError } from "../problem.js";
import { guest, type Principal } from "./principal.js";

/** How tokens are checked: by a secret the portal shares, or by the keys of an identity provider. */
export type TokenKeys =
  | { secret: Uint8Array }
  | { jwksUrl: URL; issuer?: string | undefined; audience?: string | undefined };

export type Authenticate = (authorization: string | undefined) => Promise<Principal>;

const kinds = ["customer", "agent", "manager", "service"] as const;

/** Makes the function that tells who calls from the `Authorization` header; nobody signed in is a guest. */
export function createAuthenticate(keys: TokenKeys, now: () => Date): Authenticate {
  const verify = verifier(keys, now);
  return async (authorization) => {
    if (authorization === undefined) return guest;
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated("The Authorization header holds no bearer token.");
    try {
      return toPrincipal(await verify(token));
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new ProblemError("token-expired", { headers: challenge("invalid_token") });
      // The provider's keys could not be fetched or read: the token may well be good.
      if (isKeysFailure(error))
        throw new ProblemError("unavailable", { detail: "The identity provider's keys cannot be read." });
      if (error instanceof errors.JOSEError) throw unauthenticated("The token is not valid.");
      throw error;
    }
  };
}

/** The library has one general error for an answer of the provider that is not 200 or no JSON. */
const isKeysFailure = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === errors.JOSEError.code);

/** Mints a token as `portico token` and the demo do; `ttlSeconds` from now. */
export function signToken(
  principal: Omit<Principal, "expiresAt">,
  secret: Uint8Array,
  ttlSeconds: number,
): Promise<string> {
  const { kind, id, name, customerId, unitId, scopes } = principal;
  const claims = { principal: kind, name, customerId, unitId, scope: scopes.join(" ") || undefined };
  const expires = Math.floor(Date.now() / 1000) + ttlSeconds;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(secret);
}

export const unauthenticated = (detail: string): ProblemError =>
  new ProblemError("unauthenticated", { detail, headers: challenge() });

const challenge = (error?: string): Record<string, string> => ({
  "WWW-Authenticate": error ? `Bearer error="${error}"` : "Bearer",
});

function verifier(keys: TokenKeys, now: () => Date): (token: string) => Promise<JWTPayload> {
  const options = () => ({ currentDate: now(), requiredClaims: ["sub", "exp"] });
  if ("secret" in keys)
    return async (token) =>
      (await jwtVerify(token, keys.secret, { ...options(), algorithms: ["HS256"] })).payload;
  const { jwksUrl, issuer, audience } = keys;
  const jwks = createRemoteJWKSet(jwksUrl);
  const expected = { ...(issuer ? { issuer } : {}), ...(audience ? { audience } : {}) };
  return async (token) => (await jwtVerify(token, jwks, { ...options(), ...expected })).payload;
}

function toPrincipal(claims: JWTPayload): Principal {
  const kind = kinds.find((known) => known === claims.principal);
  const id = identifier(claims.sub, "sub");
  const customerId = identifier(claims.customerId, "customerId");
  const unitId = identifier(claims.unitId, "unitId");
  if (!kind || id === undefined) throw unauthenticated("The token names no known principal.");
  if (kind === "customer" && customerId === undefined)
    throw unauthenticated("A customer's token must name its customerId.");
  const name = text(claims.name);
  return {
    kind,
    id,
    scopes: (text(claims.scope) ?? "").split(" ").filter(Boolean),
    ...(name === undefined ? {} : { name }),
    ...(kind === "customer" && customerId !== undefined ? { customerId } : {}),
    ...(unitId === undefined ? {} : { unitId }),
    ...(claims.exp === undefined ? {} : { expiresAt: new Date(Math.min(claims.exp, latestExpiry) * 1000) }),
  };
}

/** The end of the year 9999, in seconds: RFC 3339 can write no later instant. */
const latestExpiry = 253_402_300_799;

const text = (claim: unknown): string | undefined =>
  typeof claim === "string" && claim !== "" && claim.isWellFormed() && !claim.includes("\0")
    ? claim
    : undefined;

/** A claim that names something, in the form of the contract's identifiers. What it limits is never left out. */
function identifier(claim: unknown, name: string): string | undefined {
  if (claim === undefined || claim === null || claim === "") return undefined;
  const id = text(claim);
  if (id !== undefined && id.length <= longestId) return id;
  throw unauthenticated(`The token's ${name} is no identifier of at most ${longestId} characters.`);
}

const longestId = 64;
