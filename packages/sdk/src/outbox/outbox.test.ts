import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CrmClient } from "../index.js";
import { errorOf, until } from "../test/fault-server.js";
import { keyedBackend, tokenOf } from "../test/keyed-backend.js";
import { fileStore } from "./file.js";
import { type OutboxOptions, openOutbox } from "./index.js";

const input = (title: string) => ({ kind: "fault", title });
const reply = (text: string) => ({ type: "reply", text }) as const;
const requests = "/v1/service-requests";
const text = (content: string, type = "text/plain") => new Blob([content], { type });

/** An outbox that closes with the test. Fast: it gives the client no retries of its own. */
async function opened(crm: CrmClient, options: OutboxOptions = {}) {
  const outbox = await openOutbox(crm, options);
  onTestFinished(() => outbox.close());
  return outbox;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "outbox-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const titles = (made: { body: Record<string, unknown> }[]) => made.map(({ body }) => body.title ?? body.text);

describe("an entry", () => {
  it("is queued, sent, and keeps what the backend answered", async () => {
    const { crm, made } = await keyedBackend();
    const states: string[] = [];
    const outbox = await opened(crm, {
      onChange: ([first]) => states.push(first?.state ?? "none"),
    });
    const entry = await outbox.add("createServiceRequest", { body: input("No light") });
    expect(entry).toMatchObject({
      operation: "createServiceRequest",
      state: "queued",
      body: input("No light"),
    });
    expect(await outbox.settled(entry.id)).toMatchObject({
      state: "sent",
      result: { id: "id-1" },
      attempts: 1,
    });
    expect([...new Set(states)]).toEqual(["queued", "sending", "sent"]);
    expect(made(requests)).toMatchObject([{ key: entry.id, body: input("No light") }]);
  });

  it("whose answer was lost exists once, under the key it was given when it was added", async () => {
    const { client, faults, made, posts } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    faults.push("answer-lost", "request-lost");
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    expect(await outbox.settled(id)).toMatchObject({ state: "sent", attempts: 3 });
    expect(made()).toHaveLength(1);
    expect(posts().map(({ headers }) => headers["idempotency-key"])).toEqual([id, id, id]);
  });

  it("is taken down as it is when it is added", async () => {
    const { crm, made } = await keyedBackend();
    const outbox = await opened(crm);
    const body = input("Before");
    const adding = outbox.add("createServiceRequest", { body });
    body.title = "After";
    await outbox.settled((await adding).id);
    expect(titles(made())).toEqual(["Before"]);
  });

  it("that is refused has failed, with the problem as plain data, until it is retried under a fresh key", async () => {
    const { crm, faults, made, posts } = await keyedBackend();
    const outbox = await opened(crm);
    const errors = [{ pointer: "/title", code: "too-long", message: "Too long." }];
    faults.push({ status: 422, code: "validation-failed", more: { errors } });
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    const failed = await outbox.settled(id);
    expect(failed).toMatchObject({
      state: "failed",
      error: { code: "validation-failed", problem: { errors } },
    });
    expect(structuredClone(failed)).toEqual(failed);
    expect(made()).toEqual([]);

    await outbox.retry(id);
    expect(await outbox.settled(id)).toMatchObject({ state: "sent", error: undefined });
    const keys = posts().map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(2);
  });

  it("is put off as long as the backend asks, however often it is flushed", async () => {
    const { client, faults, made, posts } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    faults.push({ status: 429, code: "rate-limited", headers: { "retry-after": "1" } });
    const startedAt = Date.now();
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    await until(() => posts().length === 1);
    await outbox.flush();
    await outbox.flush();
    expect(outbox.entries()).toMatchObject([{ state: "queued", error: { code: "rate-limited" } }]);
    await outbox.settled(id);
    expect(Date.now() - startedAt).toBeGreaterThan(900);
    expect(made()).toHaveLength(1);
  });

  it("is not slept over when the time it was put off for ends at once", async () => {
    const { client, faults, made } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    for (const retryAfterMs of [0, 1, 2, 0, 1, 2, 0, 1, 2]) {
      faults.push({ status: 429, code: "rate-limited", more: { retryAfterMs } });
    }
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    await outbox.settled(id);
    expect(made()).toHaveLength(1);
  });

  it("without the id its address needs is refused at once", async () => {
    const { crm, requests: arrived } = await keyedBackend();
    const outbox = await opened(crm);
    const error = await errorOf(outbox.add("createEntry", { body: reply("Hello") }));
    expect(error.code).toBe("invalid-argument");
    const unknown = await errorOf(outbox.add("createEntry", { body: reply("Hello"), after: "nothing" }));
    expect(unknown.code).toBe("invalid-argument");
    expect(arrived).toEqual([]);
  });

  it("that was sent is forgotten after a while", async () => {
    const { crm } = await keyedBackend();
    const outbox = await opened(crm, { keepSentMs: 100 });
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    await outbox.settled(id);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await outbox.flush();
    expect(outbox.entries()).toEqual([]);
  });
});

describe("the order", () => {
  it("is kept for each request, while different requests go at the same time, four at most", async () => {
    const { crm, made, state } = await keyedBackend();
    const outbox = await opened(crm);
    state.delayMs = 20;
    const added = [];
    for (const round of [1, 2, 3]) {
      for (const id of ["a", "b", "c", "d", "e", "f"]) {
        added.push(outbox.add("createEntry", { path: { id }, body: reply(`${id}${round}`) }));
      }
    }
    for (const entry of await Promise.all(added)) await outbox.settled(entry.id);
    for (const id of ["a", "b", "c", "d", "e", "f"]) {
      expect(titles(made(`${requests}/${id}/entries`))).toEqual([`${id}1`, `${id}2`, `${id}3`]);
    }
    expect(state.busiest).toBe(4);
  });

  it("holds what comes after a refusal about the same request, and nothing else, until it is discarded", async () => {
    const { crm, faults, made } = await keyedBackend();
    const outbox = await opened(crm);
    faults.push({ status: 409, code: "action-not-allowed" });
    const first = await outbox.add("createEntry", { path: { id: "a" }, body: reply("a1") });
    await outbox.settled(first.id);
    const second = await outbox.add("createEntry", { path: { id: "a" }, body: reply("a2") });
    const other = await outbox.add("createEntry", { path: { id: "b" }, body: reply("b1") });
    await outbox.settled(other.id);
    await outbox.flush();
    expect(titles(made())).toEqual(["b1"]);
    await outbox.discard(first.id);
    await outbox.settled(second.id);
    expect(titles(made())).toEqual(["b1", "a2"]);
  });

  it("lets a reply follow a request that has no id yet, and others follow it by that id", async () => {
    const { crm, made, state } = await keyedBackend();
    const outbox = await opened(crm);
    state.delayMs = 20;
    const request = await outbox.add("createServiceRequest", { body: input("No light") });
    const after = request.id;
    const replies = [1, 2, 3].map((n) => outbox.add("createEntry", { body: reply(`r${n}`), after }));
    const last = (await Promise.all(replies))[2]?.id ?? "";
    const { result } = await outbox.settled(after);
    const { id } = result as { id: string };
    const byId = await outbox.add("createEntry", { path: { id }, body: reply("r4") });
    await outbox.settled(last);
    await outbox.settled(byId.id);
    expect(titles(made(`${requests}/${id}/entries`))).toEqual(["r1", "r2", "r3", "r4"]);
  });

  it("fails what was to follow an entry that is discarded", async () => {
    const { crm, faults } = await keyedBackend();
    const outbox = await opened(crm);
    faults.push({ status: 403, code: "forbidden" });
    const request = await outbox.add("createServiceRequest", { body: input("No light") });
    const follower = await outbox.add("createEntry", { body: reply("Hello"), after: request.id });
    await outbox.settled(request.id);
    await outbox.discard(request.id);
    const failed = await outbox.settled(follower.id);
    expect(failed).toMatchObject({ state: "failed", error: { code: "parent-discarded" } });
  });
});

describe("files", () => {
  it("are uploaded once under keys of their own, however often the entry is sent", async () => {
    const { client, faults, made } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    faults.push(undefined, "answer-lost", undefined, "request-lost", "answer-lost");
    const { id } = await outbox.add("createServiceRequest", {
      body: { ...input("No light"), attachmentIds: ["att-0"] },
      files: [{ blob: text("one"), fileName: "one.txt" }, { blob: text("two") }],
    });
    expect(await outbox.settled(id)).toMatchObject({
      state: "sent",
      files: [
        { fileName: "one.txt", mediaType: "text/plain", size: 3 },
        { fileName: "file", mediaType: "text/plain", size: 3 },
      ],
    });
    const uploads = made("/v1/attachments");
    expect(uploads.map(({ key, body }) => [key, body.content])).toEqual([
      [`${id}/0`, "one"],
      [`${id}/1`, "two"],
    ]);
    expect(made(requests)).toMatchObject([
      { key: id, body: { attachmentIds: ["att-0", ...uploads.map((upload) => upload.id)] } },
    ]);
  });

  it("that the backend has forgotten are uploaded again, and the entry has another key for them", async () => {
    const { crm, forgotten, made, faults } = await keyedBackend();
    const outbox = await opened(crm);
    faults.push(undefined, undefined, { status: 403, code: "forbidden" });
    const { id } = await outbox.add("createServiceRequest", {
      body: input("No light"),
      files: [{ blob: text("one") }, { blob: text("two") }],
    });
    await outbox.settled(id);
    const [first, second] = made("/v1/attachments");
    forgotten.add(second?.id ?? "");
    await outbox.retry(id);
    expect(await outbox.settled(id)).toMatchObject({ state: "sent" });
    const uploads = made("/v1/attachments");
    expect(uploads.map(({ body }) => body.content)).toEqual(["one", "two", "two"]);
    expect(made(requests)).toMatchObject([{ body: { attachmentIds: [first?.id, uploads[2]?.id] } }]);
  });
});

describe("a lost connection", () => {
  it("keeps everything queued and asks something harmless before anything is sent again", async () => {
    const { client, made, posts, state } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    state.down = true;
    const ids = [];
    for (const title of ["one", "two", "three"]) {
      ids.push((await outbox.add("createServiceRequest", { body: input(title) })).id);
    }
    await outbox.flush();
    expect(outbox.entries().map((entry) => entry.state)).toEqual(["queued", "queued", "queued"]);
    expect(posts()).toEqual([]);
    state.down = false;
    await outbox.flush();
    expect(titles(made()).sort()).toEqual(["one", "three", "two"]);
  });

  it("is got over without anybody's help", async () => {
    const { client, made, state } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }));
    state.down = true;
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    setTimeout(() => {
      state.down = false;
    }, 300);
    await outbox.settled(id);
    expect(made()).toHaveLength(1);
  });
});

describe("time", () => {
  it("ends the waiting of what was never sent", async () => {
    const { client, posts, state } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }), { expiresAfterMs: 100 });
    state.down = true;
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    expect(await outbox.settled(id)).toMatchObject({ state: "failed", error: { code: "expired" } });
    state.down = false;
    await outbox.flush();
    expect(posts()).toEqual([]);
  });

  it("leaves to the app what may have been carried out and whose key the backend has forgotten", async () => {
    const { client, faults, made, state, posts } = await keyedBackend();
    const outbox = await opened(client({ retry: { limit: 0 } }), { keysKeptMs: 150 });
    faults.push("answer-lost");
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    await until(() => made().length === 1);
    state.down = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
    state.down = false;
    await outbox.flush();
    expect(await outbox.settled(id)).toMatchObject({ state: "failed", error: { code: "outcome-unknown" } });
    expect(posts()).toHaveLength(1);

    await outbox.retry(id);
    expect(await outbox.settled(id)).toMatchObject({ state: "sent" });
    expect(made(), "the key is kept: a backend that still knows it makes nothing new").toHaveLength(1);
  });
});

describe("another principal", () => {
  it("sees nothing of an entry, and it goes when its owner is back", async () => {
    const { client, made, state } = await keyedBackend();
    let who = "anna";
    const crm = client({ auth: () => tokenOf(who), retry: { limit: 0 } });
    const outbox = await opened(crm, { store: fileStore(await folder()) });
    state.down = true;
    await outbox.add("createServiceRequest", { body: input("Anna's") });
    who = "bert";
    crm.signOut();
    expect(outbox.entries()).toEqual([]);
    state.down = false;
    const { id } = await outbox.add("createServiceRequest", { body: input("Bert's") });
    expect(outbox.entries()).toMatchObject([{ id }]);
    await outbox.settled(id);
    await outbox.flush();
    expect(made()).toMatchObject([{ sender: "bert", body: { title: "Bert's" } }]);
    who = "anna";
    crm.signOut();
    await outbox.flush();
    expect(made().map(({ sender, body }) => [sender, body.title])).toEqual([
      ["bert", "Bert's"],
      ["anna", "Anna's"],
    ]);
  });

  it("who signs in while an entry is on its way never sends it", async () => {
    const { client, made, posts, state } = await keyedBackend();
    let who = "anna";
    const crm = client({ auth: () => tokenOf(who) });
    const outbox = await opened(crm);
    state.delayMs = 30;
    for (const title of ["a1", "a2", "a3", "a4", "a5", "a6"]) {
      await outbox.add("createServiceRequest", { body: input(title) });
    }
    await until(() => posts().length > 0);
    who = "bert";
    crm.signOut();
    await crm.me.get();
    const { id } = await outbox.add("createServiceRequest", { body: input("b1") });
    await outbox.settled(id);
    await outbox.flush();
    for (const { sender, body } of made()) expect(body.title).toMatch(sender === "anna" ? /^a/ : /^b/);
    who = "anna";
    crm.signOut();
    await outbox.flush();
    expect(titles(made()).sort()).toEqual(["a1", "a2", "a3", "a4", "a5", "a6", "b1"]);
  });

  it("is not looked for after a sign-out, until somebody uses the client again", async () => {
    const { client, made, state } = await keyedBackend();
    const asked: string[] = [];
    const auth = () => {
      asked.push("token");
      return tokenOf("anna");
    };
    const crm = client({ auth, retry: { limit: 0 } });
    const outbox = await opened(crm);
    state.down = true;
    await outbox.add("createServiceRequest", { body: input("Anna's") });
    crm.signOut();
    const before = asked.length;
    state.down = false;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(asked).toHaveLength(before);
    expect(made()).toEqual([]);
    await crm.me.get();
    await until(() => made().length === 1);
  });

  it("gets nothing of what was still being added when the owner left, and the provider is not asked for it", async () => {
    const { client, made } = await keyedBackend();
    let asked = 0;
    const crm = client({
      auth: () => {
        asked += 1;
        return tokenOf("anna");
      },
    });
    const outbox = await opened(crm);
    const adding = outbox.add("createServiceRequest", { body: input("Anna's") });
    const before = asked;
    crm.signOut();
    expect(await errorOf(adding)).toMatchObject({ code: "aborted" });
    expect(asked).toBe(before);
    expect(made()).toEqual([]);
  });

  it("whose token comes with a renewal, and says nothing of whom it is, sends nothing of the first", async () => {
    const { client, faults, made, requests: arrived } = await keyedBackend();
    let token = "of-anna";
    const crm = client({ auth: () => token });
    const outbox = await opened(crm);
    await crm.me.get();
    token = "of-bert";
    faults.push({ status: 401, code: "token-expired" });
    await outbox.add("createServiceRequest", { body: input("Anna's") });
    await until(() => arrived.some(({ headers }) => headers.authorization === "Bearer of-bert"));
    await outbox.flush();
    expect(made()).toEqual([]);
    expect(outbox.entries()).toEqual([]);
    token = "of-anna";
    crm.signOut();
    await outbox.flush();
    expect(made()).toMatchObject([{ sender: "of-anna", body: { title: "Anna's" } }]);
  });

  it("is told by the backend where tokens say nothing, and by the app where there is no token", async () => {
    const { client, made, requests: arrived } = await keyedBackend();
    let token = "opaque-of-anna";
    const opaque = await opened(client({ auth: () => token }));
    const first = await opaque.add("createServiceRequest", { body: input("By token") });
    await opaque.settled(first.id);
    token = "another";
    expect(arrived.filter(({ path }) => path === "/v1/me").length).toBeGreaterThan(0);

    let name: string | null = "anna";
    const named = await opened(client(), { principal: () => name });
    const second = await named.add("createServiceRequest", { body: input("By cookie") });
    await named.settled(second.id);
    name = null;
    await named.flush();
    expect(named.entries()).toEqual([]);
    expect(titles(made())).toEqual(["By token", "By cookie"]);
  });
});

describe("storage", () => {
  it("is memory where there is nothing better, and says why", async () => {
    const { crm } = await keyedBackend();
    expect((await opened(crm)).storage).toEqual({ kind: "memory", reason: "unavailable" });

    const path = join(await folder(), "file");
    await writeFile(path, "not a folder");
    const outbox = await opened(crm, { store: fileStore(path) });
    expect(outbox.storage).toEqual({ kind: "memory", reason: "blocked" });
    const { id } = await outbox.add("createServiceRequest", { body: input("No light") });
    expect(await outbox.settled(id)).toMatchObject({ state: "sent" });
  });

  it("that a newer release has written is left as it is", async () => {
    const { crm } = await keyedBackend();
    const path = await folder();
    const first = await opened(crm, { name: "n", store: fileStore(path) });
    await first.close();
    await writeFile(join(path, "n", "format"), "99");
    await writeFile(join(path, "n", "of-the-future.json"), "other");
    const outbox = await opened(crm, { name: "n", store: fileStore(path) });
    expect(outbox.storage).toEqual({ kind: "memory", reason: "newer-version" });
    expect(await readFile(join(path, "n", "of-the-future.json"), "utf8")).toBe("other");
  });

  it("keeps entries and files for the next time, and sends again under the same key what was on its way", async () => {
    const { client, made, state, posts } = await keyedBackend();
    const store = fileStore(await folder());
    const crm = client({ retry: { limit: 0 } });
    const first = await opened(crm, { store });
    expect(first.storage).toEqual({ kind: "file" });
    state.delayMs = 100;
    const { id } = await first.add("createServiceRequest", {
      body: input("No light"),
      files: [{ blob: text("one") }],
    });
    await until(() => posts().some(({ path }) => path === requests));
    await first.close();
    state.delayMs = 0;
    const second = await opened(crm, { store });
    expect(await second.settled(id)).toMatchObject({ state: "sent" });
    expect(made().map(({ key }) => key)).toEqual([`${id}/0`, id]);
  });

  it("sets an entry aside that a crash has torn, and goes on with the others", async () => {
    const { crm, made, state } = await keyedBackend();
    const path = await folder();
    state.down = true;
    const first = await opened(crm, { name: "n", store: fileStore(path) });
    const torn = await first.add("createServiceRequest", { body: input("torn") });
    await first.add("createServiceRequest", { body: input("whole") });
    await first.close();
    const file = join(path, "n", `${torn.id}.json`);
    await writeFile(file, (await readFile(file, "utf8")).slice(0, 40));
    state.down = false;
    const second = await opened(crm, { name: "n", store: fileStore(path) });
    await second.flush();
    expect(titles(made())).toEqual(["whole"]);
    expect(await readdir(join(path, "n"))).toContain(`${torn.id}.json.damaged`);
  });

  it("is shared: of two outboxes one sends, and each sees what the other adds and discards", async () => {
    const { client, made, posts, state } = await keyedBackend();
    const store = fileStore(await folder());
    const [left, right] = [await opened(client(), { store }), await opened(client(), { store })];
    state.delayMs = 20;
    const added = [];
    for (const n of [1, 2, 3, 4, 5]) {
      for (const outbox of [left, right]) {
        added.push(await outbox.add("createEntry", { path: { id: "a" }, body: reply(`${n}`) }));
      }
    }
    await until(() =>
      [left, right].every((one) => one.entries().filter(({ state }) => state === "sent").length === 10),
    );
    expect(made()).toHaveLength(10);
    expect(posts(), "nothing was sent by both").toHaveLength(10);
    expect(titles(made())).toEqual(["1", "1", "2", "2", "3", "3", "4", "4", "5", "5"]);
    await left.discard(added[0]?.id ?? "");
    await until(() => right.entries().length === 9);
  });
});
