import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFields } from "@portico/contract";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestKinds } from "../domain/request-kinds.js";
import type { Store } from "../store.js";
import { connectPglite } from "../stores/postgres/connect.js";
import type { Connection } from "../stores/postgres/database.js";
import { entries, serviceRequests } from "../stores/postgres/schema.js";
import { openStore } from "../stores/postgres/store.js";
import { batchesOf } from "./batches.js";
import { generateWorld } from "./generate.js";
import { demoPeople, seedDemo } from "./index.js";
import type { World } from "./world.js";

const now = new Date("2026-11-20T02:20:00Z");
const staff = { audience: "staff", misconduct: "all" } as const;

/** What would differ first if chance or time crept in. */
const fingerprint = ({ customers, serviceRequests, entries }: World): string =>
  JSON.stringify([
    customers.map(({ displayName, number }) => [displayName, number]),
    serviceRequests.map(({ title, updatedAt, state }) => [title, updatedAt, state]),
    entries.length,
  ]);

describe("the demo's world", () => {
  const world = generateWorld(now);

  it("is the same for the same hour and another an hour later", () => {
    expect(fingerprint(generateWorld(new Date("2026-11-20T02:59:59Z")))).toBe(fingerprint(world));
    expect(fingerprint(generateWorld(new Date("2026-11-20T03:00:00Z")))).not.toBe(fingerprint(world));
  });

  it("holds about 600 customers and 6 000 requests of three trades over 18 months", () => {
    const months = new Set(world.serviceRequests.map(({ createdAt }) => createdAt.toISOString().slice(0, 7)));
    expect(world.customers.length).toBeGreaterThan(570);
    expect(world.customers.length).toBeLessThan(650);
    expect(world.serviceRequests.length).toBeGreaterThan(5900);
    expect(world.serviceRequests.length).toBeLessThan(6200);
    expect(months.size).toBeGreaterThanOrEqual(18);
    expect(new Set(world.customers.map(({ industry }) => industry))).toEqual(
      new Set(["utility", "bank", "expo"]),
    );
    expect(new Set(world.customers.map(({ kind }) => kind))).toEqual(
      new Set(["person", "household", "organization", "group"]),
    );
    expect(new Set(world.serviceRequests.map(({ language }) => language))).toEqual(
      new Set(["zh-Hans", "zh-Hant", "en"]),
    );
  });

  it("shows every state, and marks of every sort", () => {
    expect(new Set(world.serviceRequests.map(({ state }) => state)).size).toBe(8);
    const some = (is: (request: (typeof world.serviceRequests)[number]) => boolean | undefined) =>
      expect(world.serviceRequests.filter(is).length).toBeGreaterThan(4);
    some(({ urgedCount }) => (urgedCount ?? 0) > 0);
    some(({ supervised }) => supervised);
    some(({ escalated }) => escalated);
    some(({ reopenedCount }) => (reopenedCount ?? 0) > 0);
    some(({ dueAt }) => dueAt !== null && dueAt !== undefined && dueAt < now);
    some(({ anonymous }) => anonymous);
  });

  it("keeps every log in order, from the first word to the state the request is in, and nothing lies ahead", () => {
    const logs = new Map<string, World["entries"]>();
    for (const entry of world.entries)
      logs.set(entry.serviceRequestId, [...(logs.get(entry.serviceRequestId) ?? []), entry]);
    for (const request of world.serviceRequests) {
      const log = logs.get(request.id) ?? [];
      const times = log.map(({ createdAt }) => createdAt.getTime());
      expect(log[0]?.type).toBe("created");
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBe(request.updatedAt.getTime());
      expect(request.updatedAt <= now).toBe(true);
      expect(log.findLast(({ type }) => type === "stateChange")?.to ?? "acknowledged").toBe(request.state);
    }
  });

  it("obeys the fields that each kind describes, and the limits of the contract", () => {
    for (const { kind, customFields, title, description } of world.serviceRequests) {
      const descriptor = requestKinds.find(({ code }) => code === kind);
      expect(validateFields(descriptor?.fields ?? [], customFields)).toEqual([]);
      expect(title.length).toBeLessThanOrEqual(120);
      expect(`${title}${description}`).not.toMatch(/[<>[\]{}|]|undefined/);
    }
  });

  it("counts each rating in its indices, of which one has too few to be trusted", () => {
    const counted = (id: string) =>
      world.satisfactionCounts
        .filter(({ indexId }) => indexId === id)
        .reduce((sum, { count }) => sum + count, 0);
    expect(counted("demo-overall-csat")).toBe(world.ratings.filter(({ metric }) => metric === "csat").length);
    expect(counted("demo-bank-nps")).toBe(world.ratings.filter(({ metric }) => metric === "nps").length);
    expect(counted("demo-utility-hospital-csat")).toBeLessThan(30);
  });
});

const structureOf = async ({ db }: Connection): Promise<unknown[]> => [
  ...(await db.select({ text: sql`indexdef` }).from(sql`pg_indexes where schemaname = 'public' order by 1`)),
  ...(await db
    .select({ text: sql`conrelid::regclass || ' ' || pg_get_constraintdef(oid)` })
    .from(sql`pg_constraint where contype = 'f' and convalidated order by 1`)),
];

describe("seeding", () => {
  const generate = () => batchesOf(generateWorld(now));
  let folder: string;
  let connection: Connection;
  let store: Store;
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "portico-demo-"));
    connection = await connectPglite(folder);
    await seedDemo(connection.db, (text) => said.push(text), generate);
    store = await openStore(connection, () => now);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("says what it writes", () => {
    expect(said[0]).toMatch(/^Writing demo data: \d+ customers …$/);
  });

  it("leaves every index and every reference as the migrations made it", async () => {
    const untouched = await connectPglite();
    expect(await structureOf(connection)).toEqual(await structureOf(untouched));
    await untouched.close();
  });

  it("gives every persona, with their requests, to whoever asks for the people of a trade", async () => {
    for (const industry of ["utility", "bank", "expo"] as const) {
      const { customers, staff: people, indices, requests } = demoPeople(industry);
      for (const { id, displayName } of customers)
        expect((await store.customers.find(id, staff))?.displayName).toBe(displayName);
      for (const { id } of people) expect(await store.staff.find(id)).not.toBeNull();
      for (const { id } of indices) expect(await store.indices.find(id, staff)).not.toBeNull();
      for (const { id, customerId } of requests)
        expect((await store.requests.find(id, staff))?.customerId).toBe(customerId);
    }
  });

  it("is found by words in either script", async () => {
    const query = { scope: staff, sort: "displayName", limit: 5 };
    const { rows } = await store.customers.list({ ...query, filter: { q: "林慕云" } });
    expect(rows.map(({ displayName }) => displayName)).toEqual(["林慕雲家族"]);
    expect((await store.customers.list({ ...query, filter: { q: "Lingchuan Special" } })).rows).toHaveLength(
      1,
    );
  });

  it("leaves the feed empty and the next number free", async () => {
    expect(await store.feed.bounds()).toEqual({ earliest: 0, latest: 0 });
    const number = await store.transaction((tx) => tx.requests.nextNumber(now));
    expect(await connection.db.$count(serviceRequests, eq(serviceRequests.number, number))).toBe(0);
  });

  it("never touches a database that holds something", async () => {
    const before = await connection.db.$count(entries);
    expect(await seedDemo(connection.db, (text) => said.push(text), generate)).toBe(false);
    expect(said.at(-1)).toMatch(/holds customers or requests already/);
    expect(await connection.db.$count(entries)).toBe(before);
  });
});
