import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../store.js";
import { connectPglite } from "../../stores/postgres/connect.js";
import type { Connection } from "../../stores/postgres/database.js";
import { customers, serviceRequests } from "../../stores/postgres/schema.js";
import { openStore } from "../../stores/postgres/store.js";
import { refusalTable } from "../refusals.js";
import { mapColumns } from "./columns.js";
import { importCustomers } from "./import-customers.js";
import { readTable } from "./read-table.js";

const staff = { audience: "staff", misconduct: "all" } as const;
const noProgress = { step: () => undefined, stop: () => undefined };

/** 客户编号,姓名,手机 and one row, as Chinese Excel writes them. */
const gb18030 = Uint8Array.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa,
  0x0d, 0x0a, 0x41, 0x31, 0x2c, 0xcd, 0xf5, 0xd0, 0xe3, 0xc0, 0xbc, 0x2c, 0x31, 0x33, 0x38, 0x30, 0x30, 0x31,
  0x33, 0x38, 0x30, 0x30, 0x30, 0x0d, 0x0a,
]);

describe("importing customers", () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "portico-customers-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectPglite();
    store = await openStore(connection);
    return () => store.close();
  });
  beforeEach(async () => {
    await connection.db.execute(sql`truncate ${customers}, ${serviceRequests} cascade`);
  });

  interface Options {
    map?: string[];
    idColumn?: string;
    ignoreUnmapped?: boolean;
    kind?: string;
    system?: string;
    dryRun?: boolean;
  }

  async function run(content: string | Uint8Array, options: Options = {}) {
    const { map = [], idColumn, ignoreUnmapped = false, kind, system, dryRun = false } = options;
    const file = join(folder, "customers.csv");
    await writeFile(file, content);
    const table = await readTable(file);
    const targets = mapColumns(table.header, { map, idColumn, ignoreUnmapped });
    return importCustomers(store, table, { targets, kind, system, dryRun }, noProgress);
  }
  const all = async () =>
    (await store.customers.list({ scope: staff, filter: {}, sort: "createdAt", limit: 100 })).rows;

  it("knows English and Chinese column names, labels of the code lists, and keeps other columns", async () => {
    const outcome = await run(
      "客户编号,客户名称,客户类型,手机,邮箱,地址,客户等级,segment,标签,备注栏\n" +
        "U-1,江海恒远机械有限公司,企业单位,138 0013 8000,office@example.cn,解放路 1 号,重点客户,大工业用户,光伏；双电源,老客户\n",
    );
    expect(outcome).toMatchObject({ added: 1, refused: 0 });
    expect((await all())[0]).toMatchObject({
      number: "U-1",
      displayName: "江海恒远机械有限公司",
      kind: "organization",
      tier: "key",
      segment: "largeIndustrial",
      tags: ["光伏", "双电源"],
      contactPoints: [
        { type: "mobile", value: "138 0013 8000" },
        { type: "email", value: "office@example.cn" },
        { type: "address", value: "解放路 1 号" },
      ],
      customFields: { 备注栏: "老客户" },
    });
  });

  it("reads GB18030, a byte order mark, semicolons, tabs and quoted line breaks", async () => {
    await run(gb18030, { kind: "person" });
    await run('\ufeffnumber;name;address\r\nA2;Ada;"1 Main St\r\nFlat 2"\r\n', { kind: "person" });
    await run("number\tname\nA3\tGrace, Hopper\n", { kind: "person" });
    expect((await all()).map(({ displayName }) => displayName)).toEqual(["王秀兰", "Ada", "Grace, Hopper"]);
  });

  it("changes nothing the second time, and only what differs the third", async () => {
    const table =
      "number,name,kind,phone,email\nA1,Ada,person,010-1234567,ada@example.com\nA2,Ben,person,,ben@example.com\n";
    expect(await run(table)).toMatchObject({ added: 2 });
    const before = await all();
    expect(await run(table)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(await all()).toEqual(before);
    const later = "number,name,kind,email,tier\nA1,Ada Wong,person,,B\nA2,Ben,person,ben@example.com,\n";
    expect(await run(later)).toMatchObject({ updated: 1, unchanged: 1 });
    const [ada] = (await all()).filter(({ number }) => number === "A1");
    expect(ada).toMatchObject({
      displayName: "Ada Wong",
      tier: "B",
      contactPoints: before[0]?.contactPoints,
    });
  });

  it("knows a customer again by another system's identifier", async () => {
    const options = {
      system: "sap",
      idColumn: "Kundennr",
      map: ["Firma=name", "Ort=customFields.city"],
      kind: "organization",
    };
    expect(await run("Kundennr;Firma;Ort\n77;Brackwell Ltd;Leeds\n", options)).toMatchObject({ added: 1 });
    expect(await run("Kundennr;Firma;Ort\n77;Brackwell Ltd;York\n", options)).toMatchObject({ updated: 1 });
    expect(await all()).toMatchObject([
      { externalRefs: [{ system: "sap", id: "77" }], customFields: { city: "York" } },
    ]);
  });

  it("links a firm to its group by number, also in a dry run, which writes nothing", async () => {
    const table =
      "number,name,kind,parent\nG1,Lingchuan Group,group,\nF1,Lingchuan Steel,organization,G1\nF2,Stray,organization,G9\n";
    expect(await run(table, { dryRun: true })).toMatchObject({ added: 2, refused: 1 });
    expect(await all()).toEqual([]);
    await run(table);
    expect((await all())[1]?.parent?.displayName).toBe("Lingchuan Group");
  });

  it("refuses rows by line, column and reason in an aligned table, and takes the good ones", async () => {
    const outcome = await run(
      `number,姓名,kind,language\nA1,王秀兰,person,zh-Hans\nA2,,person,\nA3,李雷,robot,\nA1,又一位,person,\n,韩梅梅,person,\nA6,多,person,en,extra\nA7,${"长".repeat(201)},person,\n`,
    );
    expect(outcome).toMatchObject({ added: 1, refused: 6 });
    expect(refusalTable(outcome.refusals, "line").split("\n")).toEqual([
      "line  id      field        value                                                            reason",
      "3     A2      displayName                                                                   is missing",
      "4     A3      kind         robot                                                            must be one of the known values",
      "5     A1      number       A1                                                               is in this file before, on line 2",
      "6     韩梅梅  number                                                                        needs a number, or --system and --id-column, to be known again",
      "7     A6                   extra                                                            has 5 cells for 4 columns",
      "8     A7      姓名         长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…  must NOT have more than 200 characters",
    ]);
  });

  it("explains options that do not fit the file", async () => {
    await expect(run("number,who\n1,x\n")).rejects.toThrow("No column holds the name");
    await expect(run("number,name\n1,x\n", { map: ["nme=name"] })).rejects.toThrow(
      "the column “nme”, which the file does not have",
    );
    await expect(run("number,name\n1,x\n", { map: ["name=nickname"] })).rejects.toThrow(
      "There is no field “nickname”",
    );
    await expect(run("number,name,姓名\n1,x,y\n")).rejects.toThrow("Two columns");
    await expect(run("")).rejects.toThrow("its first line must name the columns");
  });
});
