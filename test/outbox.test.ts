import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CrmClient, createClient } from "@portico/sdk";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, onTestFinished } from "vitest";
import { bundle } from "./support/bundle.ts";
import { killBeforeAnswer } from "./support/kill-before-answer.ts";
import type { OutboxPage } from "./support/outbox-page.ts";
import type { Task } from "./support/outbox-process.ts";
import { Relay } from "./support/relay.ts";
import type { PorticoServer } from "./support/server.ts";
import { test } from "./support/test.ts";
import type { Visitor } from "./support/visitor.ts";

const people = {
  carter: ["--as", "customer", "--customer", "demo-utility-carter"],
  wang: ["--as", "customer", "--customer", "demo-utility-wang"],
  service: ["--as", "service", "--id", "test"],
};
const tokens = new Map<string, Promise<string>>();
const folder = "/outbox-page/";
const files = new Map<string, string>();

beforeAll(async () => {
  const entry = fileURLToPath(new URL("support/outbox-page.ts", import.meta.url));
  for (const [name, code] of await bundle(entry, "page")) files.set(`${folder}${name}`, code);
});

describe("in a browser", () => {
  test("what is written offline outlives a reload and is sent once, with its file, when the line is back", async ({
    portico,
    visit,
  }) => {
    const visitor = await pagesOf(await visit());
    const page = await open(visitor, await tokenOf(portico, "carter"));
    await visitor.context.setOffline(true);
    const title = "Written in a tunnel";
    await add(page, title, "tunnel.txt");
    await page.reload();
    expect(await states(page)).toEqual(["queued"]);
    expect(await storage(page)).toEqual({ kind: "indexeddb" });
    await visitor.context.setOffline(false);
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(["sent"]);
    expect(await requestsOf(portico, title)).toEqual([["tunnel.txt"]]);
  });

  test("a reload after the backend took it, before it answered, makes no second request", async ({
    portico,
    visit,
  }) => {
    const visitor = await pagesOf(await visit());
    const page = await open(visitor, await tokenOf(portico, "carter"));
    const title = "Reloaded in mid-flight";
    const taken = takenWithoutAnswer(page);
    await add(page, title, "a.txt");
    await taken;
    await page.reload();
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(["sent"]);
    expect(await requestsOf(portico, title)).toEqual([["a.txt"]]);
  });

  test("what a tab that is closed, or crashes, was sending is taken over by the other", async ({
    portico,
    visit,
  }) => {
    const visitor = await pagesOf(await visit());
    const token = await tokenOf(portico, "carter");
    const other = await open(visitor, token);
    for (const end of ["closed", "crashed"]) {
      const page = await open(visitor, token);
      const title = `Sent by a tab that is ${end}`;
      const taken = takenWithoutAnswer(page);
      await add(page, title);
      await taken;
      if (end === "crashed") await crash(page);
      else await page.close();
      await expect.poll(() => requestsOf(portico, title), { timeout: 20_000 }).toEqual([[]]);
      await expect.poll(async () => new Set(await states(other))).toEqual(new Set(["sent"]));
      expect(await requestsOf(portico, title)).toEqual([[]]);
    }
  });

  test.for([
    ["with Web Locks", true],
    ["with a lease where there are none", false],
  ] as const)("of two tabs one sends, in order, %s", async ([, locks], { portico, visit }) => {
    const visitor = await pagesOf(await visit());
    // As on a page without TLS.
    if (!locks) await visitor.context.addInitScript(withoutTls);
    const token = await tokenOf(portico, "carter");
    const [left, right] = [await open(visitor, token), await open(visitor, token)];
    const { id } = await (await clientOf(portico, "carter")).serviceRequests.create(enquiry("Which tab?"));
    const posts = postsOf(visitor);
    const texts = ["1", "2", "3", "4", "5"];
    await Promise.all([reply(left, id, texts), reply(right, id, texts)]);
    await expect.poll(() => states(left), { timeout: 20_000 }).toEqual(Array(10).fill("sent"));
    await expect.poll(() => states(right)).toEqual(Array(10).fill("sent"));
    expect(posts.filter((path) => path.endsWith("/entries"))).toHaveLength(10);
    const replies = await repliesTo(await clientOf(portico, "carter"), id);
    expect(replies.sort()).toEqual([...texts, ...texts].sort());

    // A tab that goes away leaves its lease behind.
    await reply(left, id, ["6"]);
    await left.close();
    await expect.poll(() => states(right), { timeout: 20_000 }).toEqual(Array(11).fill("sent"));
    expect(await repliesTo(await clientOf(portico, "carter"), id)).toHaveLength(11);
  });

  test("the backend may be killed while it carries it out", async ({ portico, visit }) => {
    const visitor = await pagesOf(await visit());
    const page = await open(visitor, await tokenOf(portico, "carter"));
    const title = "The server dies of it";
    await killBeforeAnswer(portico, page);
    await add(page, title, "a.txt");
    await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(true);
    await expect.poll(() => states(page)).toEqual(["queued"]);
    await portico.start("--demo");
    await expect.poll(() => states(page), { timeout: 30_000 }).toEqual(["sent"]);
    expect(await requestsOf(portico, title)).toEqual([["a.txt"]]);
  });

  test("whoever signs in next neither sees nor sends it", async ({ portico, visit }) => {
    const visitor = await pagesOf(await visit());
    const title = "Carter's own";
    const page = await open(visitor, await tokenOf(portico, "carter"));
    await visitor.context.setOffline(true);
    await add(page, title);
    await page.close();
    await visitor.context.setOffline(false);
    const next = await open(visitor, await tokenOf(portico, "wang"));
    await flush(next);
    expect(await states(next)).toEqual([]);
    expect(await requestsOf(portico, title)).toEqual([]);
    const back = await open(visitor, await tokenOf(portico, "carter"));
    await expect.poll(() => states(back), { timeout: 20_000 }).toEqual(["sent"]);
    expect(await requestsOf(portico, title)).toEqual([[]]);
  });

  test("blocked storage is told, and entries are sent from memory", async ({ portico, visit }) => {
    const visitor = await pagesOf(await visit());
    await visitor.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("Denied.", "SecurityError");
      };
    });
    const page = await open(visitor, await tokenOf(portico, "carter"));
    expect(await storage(page)).toEqual({ kind: "memory", reason: "blocked" });
    await add(page, "From memory", "a.txt");
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(["sent"]);
    expect(await requestsOf(portico, "From memory")).toEqual([["a.txt"]]);
  });

  test("a full disk is told, and what it does not take is sent from memory", async ({ portico, visit }) => {
    const visitor = await pagesOf(await visit());
    const page = await visitor.context.newPage();
    const devtools = await visitor.context.newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: portico.url, quotaSize: 1_000_000 });
    await page.goto(`${folder}?token=${await tokenOf(portico, "carter")}`);
    await visitor.context.setOffline(true);
    await add(page, "Fits");
    await add(page, "Onto a full disk", "large.txt", 2_000_000);
    expect(await storage(page)).toEqual({ kind: "memory", reason: "quota" });
    await add(page, "Fits, too");
    expect(await storage(page)).toEqual({ kind: "indexeddb" });
    expect(await states(page)).toEqual(["queued", "queued", "queued"]);
    await visitor.context.setOffline(false);
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(["sent", "sent", "sent"]);
    expect(await requestsOf(portico, "Onto a full disk")).toEqual([["large.txt"]]);
  });

  test("a newer release takes the store over, and an older one leaves it alone", async ({
    portico,
    visit,
  }) => {
    const visitor = await pagesOf(await visit());
    const token = await tokenOf(portico, "carter");
    const older = await open(visitor, token);
    await visitor.context.setOffline(true);
    await add(older, "Kept for the newer release");
    const kept = await older.evaluate(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open(name, 99);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const count = request.result.transaction("entries").objectStore("entries").count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
      `portico.outbox ${portico.url}`,
    );
    expect(kept).toBe(1);
    expect(await storage(older)).toEqual({ kind: "memory", reason: "newer-version" });
    await older.reload();
    expect(await storage(older)).toEqual({ kind: "memory", reason: "newer-version" });
  });
});

describe("in Node", () => {
  test("a process killed while it was sending leaves nothing undone and nothing done twice", async ({
    portico,
  }) => {
    const relay = await relayTo(portico);
    const { crm, task } = await taskOn(portico, relay);
    const taken = relay.hold();
    const first = start({ ...task, replies: ["1", "2", "3"] });
    await taken;
    first.child.kill("SIGKILL");
    await first.ended;
    relay.release();
    await start({ ...task, replies: ["4"] }).ended;
    expect(await repliesTo(crm, task.id)).toEqual(["1", "2", "3", "4"]);
    expect(relay.posts.filter((path) => path === "/v1/attachments")).toHaveLength(4);
  });

  test("two processes share one folder, and one of them sends", async ({ portico }) => {
    const relay = await relayTo(portico);
    const { crm, task } = await taskOn(portico, relay);
    const texts = ["1", "2", "3", "4", "5"];
    const processes = [start({ ...task, replies: texts }), start({ ...task, replies: texts })];
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual(
      Array(2).fill("added file\nsent\n"),
    );
    expect((await repliesTo(crm, task.id)).sort()).toEqual([...texts, ...texts].sort());
    expect(relay.posts.filter((path) => path.endsWith("/entries"))).toHaveLength(10);
  });

  test("the backend may be killed and started again meanwhile", async ({ portico }) => {
    const relay = await relayTo(portico);
    const { crm, task } = await taskOn(portico, relay);
    await portico.kill();
    const sender = start({ ...task, url: portico.url, replies: ["1", "2", "3"] });
    await sender.added;
    await portico.start("--demo");
    await sender.ended;
    expect(await repliesTo(crm, task.id)).toEqual(["1", "2", "3"]);
  });
});

const enquiry = (title: string) => ({ kind: "enquiry", title, channel: "web", industry: "utility" });

/** Minted once: every mint is a process. */
function tokenOf(portico: PorticoServer, who: keyof typeof people): Promise<string> {
  const token = tokens.get(who) ?? portico.token(...people[who]);
  tokens.set(who, token);
  return token;
}

async function clientOf(portico: PorticoServer, who: keyof typeof people): Promise<CrmClient> {
  const token = await tokenOf(portico, who);
  return createClient({ baseUrl: portico.url, auth: () => token });
}

/** Lets a visitor's pages be served from memory, offline too. */
async function pagesOf(visitor: Visitor): Promise<Visitor> {
  visitor.excuse(/Failed to load resource/);
  await visitor.context.route(`**${folder}*`, (route) => {
    const code = files.get(new URL(route.request().url()).pathname);
    return code
      ? route.fulfill({ contentType: "text/javascript", body: code })
      : route.fulfill({
          contentType: "text/html",
          body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>`,
        });
  });
  return visitor;
}

async function open(visitor: Visitor, token: string): Promise<Page> {
  return visitor.open(`${folder}?token=${token}`);
}

/** Waits for the outbox of the page, which a reload may have just begun to open. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => "outbox" in globalThis);
}

async function add(page: Page, title: string, fileName?: string, size = 3): Promise<void> {
  await ready(page);
  await page.evaluate(
    async ({ body, fileName, size }) => {
      const { outbox } = globalThis as unknown as OutboxPage;
      const blob = new Blob(["x".repeat(size)], { type: "text/plain" });
      await outbox.add("createServiceRequest", { body, files: fileName ? [{ blob, fileName }] : [] });
    },
    { body: enquiry(title), fileName, size },
  );
}

async function reply(page: Page, id: string, texts: string[]): Promise<void> {
  await ready(page);
  await page.evaluate(
    async ({ id, texts }) => {
      const { outbox } = globalThis as unknown as OutboxPage;
      for (const text of texts)
        await outbox.add("createEntry", { path: { id }, body: { type: "reply", text } });
    },
    { id, texts },
  );
}

async function states(page: Page): Promise<string[]> {
  await ready(page);
  return page.evaluate(() =>
    (globalThis as unknown as OutboxPage).outbox.entries().map(({ state }) => state),
  );
}

async function storage(page: Page): Promise<unknown> {
  await ready(page);
  return page.evaluate(() => (globalThis as unknown as OutboxPage).outbox.storage);
}

async function flush(page: Page): Promise<void> {
  await ready(page);
  await page.evaluate(() => (globalThis as unknown as OutboxPage).outbox.flush());
}

/** The backend carries the next request of the page out, and the page never hears of it. */
function takenWithoutAnswer(page: Page): Promise<void> {
  return new Promise((resolve) => {
    void page.route(
      "**/v1/service-requests",
      async (route) => {
        await route.fetch();
        resolve();
      },
      { times: 1 },
    );
  });
}

async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Nobody is left to answer.
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}

function withoutTls(): void {
  Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
  Object.defineProperty(Crypto.prototype, "subtle", { value: undefined });
}

function postsOf(visitor: Visitor): string[] {
  const posts: string[] = [];
  visitor.context.on("request", (request) => {
    if (request.method() === "POST") posts.push(new URL(request.url()).pathname);
  });
  return posts;
}

/** Names of the files of every request of that title. */
async function requestsOf(portico: PorticoServer, title: string): Promise<string[][]> {
  const crm = await clientOf(portico, "service");
  const { data } = await crm.serviceRequests.list({ q: title });
  return data
    .filter((request) => request.title === title)
    .map(({ attachments = [] }) => attachments.map(({ fileName }) => fileName));
}

async function repliesTo(crm: CrmClient, id: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const entry of crm.serviceRequests.entries.list(id, { sort: "createdAt" })) {
    if (entry.type === "reply") texts.push(entry.text ?? "");
  }
  return texts;
}

async function relayTo(portico: PorticoServer): Promise<Relay> {
  const relay = await Relay.to(portico.url);
  onTestFinished(() => relay.close());
  return relay;
}

async function taskOn(portico: PorticoServer, relay: Relay): Promise<{ crm: CrmClient; task: Task }> {
  const path = await mkdtemp(join(tmpdir(), "outbox-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const crm = await clientOf(portico, "carter");
  const { id } = await crm.serviceRequests.create(enquiry("From a process"));
  const token = await tokenOf(portico, "carter");
  return { crm, task: { url: relay.url, token, folder: path, id, replies: [] } };
}

/** Runs the task in a process of its own. */
function start(task: Task): { child: ChildProcess; added: Promise<void>; ended: Promise<string> } {
  const script = fileURLToPath(new URL("support/outbox-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  const added = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes("added")) resolve();
    });
  });
  const ended = new Promise<string>((resolve) => child.once("exit", () => resolve(printed)));
  return { child, added, ended };
}
