import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { sharedAuth } from "./share-auth.js";

let names = 0;
const name = () => {
  names += 1;
  return `test-${names}`;
};

it("a refresh token that is good for one use is used once", async () => {
  let stored = 1;
  const used: number[] = [];
  const rotate = async () => {
    const mine = stored;
    used.push(mine);
    await sleep(20);
    stored = mine + 1;
    return `token-${mine}`;
  };
  const session = { name: name() };
  const tabs = [sharedAuth(rotate, session), sharedAuth(rotate, session), sharedAuth(rotate, session)];
  const tokens = await Promise.all(tabs.map((ask) => ask({ reason: "expired" })));
  expect(used).toEqual([1, 2, 3]);
  expect(tokens).toEqual(["token-1", "token-2", "token-3"]);
});

it("a provider that hangs in one tab does not hang the others", async () => {
  const session = { name: name(), patience: 50 };
  const hanging = sharedAuth(() => new Promise(() => undefined), session);
  void hanging({ reason: "initial" });
  await expect(sharedAuth(() => "token", session)({ reason: "initial" })).resolves.toBe("token");
});

it("what the provider throws reaches the client, and the next tab asks", async () => {
  const session = { name: name() };
  const failing = sharedAuth(() => {
    throw new TypeError("Failed to fetch");
  }, session);
  await expect(failing({ reason: "initial" })).rejects.toThrow("Failed to fetch");
  await expect(sharedAuth(() => null, session)({ reason: "rejected" })).resolves.toBeNull();
});

it("providers of different sessions do not wait for each other", async () => {
  void sharedAuth(() => new Promise(() => undefined), { name: name() })({ reason: "initial" });
  const asked = Date.now();
  await sharedAuth(() => "token", { name: name() })({ reason: "initial" });
  expect(Date.now() - asked).toBeLessThan(1000);
});
