import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProblemError } from "../problem.js";
import { createAuthenticate } from "./tokens.js";

const now = new Date("2026-11-20T02:00:00Z");
const inAnHour = now.getTime() / 1000 + 3600;
const secret = new TextEncoder().encode("a secret that only the tests of this file know");
const bearer = (token: string) => `Bearer ${token}`;

const codeOf = (failure: unknown) => (failure as ProblemError).code;
const agent = { sub: "a1", principal: "agent", exp: inAnHour };
const sign = (claims: JWTPayload, key: Uint8Array = secret) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(key);
const raw = (header: object, claims: object) =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");

describe("a token of the shared secret", () => {
  const authenticate = createAuthenticate({ secret }, () => now);
  const refused = async (token: string) =>
    codeOf(await authenticate(bearer(token)).catch((error: unknown) => error));

  it("tells who calls, and nobody signed in is a guest", async () => {
    expect(await authenticate(bearer(await sign(agent)))).toMatchObject({ kind: "agent", id: "a1" });
    expect(await authenticate(undefined)).toMatchObject({ kind: "guest" });
  });

  it.each<[string, () => Promise<string> | string]>([
    ["no algorithm", () => `${raw({ alg: "none" }, agent)}.x`],
    ["another algorithm", () => new SignJWT(agent).setProtectedHeader({ alg: "HS384" }).sign(secret)],
    ["no end", () => sign({ sub: "a1", principal: "agent" })],
    ["an end that is text", () => sign({ ...agent, exp: "9999999999" as unknown as number })],
    ["a beginning that is still to come", () => sign({ ...agent, nbf: inAnHour })],
    ["a number for a subject", () => sign({ ...agent, sub: 7 as unknown as string })],
    ["no subject", () => sign({ principal: "agent", exp: inAnHour })],
    ["a principal that is no word of the contract", () => sign({ ...agent, principal: "admin" })],
    ["the principal guest", () => sign({ ...agent, principal: "guest" })],
    ["a list of principals", () => sign({ ...agent, principal: ["agent", "manager"] })],
    ["a customer who is nobody", () => sign({ ...agent, principal: "customer" })],
    ["a customer who is several", () => sign({ ...agent, principal: "customer", customerId: ["c1", "c2"] })],
    ["a unit that is no text", () => sign({ ...agent, principal: "manager", unitId: 7 })],
    [
      "changed claims",
      async () => {
        const [header, , signature] = (await sign(agent)).split(".");
        const claims = Buffer.from(JSON.stringify({ ...agent, principal: "manager" })).toString("base64url");
        return `${header}.${claims}.${signature}`;
      },
    ],
  ])("with %s is refused", async (_, make) => {
    expect(await refused(await make())).toBe("unauthenticated");
  });

  it("opens a customer's own records only to customers, whatever else it claims", async () => {
    const claims = { ...agent, principal: "agent", customerId: "c1", scope: "a  b" };
    const principal = await authenticate(bearer(await sign(claims)));
    expect(principal).not.toHaveProperty("customerId");
    expect(principal.scopes).toEqual(["a", "b"]);
  });

  it.each(["Basic YTpi", "Bearer", "Bearer a.b", "Bearer a.b.c d", ""])(
    "is not looked for in %j",
    async (header) => {
      expect(codeOf(await authenticate(header).catch((error: unknown) => error))).toBe("unauthenticated");
    },
  );
});

describe("a token of an identity provider", () => {
  let provider: Server;
  let url: URL;
  let answer: { status: number; body: string };
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let published: string;

  beforeAll(async () => {
    keys = await generateKeyPair("ES256", { extractable: true });
    published = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: "k1", alg: "ES256" }] });
    provider = createServer((_, response) => {
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.body);
    });
    await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
    url = new URL(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`);
  });
  afterAll(() => void provider.close());

  // Each its own: the library keeps the keys it has read.
  const authenticate = (token: string, jwksUrl = url) =>
    createAuthenticate(
      { jwksUrl, issuer: "https://id.example", audience: "portico" },
      () => now,
    )(bearer(token));
  const refused = async (token: string, jwksUrl?: URL) =>
    codeOf(await authenticate(token, jwksUrl).catch((error: unknown) => error));
  const mint = (claims: JWTPayload = {}) =>
    new SignJWT({ ...agent, iss: "https://id.example", aud: "portico", ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "k1" })
      .sign(keys.privateKey);

  it("is taken with its signature, issuer and audience", async () => {
    answer = { status: 200, body: published };
    expect(await authenticate(await mint())).toMatchObject({ kind: "agent", id: "a1" });
    expect(await refused(await mint({ iss: "https://elsewhere.example" }))).toBe("unauthenticated");
    expect(await refused(await mint({ aud: "another" }))).toBe("unauthenticated");
    expect(await refused(await mint({ exp: now.getTime() / 1000 - 1 }))).toBe("token-expired");
  });

  it("is refused when the public key was used as a shared secret", async () => {
    answer = { status: 200, body: published };
    const claims = { ...agent, iss: "https://id.example", aud: "portico" };
    expect(await refused(await sign(claims, new TextEncoder().encode(published)))).toBe("unauthenticated");
  });

  it.each([
    ["an error", 500, "{}"],
    ["no JSON", 200, "<html>"],
    ["no keys", 200, "{}"],
  ])("waits for a provider that answers with %s", async (_, status, body) => {
    answer = { status, body };
    expect(await refused(await mint())).toBe("unavailable");
  });

  it("waits for a provider that does not answer", async () => {
    expect(await refused(await mint(), new URL("http://127.0.0.1:1/jwks"))).toBe("unavailable");
  });
});
