import type { CrmClient } from "@portico/sdk";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { PorticoServer } from "./support/server.ts";
import { OpenTab, Portal } from "./support/tabs.ts";
import { launchBrowser } from "./support/visitor.ts";

let server: PorticoServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let agent: CrmClient;

beforeAll(async () => {
  server = await PorticoServer.prepare();
  [browser] = await Promise.all([launchBrowser(), server.start()]);
  agent = await server.client("--as", "agent", "--id", "agent-1", "--unit", "service-desk");
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

interface Person {
  readonly token: string;
  /** Gets so many notes on a request, one after the other: two changes each. */
  note(count: number): Promise<void>;
  /** Ids of all changes so far. */
  changes(): Promise<string[]>;
}

async function personWithRequest(displayName: string): Promise<Person> {
  const customer = await agent.customers.create({ kind: "person", displayName });
  const request = await agent.serviceRequests.create({
    customerId: customer.id,
    kind: "suggestion",
    title: "A bench at the stop",
  });
  const token = await server.token("--as", "customer", "--customer", customer.id);
  const own = await server.client("--as", "customer", "--customer", customer.id);
  const { page } = await own.changes.list();
  return {
    token,
    async note(count) {
      for (let index = 0; index < count; index++) {
        await agent.serviceRequests.entries.create(request.id, {
          type: "comment",
          text: `Note ${index}`,
          visibility: "public",
        });
      }
    },
    async changes() {
      const ids: string[] = [];
      for (let after = page.nextCursor, more = true; more; ) {
        const read = await own.changes.list({ after });
        ids.push(...read.data.map(({ id }) => id));
        after = read.page.nextCursor;
        more = read.page.hasMore;
      }
      return ids;
    },
  };
}

async function portalWithTabs() {
  const portal = await Portal.open(server.url);
  const context: BrowserContext = await browser.newContext();
  onTestFinished(async () => {
    await context.close();
    await portal.close();
  });
  const tab = () => OpenTab.open(context, portal.url);
  const following = async (count: number, { token }: Person) => {
    const tabs: OpenTab[] = [];
    for (let index = 0; index < count; index++) {
      const opened = await tab();
      await opened.follow(token);
      tabs.push(opened);
    }
    return tabs as [OpenTab, OpenTab, ...OpenTab[]];
  };
  return { portal, tab, following };
}

test("four tabs hold one stream, and each hears all of fifty changes once and in order", async () => {
  const person = await personWithRequest("Anna Berg");
  const { portal, following } = await portalWithTabs();
  const tabs = await following(4, person);
  await person.note(25);
  const ids = await person.changes();
  expect(ids).toHaveLength(50);
  for (const tab of tabs) {
    await tab.hears(ids.length);
    expect(await tab.heard()).toEqual({ ids, status: "live", resyncs: 0 });
  }
  expect(portal.mostStreams).toBe(1);
});

test("the tab with the stream is closed, the next crashes, another joins: nobody misses a change", async () => {
  const person = await personWithRequest("Bao Chen");
  const { portal, following } = await portalWithTabs();
  const [first, second, third, fourth] = (await following(4, person)) as [OpenTab, OpenTab, OpenTab, OpenTab];
  await person.note(10);
  await Promise.all([person.note(15), first.page.close()]);
  await Promise.all([person.note(15), second.crash()]);
  await third.live();
  const before = await person.changes();
  await third.hears(before.length);
  const [fifth] = await following(1, person);
  await person.note(10);

  const ids = await person.changes();
  for (const tab of [third, fourth]) {
    await tab.hears(ids.length);
    expect(await tab.heard()).toMatchObject({ ids, resyncs: 0 });
  }
  const late = ids.slice(before.length);
  await fifth.hears(late.length);
  expect((await fifth.heard()).ids).toEqual(late);
  expect(portal.streams).toBe(1);
  expect(portal.mostStreams).toBeLessThanOrEqual(2);
});

test("a tab in which somebody else signs in leaves the others at once, even if it held the stream", async () => {
  const anna = await personWithRequest("Anna Dahl");
  const bela = await personWithRequest("Bela Egger");
  const { portal, following } = await portalWithTabs();
  const [first, second, third] = (await following(3, anna)) as [OpenTab, OpenTab, OpenTab];
  await anna.note(5);
  await first.becomes(bela.token);
  await Promise.all([anna.note(10), bela.note(10)]);

  const [annas, belas] = [await anna.changes(), await bela.changes()];
  for (const tab of [second, third]) {
    await tab.hears(annas.length);
    expect(await tab.heard()).toMatchObject({ ids: annas, resyncs: 0 });
  }
  await first.hears(belas.length);
  expect((await first.heard()).ids).toEqual(belas);
  expect(portal.streams).toBe(2);
});

test.for(["first", "second"] as const)(
  "the %s tab is frozen and hears on its return what it has missed",
  async (which) => {
    const person = await personWithRequest("Fei Gao");
    const { portal, following } = await portalWithTabs();
    const [first, second] = await following(2, person);
    const [frozen, other] = which === "first" ? [first, second] : [second, first];
    await person.note(5);
    await frozen.set("frozen");
    await person.note(10);
    await other.hears((await person.changes()).length);
    await frozen.set("active");
    await person.note(5);

    const ids = await person.changes();
    for (const tab of [frozen, other]) {
      await tab.hears(ids.length);
      expect((await tab.heard()).ids).toEqual(ids);
    }
    expect(portal.streams).toBe(1);
  },
);

test("a refresh token that two tabs share is used once", async () => {
  const { portal, tab } = await portalWithTabs();
  portal.token = (await personWithRequest("Hanna Ito")).token;
  const [one, other] = [await tab(), await tab()];
  await Promise.all([one.rotate(5), other.rotate(5)]);
  expect(portal.used).toEqual(Array.from({ length: 10 }, (_, index) => (index > 0 ? String(index) : "none")));
});
