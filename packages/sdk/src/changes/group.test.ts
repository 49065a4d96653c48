import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Api } from "../core/api.js";
import { Transport } from "../core/transport.js";
import type { AuthProvider } from "../types.js";
import { groupOf } from "./group.js";

const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.signature`;

const group = (token?: string | null, baseUrl = "https://crm.example") => {
  const auth: AuthProvider | undefined = token === undefined ? undefined : () => token;
  return groupOf(new Api(new Transport({ baseUrl, auth })), new AbortController().signal);
};

describe("in a browser, tabs", () => {
  beforeEach(() => {
    vi.stubGlobal("location", new URL("https://portal.example/account/"));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("of one person are one group, whichever token each has", async () => {
    const name = await group(jwt({ sub: "anna", exp: 2e9, jti: "1" }));
    expect(name).toMatch(/^portico-changes:[0-9a-f]{64}$/);
    expect(await group(jwt({ sub: "anna", exp: 3e9, jti: "2" }), "https://crm.example/")).toBe(name);
  });

  it("of other people and other backends are other groups", async () => {
    const names = [
      await group(jwt({ sub: "anna" })),
      await group(jwt({ sub: "bela" })),
      await group(jwt({ sub: "anna" }), "https://crm.example/second"),
      await group(jwt({ sub: "anna" }), ""),
      await group(null),
    ];
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  });

  it("follow alone when nobody can tell whose they are", async () => {
    expect(await group("opaque-token")).toBeUndefined();
    expect(await group()).toBeUndefined();
  });

  it("follow alone where the browser blocks storage", async () => {
    vi.spyOn(navigator.locks, "query").mockRejectedValue(new DOMException("Blocked.", "SecurityError"));
    expect(await group(jwt({ sub: "anna" }))).toBeUndefined();
  });
});

it("clients in one Node process follow alone", async () => {
  expect(await group(jwt({ sub: "anna" }))).toBeUndefined();
});
