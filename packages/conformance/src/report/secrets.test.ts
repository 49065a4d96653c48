import { describe, expect, test } from "vitest";
import { Secrets } from "./secrets.js";

const tokens = {
  customerA: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
  customerB: "opaque-token",
  agent: "opaque-token-of-the-agent",
};
const secrets = new Secrets(tokens);

describe("a token", () => {
  test("is told as the variable that it came from", () => {
    const own = `Bearer ${tokens.agent}`;
    expect(secrets.hideWithin("Authorization", own)).toBe("Bearer $TOKEN_AGENT");
    expect(secrets.hide(`/v1/me?access_token=${tokens.customerB}`)).toBe("/v1/me?access_token=$TOKEN_B");
  });

  test("is hidden when it was tampered with: all but a sign of it would be told", () => {
    const [head, body] = tokens.customerA.split(".");
    for (const altered of [`${tokens.customerA}x`, tokens.customerA.slice(0, -1), `${head}.${body}.`])
      expect(secrets.hideWithin("Authorization", `Bearer ${altered}`)).toBe("Bearer …");
    expect(secrets.hideWithin("authorization", tokens.customerB)).toBe("…");
  });

  test("that is none of the run is shown, since it is what was tried", () => {
    expect(secrets.hideWithin("Authorization", "Bearer not-a-token")).toBe("Bearer not-a-token");
    expect(secrets.hideWithin("Authorization", "Basic YTpi")).toBe("Basic YTpi");
  });

  test("is found at any depth", () => {
    const report = { checks: [{ reason: `Error: ${tokens.customerA}` }], seed: 1 };
    expect(secrets.hideIn(report)).toEqual({ checks: [{ reason: "Error: $TOKEN_A" }], seed: 1 });
  });
});

test("a cookie is never shown", () => {
  expect(secrets.hideWithin("Set-Cookie", "session=1")).toBe("…");
  expect(secrets.hideWithin("cookie", "session=1")).toBe("…");
});
