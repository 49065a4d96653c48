import { expect, test } from "vitest";
import { createClient, isCrmError } from "../index.js";
import { fakeBackend } from "./index.js";

const quick = { limit: 2, baseDelay: 1 };

function start(options: Parameters<typeof fakeBackend>[0] = {}) {
  const backend = fakeBackend({
    customers: [
      { id: "wang", displayName: "王芳" },
      { id: "works", displayName: "Jiangnan Machinery" },
    ],
    serviceRequests: [
      { id: "sr1", customerId: "wang", title: "No light" },
      { id: "sr2", customerId: "works", title: "Low voltage" },
    ],
    ...options,
  });
  const of = (customerId: string) => {
    const token = () => backend.tokenFor({ principal: "customer", customerId });
    return createClient({ baseUrl: "https://fake.example", auth: token, fetch: backend.fetch, retry: quick });
  };
  return { backend, crm: of("wang"), other: of("works") };
}

test("an app's whole way works: make, read, urge, answer, withdraw", async () => {
  const { crm, backend } = start();
  const { id } = await crm.attachments.upload(new Blob(["42"], { type: "text/plain" }), {
    fileName: "读数.txt",
  });
  const made = await crm.serviceRequests.create({ kind: "fault", title: "Dark again", attachmentIds: [id] });
  expect(made).toMatchObject({
    state: "acknowledged",
    customer: { id: "wang" },
    attachments: [{ fileName: "读数.txt" }],
  });
  expect(await (await crm.attachments.content(id)).text()).toBe("42");
  expect((await crm.serviceRequests.urge(made.id)).marks.urgedCount).toBe(1);
  await crm.serviceRequests.entries.create(made.id, { type: "reply", text: "Any news?" });
  const { state } = await crm.serviceRequests.withdraw(made.id, { reason: "It is back." });
  expect(state).toBe("cancelled");
  const log = await crm.serviceRequests.entries.list(made.id);
  expect(log.data.map(({ type }) => type)).toEqual(["created", "urge", "reply", "stateChange"]);
  expect(backend.calls.map(({ operation }) => operation)).toContain("uploadAttachment");
});

test("each sees their own", async () => {
  const { crm, other } = start();
  expect((await crm.serviceRequests.list()).data.map(({ id }) => id)).toEqual(["sr1"]);
  await expect(other.serviceRequests.get("sr1")).rejects.toMatchObject({ code: "not-found" });
});

test("a failure lasts as long as it is told to, and the client retries it away", async () => {
  const { crm, backend } = start();
  backend.failNext("getMe", { status: 503, times: 2 });
  expect((await crm.me.get()).customerId).toBe("wang");
  expect(backend.calls.map(({ status }) => status)).toEqual([503, 503, 200]);
  backend.failNext("getMe", { code: "rate-limited", retryAfter: 3600 });
  await expect(crm.me.get()).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 3_600_000 });
});

test("a lost answer was carried out once, and the retry gets it", async () => {
  const { crm, backend } = start();
  backend.loseAnswer("createServiceRequest");
  const answer = await crm.serviceRequests.create({ kind: "praise", title: "Thank you" }).withResponse();
  expect(answer).toMatchObject({ replayed: true, attempts: 2 });
  expect((await crm.serviceRequests.list({ kind: ["praise"] })).data).toHaveLength(1);
});

test("a network that is off fails until it is on", async () => {
  const { crm, backend } = start();
  backend.offline();
  const error: unknown = await crm.me.get().catch((reason: unknown) => reason);
  expect(isCrmError(error, "connection")).toBe(true);
  expect(backend.calls).toEqual([]);
  expect(backend.requests).toHaveLength(3);
  backend.online();
  expect((await crm.me.get()).principal).toBe("customer");
});

test("tokens that expired are renewed once for all who wait", async () => {
  const { crm, backend } = start();
  await crm.me.get();
  backend.expireTokens();
  await Promise.all([crm.customers.get("wang"), crm.serviceRequests.get("sr1"), crm.capabilities.get()]);
  expect(backend.calls.filter(({ status }) => status === 401)).toHaveLength(3);
});

test("a slow answer can be aborted", async () => {
  const { crm, backend } = start();
  backend.delay(10_000);
  await expect(crm.me.get({ signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ code: "aborted" });
});

test("changes come through the stream, and again after it broke", async () => {
  const { crm, backend } = start();
  const seen: string[] = [];
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  const waiting: (() => void)[] = [];
  let live = () => {};
  const isLive = () => new Promise<void>((resolve) => (live = resolve));
  const first = isLive();
  const stop = crm.changes.subscribe(
    { subject: "sr1", resource: "serviceRequests" },
    ({ type }) => {
      seen.push(type);
      waiting.shift()?.();
    },
    { onStatus: (status) => status === "live" && live() },
  );
  await first;
  let told = next();
  await crm.serviceRequests.urge("sr1");
  await told;
  const again = isLive();
  backend.dropStreams();
  told = next();
  await crm.serviceRequests.withdraw("sr1", { reason: "Solved." });
  await Promise.all([again, told]);
  stop();
  expect(seen).toEqual(["portico.serviceRequest.updated", "portico.serviceRequest.updated"]);
});

test("what it does not do it says: in the capabilities and by an answer", async () => {
  const { crm } = start();
  await expect(crm.customers.summary("wang")).rejects.toMatchObject({ code: "unsupported" });
  expect(await crm.supports("getCustomerSummary")).toBe(false);
  expect(await crm.supports("createServiceRequest")).toBe(true);
});

test("its clock is the test's", async () => {
  let now = new Date("2030-01-01T00:00:00Z");
  const { crm } = start({ now: () => now });
  const { createdAt, id } = await crm.serviceRequests.create({ kind: "enquiry", title: "When?" });
  expect(createdAt).toMatch(/^2030-01-01/);
  now = new Date("2030-02-01T00:00:00Z");
  expect((await crm.serviceRequests.get(id)).marks.overdue).toBe(true);
});
