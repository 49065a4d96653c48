import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../cli/main.js";
import type { Store } from "../../store.js";
import { connectPglite } from "../../stores/postgres/connect.js";
import type { Connection } from "../../stores/postgres/database.js";
import { customers, serviceRequests } from "../../stores/postgres/schema.js";
import { openStore } from "../../stores/postgres/store.js";
import { refusalTable } from "../refusals.js";
import { importRequests } from "./import-requests.js";
import { readRequestList } from "./read-list.js";

const staff = { audience: "staff", misconduct: "all" } as const;
const noProgress = { step: () => undefined, stop: () => undefined };
const sharedData =
  process.env.PORTICO_SHARED_DATA ?? resolve(import.meta.dirname, "../../../../../../shared/data");
const realList = join(sharedData, "chicago_open311_requests.json");

const record = (changes: object = {}) => ({
  service_request_id: "15-001",
  status: "open",
  service_name: "Pothole in Street",
  service_code: "4fd3b656",
  agency_responsible: "Division of Roads",
  requested_datetime: "2015-05-09T19:02:21-05:00",
  updated_datetime: "2015-05-10T10:00:00-05:00",
  address: "1200 W 81ST ST",
  lat: 41.74,
  long: -87.65,
  attributes: { WHEREIST: "TRAFFIC", LANES: ["1", "2"] },
  extended_attributes: { channel: "phone", ward: "21" },
  notes: [
    { datetime: "2015-05-09T19:02:21-05:00", type: "opened", summary: "Request opened" },
    {
      datetime: "2015-05-10T10:00:00-05:00",
      type: "follow_on_created",
      summary: "Follow-on created",
      description: "Survey #2 for Water",
      extended_attributes: { service_request_id: "15-002" },
    },
  ],
  ...changes,
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portico-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (content: string | Uint8Array): Promise<string> => {
  const file = join(folder, "list.json");
  await writeFile(file, content);
  return file;
};

describe("importing a GeoReport list", () => {
  let store: Store;
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectPglite();
    store = await openStore(connection);
    return () => store.close();
  });
  beforeEach(async () => {
    await connection.db.execute(sql`truncate ${customers}, ${serviceRequests} cascade`);
  });

  const run = (records: unknown[], dryRun = false) =>
    importRequests(store, records, { kind: "fault", system: "open311", dryRun }, noProgress);
  const stored = async (id = "15-001") => {
    const request = await store.requests.findByExternalRef({ system: "open311", id });
    if (!request) throw new Error(`${id} was not stored`);
    const query = { scope: staff, filter: { serviceRequestId: request.id }, sort: "createdAt", limit: 100 };
    return { request, entries: (await store.entries.list(query)).rows };
  };

  it("keeps times, place, identifier, agency and everything the standard does not know", async () => {
    await run([record()]);
    const { request, entries } = await stored();
    expect(request).toMatchObject({
      title: "Pothole in Street",
      category: "Pothole in Street",
      kind: "fault",
      channel: "phone",
      state: "inProgress",
      location: { address: "1200 W 81ST ST", latitude: 41.74, longitude: -87.65 },
      externalRefs: [{ system: "open311", id: "15-001" }],
      owner: { name: "Division of Roads" },
      unit: { name: "Division of Roads" },
      customFields: {
        service_code: "4fd3b656",
        "attributes.WHEREIST": "TRAFFIC",
        "attributes.LANES": ["1", "2"],
        "extended_attributes.ward": "21",
      },
    });
    expect(request.createdAt).toEqual(new Date("2015-05-10T00:02:21Z"));
    expect(entries.map(({ type, text, createdAt }) => [type, text, createdAt.toISOString()])).toEqual([
      ["created", "Request opened", "2015-05-10T00:02:21.000Z"],
      ["note", "Follow-on created\nSurvey #2 for Water", "2015-05-10T15:00:00.000Z"],
    ]);
    expect(entries[1]?.customFields).toEqual({ type: "follow_on_created", service_request_id: "15-002" });
  });

  it("takes the closing note's time as the end and the status notes as the result", async () => {
    const closed = { datetime: "2015-06-01T08:00:00-05:00", type: "closed", summary: "Request closed" };
    await run([record({ status: "closed", status_notes: "Filled", notes: [...record().notes, closed] })]);
    const { request, entries } = await stored();
    expect(request).toMatchObject({ state: "closed", resolution: "Filled", dueAt: null });
    expect(request.closedAt).toEqual(new Date("2015-06-01T13:00:00Z"));
    expect(entries.at(-1)).toMatchObject({ type: "stateChange", to: "closed" });
  });

  it("keeps who asked with the request, and a channel it does not know as it was given", async () => {
    await run([
      record({
        first_name: "Ada",
        last_name: "Wong",
        phone: "312 555 0100",
        extended_attributes: { channel: "kiosk" },
      }),
    ]);
    expect((await stored()).request).toMatchObject({
      customer: null,
      requester: { name: "Ada Wong", phone: "312 555 0100" },
      channel: "kiosk",
    });
  });

  it("changes nothing the second time", async () => {
    expect(await run([record()])).toMatchObject({ open: 1, entries: 2, unchanged: 0 });
    const before = await stored();
    expect(await run([record()])).toMatchObject({ open: 1, entries: 0, unchanged: 1, updated: 0 });
    expect(await stored()).toEqual(before);
  });

  it("adds only what is new when the record has moved on, alike notes included", async () => {
    await run([record()]);
    const again = { datetime: "2015-05-11T10:00:00-05:00", type: "activity", summary: "Crew sent" };
    const moved = record({ updated_datetime: again.datetime, notes: [...record().notes, again, again] });
    expect(await run([moved])).toMatchObject({ entries: 2, updated: 1 });
    const { request, entries } = await stored();
    expect(entries).toHaveLength(4);
    expect(request.updatedAt).toEqual(new Date(again.datetime));
    expect(await run([moved])).toMatchObject({ entries: 0, unchanged: 1 });
  });

  it("writes nothing in a dry run and says what would happen", async () => {
    expect(await run([record(), record({ service_request_id: "" })], true)).toMatchObject({
      open: 1,
      entries: 2,
      refused: 1,
    });
    expect(await store.requests.findByExternalRef({ system: "open311", id: "15-001" })).toBeNull();
  });

  it("refuses bad records by position, member and reason, and takes the good ones", async () => {
    const { service_request_id: _, ...nameless } = record();
    const outcome = await run([
      nameless,
      record({ service_request_id: "a", requested_datetime: "yesterday" }),
      record({ service_request_id: "b", lat: 141.7 }),
      record({ service_request_id: "c" }),
      record({ service_request_id: "c" }),
      "no object",
      record({ service_request_id: "d", description: "long ".repeat(1000) }),
      record({ service_request_id: "e", notes: [{ datetime: "2015-02-30T00:00:00Z", type: "opened" }] }),
      record({ service_request_id: "f", service_name: 7, status: "done", address: ["x"] }),
      record({ service_request_id: "g", description: "nul \0" }),
      null,
    ]);
    expect(outcome).toMatchObject({ open: 1, refused: 10 });
    expect(outcome.refusals.map(({ position, id, field }) => [position, id, field])).toEqual([
      [0, "", "service_request_id"],
      [1, "a", "requested_datetime"],
      [2, "b", "lat"],
      [4, "c", "service_request_id"],
      [5, "", ""],
      [6, "d", "description"],
      [7, "e", "notes[0].datetime"],
      [8, "f", "status"],
      [8, "f", "service_name"],
      [8, "f", "address"],
      [9, "g", "description"],
      [10, "", ""],
    ]);
    expect(refusalTable(outcome.refusals, "index").split("\n")[3]).toBe(
      "2      b   lat                 141.7                             must be <= 90",
    );
  });

  it.skipIf(!existsSync(realList))(
    `takes 50 real requests of a city with all their notes, once (${realList})`,
    async () => {
      const records = await readRequestList(realList);
      expect(await run(records)).toMatchObject({
        closed: 49,
        open: 1,
        entries: 276,
        refused: 0,
        unchanged: 0,
      });
      expect(await run(records)).toMatchObject({
        closed: 49,
        open: 1,
        entries: 0,
        refused: 0,
        unchanged: 50,
      });
      const { request, entries } = await stored("14-00684314");
      expect(request.closedAt).toEqual(new Date("2015-10-10T10:15:40-05:00"));
      expect(entries).toHaveLength(7);
      expect(entries[1]?.createdAt).toEqual(new Date("2014-07-29T14:11:00-05:00"));
    },
  );
});

describe("reading the list", () => {
  it("says on which line and in which column a file stops being JSON", async () => {
    const broken = async (text: string) => readRequestList(await fileOf(text));
    await expect(broken('[\n {"a": 1},\n {"b": oops}\n]')).rejects.toThrow(
      "line 3, column 8: Unexpected token 'o'",
    );
    await expect(broken('[\r\n {"a": 1}\r\n')).rejects.toThrow("line 3, column 1");
    await expect(broken("")).rejects.toThrow("the file is empty");
    await expect(broken('{"data": []}')).rejects.toThrow("holds no GeoReport v2 request list");
  });

  it("takes a byte order mark and Windows line ends, and refuses what is no UTF-8", async () => {
    expect(await readRequestList(await fileOf('\ufeff[\r\n{"status": "open"}\r\n]'))).toHaveLength(1);
    await expect(readRequestList(await fileOf(Uint8Array.of(0x5b, 0xff, 0x5d)))).rejects.toThrow(
      "is not text in UTF-8",
    );
    await expect(readRequestList(join(folder, "none.json"))).rejects.toThrow("cannot be read");
  });
});

describe("portico import open311", () => {
  it("ends with 0, 1 for refused records and 2 for a file it cannot read", async () => {
    const out: string[] = [];
    const err: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
    vi.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
    const portico = async (content: string) => {
      process.exitCode = 0;
      const code = await main([
        "node",
        "portico",
        "import",
        "open311",
        await fileOf(content),
        "--data",
        join(folder, "data"),
      ]);
      process.exitCode = 0;
      return code;
    };
    expect(await portico(JSON.stringify([record()]))).toBe(0);
    expect(
      await portico(JSON.stringify([record(), record({ service_request_id: "x", status: "lost" })])),
    ).toBe(1);
    expect(await portico("[")).toBe(2);
    vi.restoreAllMocks();
    expect(out).toEqual([
      "1 requests: 0 closed, 1 open; 2 entries; 0 refused; 0 already there",
      "1 requests: 0 closed, 1 open; 0 entries; 1 refused; 1 already there",
    ]);
    expect(err.join("\n")).toContain("is neither open nor closed");
    expect(err.at(-1)).toContain("line 1, column 2");
  });
});
