import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { AuthenticationError, type AuthReason } from "./index.js";
import { backend, errorOf, type Handler, json, problem, until } from "./test/fault-server.js";

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** Takes one token and refuses all others. */
const taking =
  (good: () => string): Handler =>
  (request, response) =>
    request.headers.authorization === `Bearer ${good()}`
      ? json(response, { data: [], page: { nextCursor: null }, id: request.path }, { etag: '"1"' })
      : problem(response, 401, "token-expired");

/** A provider that answers in turn and notes why it was asked. */
function provider(...tokens: (string | null)[]) {
  const reasons: AuthReason[] = [];
  const auth = async ({ reason }: { reason: AuthReason }) => {
    reasons.push(reason);
    await sleep(5);
    return tokens[Math.min(reasons.length, tokens.length) - 1] ?? null;
  };
  return { auth, reasons };
}

describe("a refused token", () => {
  it("is replaced once for a hundred calls at the same time", async () => {
    const { auth, reasons } = provider("old", "new");
    const { crm, requests } = await backend(
      taking(() => "new"),
      { auth },
    );
    await Promise.all(Array.from({ length: 100 }, (_, n) => crm.customers.get(`c${n}`)));
    expect(reasons).toEqual(["initial", "rejected"]);
    expect(requests).toHaveLength(200);
  });

  it("is replaced for a write with its body and key unchanged", async () => {
    const { auth } = provider("old", "new");
    const { crm, requests } = await backend(
      taking(() => "new"),
      { auth },
    );
    await crm.serviceRequests.create({ kind: "fault", title: "No light" });
    expect(requests.map(({ body }) => body)).toEqual([
      requests[0]?.body,
      '{"kind":"fault","title":"No light"}',
    ]);
    expect(requests[0]?.headers["idempotency-key"]).toBe(requests[1]?.headers["idempotency-key"]);
  });

  it("without a better one ends in one event and an error for each call", async () => {
    const lost: unknown[] = [];
    const { auth, reasons } = provider("old");
    const { crm, requests } = await backend(
      taking(() => "new"),
      { auth, onAuthLost: (error) => lost.push(error) },
    );
    const states: string[] = [];
    crm.onAuthChange((state) => states.push(state));
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => crm.customers.get(`c${n}`)),
    );
    for (const result of results) {
      expect(result).toMatchObject({ reason: expect.any(AuthenticationError) });
    }
    expect(lost).toHaveLength(1);
    expect(states).toEqual(["lost"]);
    expect(reasons).toEqual(["initial", "rejected"]);
    expect(requests).toHaveLength(20);
  });

  it("is resent once and no more when the new one is refused too", async () => {
    const { auth } = provider("old", "also-old");
    const { crm, requests } = await backend(
      taking(() => "new"),
      { auth },
    );
    await expect(crm.customers.get("c1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(requests).toHaveLength(2);
  });

  it("can be recovered from by signing in again", async () => {
    const { auth } = provider("old", "old", "new");
    const { crm } = await backend(
      taking(() => "new"),
      { auth },
    );
    await expect(crm.customers.get("c1")).rejects.toBeInstanceOf(AuthenticationError);
    await expect(crm.customers.get("c1")).resolves.toBeDefined();
  });

  it("is an AuthenticationError when the provider fails", async () => {
    const { crm, requests } = await backend(
      taking(() => "new"),
      { auth: () => Promise.reject(new Error("down")) },
    );
    const error = await errorOf<AuthenticationError>(crm.customers.get("c1"));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.cause).toMatchObject({ message: "down" });
    expect(requests).toHaveLength(0);
  });
});

describe("a guest", () => {
  it("sends no token, and is seen to sign in by the next call", async () => {
    let token: string | null = null;
    const { crm, requests } = await backend((_, response) => json(response, {}), { auth: () => token });
    const states: string[] = [];
    crm.onAuthChange((state) => states.push(state));
    await crm.me.get();
    token = jwt({ sub: "a" });
    await crm.me.get();
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined, `Bearer ${token}`]);
    expect(states).toEqual(["changed"]);
  });

  it("gets the 401 as it is", async () => {
    const { auth, reasons } = provider(null);
    const { crm, requests } = await backend((_, response) => problem(response, 401, "unauthenticated"), {
      auth,
    });
    await expect(crm.customers.get("c1")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(requests).toHaveLength(1);
    expect(reasons).not.toContain("rejected");
  });
});

describe("a token that runs out", () => {
  it("is renewed in the background while it is still good", async () => {
    const now = vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const old = jwt({ sub: "a", exp: inSeconds(300) });
    const { auth, reasons } = provider(old, jwt({ sub: "a", exp: inSeconds(900) }));
    const { crm, requests } = await backend((_, response) => json(response, {}), { auth });
    await crm.me.get();
    now.setSystemTime(Date.now() + 250_000);
    await Promise.all([crm.me.get(), crm.customers.get("c1")]);
    expect(reasons).toEqual(["initial", "expired"]);
    expect(requests[1]?.headers.authorization).toBe(`Bearer ${old}`);
    await sleep(20);
    await crm.me.get();
    expect(requests.at(-1)?.headers.authorization).not.toBe(`Bearer ${old}`);
  });

  it("is not fetched in a loop where the clock is wrong", async () => {
    const { auth, reasons } = provider(jwt({ sub: "a", exp: inSeconds(-3600) }));
    const { crm } = await backend((_, response) => json(response, {}), { auth });
    for (let n = 0; n < 5; n++) await crm.me.get();
    expect(reasons).toEqual(["initial"]);
  });
});

describe("signing out", () => {
  it("forgets token and stored answers, and aborts the reads under way", async () => {
    const { auth, reasons } = provider(jwt({ sub: "a" }), jwt({ sub: "b" }));
    const { crm, requests } = await backend(
      (request, response) => {
        if (request.path !== "/v1/customers/slow") json(response, { id: "c1" }, { etag: '"1"' });
      },
      { auth },
    );
    await crm.customers.get("c1");
    const slow = errorOf(crm.customers.get("slow"));
    await sleep(30);
    crm.signOut();
    expect(await slow).toMatchObject({ code: "aborted" });
    await crm.customers.get("c1");
    expect(reasons).toEqual(["initial", "initial"]);
    expect(requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
  });

  it("keeps what one person asked for from being sent in the name of the next", async () => {
    const { auth } = provider(jwt({ sub: "a" }), jwt({ sub: "b" }));
    const { crm, requests } = await backend(
      (_, response) => problem(response, 503, "unavailable", { "retry-after": "1" }),
      { auth },
    );
    const write = errorOf(crm.serviceRequests.create({ kind: "complaint", title: "Mine" }));
    await until(() => requests.length === 1);
    crm.signOut();
    expect(await write).toMatchObject({ code: "aborted" });
    expect(requests).toHaveLength(1);
  });

  it("ends a read that has not left yet, and asks for no token in its name", async () => {
    const { auth, reasons } = provider(jwt({ sub: "a" }));
    const { crm, requests } = await backend((_, response) => json(response, {}), { auth });
    await crm.me.get();
    const read = errorOf(crm.customers.get("c1"));
    crm.signOut();
    expect(await read).toMatchObject({ code: "aborted" });
    expect(reasons).toEqual(["initial"]);
    expect(requests).toHaveLength(1);
  });

  it("asks for no token for a feed that is stopped on hearing of it", async () => {
    const { auth, reasons } = provider(jwt({ sub: "a" }));
    const { crm } = await backend((_, response) => json(response, {}), { auth });
    const stop = crm.changes.subscribe({}, () => {});
    await until(() => reasons.length === 1);
    crm.signOut();
    await Promise.resolve().then(stop);
    await sleep(50);
    expect(reasons).toEqual(["initial"]);
  });

  it("ends an upload and a change that have not left yet", async () => {
    const { auth } = provider(jwt({ sub: "a" }), jwt({ sub: "b" }));
    const { crm, requests } = await backend((_, response) => json(response, {}), { auth });
    const calls = [crm.attachments.upload(new Blob(["Mine"])), crm.customers.update("c1", {})].map(errorOf);
    crm.signOut();
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: "aborted" });
    expect(requests).toHaveLength(0);
  });

  it("is noticed when a renewed token speaks of somebody else", async () => {
    const { auth } = provider(jwt({ sub: "a" }), jwt({ sub: "b" }));
    const { crm, requests } = await backend((_, response) => problem(response, 401, "token-expired"), {
      auth,
    });
    const states: string[] = [];
    crm.onAuthChange((state) => states.push(state));
    await expect(crm.serviceRequests.urge("s1")).rejects.toMatchObject({ code: "aborted" });
    expect(requests).toHaveLength(1);
    expect(states).toEqual(["changed"]);
  });
});
