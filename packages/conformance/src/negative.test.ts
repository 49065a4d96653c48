import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Caller } from "./http/caller.js";
import { Sender } from "./http/sender.js";
import { jsonBytes, sendNegative } from "./negative.js";

const received: string[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  received.push(body);
  response.writeHead(422).end();
});
let caller: Caller;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  const sender = new Sender({ url, timeoutMs: 5000, requestCap: 100, readOnly: false, signal });
  caller = new Caller("agent", "token", sender, () => "a-fresh-key");
});
afterAll(() => server.close());

const valid = { fault: "none", bytes: jsonBytes({ kind: "person", displayName: "Ada" }) };
const invalid = { fault: "no name", bytes: jsonBytes({ kind: "person" }) };

it("never sends a body that turns out valid, and draws another", async () => {
  const drawn = [valid, valid, invalid];
  const { sent } = await sendNegative(caller, "createCustomer", () => drawn.shift() ?? invalid);
  expect(sent).toBe(invalid);
  expect(received.splice(0)).toEqual([JSON.stringify({ kind: "person" })]);
});

it("is the kit's own error when there is nothing but valid bodies", async () => {
  await expect(sendNegative(caller, "createCustomer", () => valid)).rejects.toThrow("None of 50 bodies");
  expect(received).toEqual([]);
});

it("judges what goes over the wire, not what was meant", async () => {
  // JSON leaves out what is undefined: what looks like a wrong member is none any more.
  const body = {
    fault: "wrong type",
    bytes: jsonBytes({ kind: "person", displayName: "Ada", tags: undefined }),
  };
  await expect(sendNegative(caller, "createCustomer", () => body)).rejects.toThrow("None of 50 bodies");
});

it.each([
  ["half a body", new TextEncoder().encode('{"kind":"person","displayName":"Ada"')],
  ["bytes that are no text", new Uint8Array([0x22, 0xff, 0x22])],
  ["nothing", new Uint8Array()],
])("sends %s, since it is no JSON", async (fault, bytes) => {
  const { answer } = await sendNegative(caller, "createCustomer", () => ({ fault, bytes }));
  expect(answer.status).toBe(422);
});
