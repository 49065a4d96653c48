import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AbortedError, ContractViolationError } from "./index.js";
import { backend, errorOf, json, problem, until } from "./test/fault-server.js";

const customer = { id: "c1", kind: "person", displayName: "Li Na" };

describe("identical reads at the same time", () => {
  it("are one request, and each caller has an object of its own", async () => {
    const { crm, requests } = await backend(async (_, response) => {
      await sleep(20);
      json(response, customer);
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => crm.customers.get("c1")));
    expect(requests).toHaveLength(1);
    expect(new Set(answers).size).toBe(10);
    for (const answer of answers) expect(answer).toEqual(customer);
  });

  it("go on when one caller leaves, and stop when all have left", async () => {
    const { crm, requests } = await backend(async (request, response) => {
      if (request.path.endsWith("/c2")) return;
      await sleep(40);
      json(response, customer);
    });
    const one = new AbortController();
    const two = new AbortController();
    const left = errorOf(crm.customers.get("c1", { signal: one.signal }));
    const stayed = crm.customers.get("c1");
    await until(() => requests.length === 1);
    one.abort();
    expect(await left).toBeInstanceOf(AbortedError);
    await expect(stayed).resolves.toEqual(customer);
    const last = errorOf(crm.customers.get("c2", { signal: two.signal }));
    await until(() => requests.length === 2);
    two.abort();
    await last;
    await until(() => requests[1]?.gone === true);
  });

  it("are two requests when a write came between them", async () => {
    const { crm, requests } = await backend(async (request, response) => {
      if (request.method === "GET") await sleep(40);
      json(response, { id: "s1", index: request.index });
    });
    const before = crm.serviceRequests.get("s1");
    await until(() => requests.length === 1);
    await crm.serviceRequests.urge("s1");
    await expect(crm.serviceRequests.get("s1")).resolves.toMatchObject({ index: 2 });
    await expect(before).resolves.toMatchObject({ index: 0 });
  });

  it("are not shared by two principals", async () => {
    const { client, requests } = await backend(async (request, response) => {
      await sleep(20);
      json(response, { id: request.headers.authorization });
    });
    const clients = [client({ auth: () => "a" }), client({ auth: () => "b" })];
    const answers = await Promise.all(clients.map((crm) => crm.customers.get("c1")));
    expect(answers).toEqual([{ id: "Bearer a" }, { id: "Bearer b" }]);
    expect(requests).toHaveLength(2);
  });
});

describe("a read that was answered before", () => {
  it("is revalidated, and an unchanged one costs no body", async () => {
    const { crm, requests } = await backend((request, response) => {
      if (request.headers["if-none-match"] !== '"1"') return json(response, customer, { etag: '"1"' });
      response.writeHead(304, { etag: '"1"' });
      response.end();
    });
    await crm.customers.get("c1");
    const again = await crm.customers.get("c1").withResponse();
    expect(again).toMatchObject({ data: customer, status: 304, etag: '"1"' });
    expect(requests[1]?.headers["if-none-match"]).toBe('"1"');
  });

  it("is read anew when it has changed", async () => {
    const { crm } = await backend((request, response) =>
      json(response, { ...customer, displayName: `v${request.index}` }, { etag: `"${request.index}"` }),
    );
    await crm.customers.get("c1");
    await expect(crm.customers.get("c1")).resolves.toMatchObject({ displayName: "v1" });
  });

  it("is not taken from what another principal saw", async () => {
    let token = "a";
    const { crm, requests } = await backend(
      (request, response) =>
        request.headers.authorization === `Bearer ${token}`
          ? json(response, { id: token }, { etag: '"same"' })
          : problem(response, 401, "token-expired"),
      { auth: () => token },
    );
    await crm.customers.get("c1");
    token = "b";
    await crm.customers.get("c1");
    await expect(crm.customers.get("c1")).resolves.toEqual({ id: "b" });
    expect(requests.slice(3).map(({ headers }) => headers["if-none-match"])).toEqual(['"same"']);
  });
});

/** Five rows on four pages, the second of them empty. */
function pages(rows = [["a", "b"], [], ["c", "d"], ["e"]]) {
  return (cursor: string | null) => {
    const at = Number(cursor ?? 0);
    return {
      data: rows[at]?.map((id) => ({ id })),
      page: { nextCursor: at + 1 < rows.length ? `${at + 1}` : null },
    };
  };
}

describe("a list", () => {
  it("gives the first page when awaited, and the next ones one by one", async () => {
    const { crm } = await backend((request, response) =>
      json(response, pages()(request.query.get("cursor"))),
    );
    const first = await crm.serviceRequests.list({ state: ["inProgress", "held"] });
    expect(first).toMatchObject({ data: [{ id: "a" }, { id: "b" }], nextCursor: "1", hasNext: true });
    const sizes: number[] = [];
    for (let page: typeof first | null = first; page; page = await page.next()) sizes.push(page.data.length);
    expect(sizes).toEqual([2, 0, 2, 1]);
  });

  it("gives every row when iterated, an empty page not being the end", async () => {
    const { crm, requests } = await backend((request, response) =>
      json(response, pages()(request.query.get("cursor"))),
    );
    const ids: string[] = [];
    for await (const row of crm.serviceRequests.list({ state: ["inProgress", "held"], limit: 2 }))
      ids.push(row.id);
    expect(ids.join("")).toBe("abcde");
    expect(requests).toHaveLength(4);
    expect(requests[2]?.query.toString()).toBe("state=inProgress%2Cheld&limit=2&cursor=2");
  });

  it("loses no row and repeats none when a page fails once", async () => {
    let failing = true;
    const { crm } = await backend(
      (request, response) => {
        if (request.query.get("cursor") !== "2" || !failing)
          return json(response, pages()(request.query.get("cursor")));
        failing = false;
        problem(response, 500, "internal");
      },
      { retry: { limit: 0 } },
    );
    const rows = crm.serviceRequests.list()[Symbol.asyncIterator]();
    const ids: string[] = [];
    await expect(
      (async () => {
        for await (const row of rows) ids.push(row.id);
      })(),
    ).rejects.toMatchObject({ status: 500 });
    for await (const row of rows) ids.push(row.id);
    expect(ids.join("")).toBe("abcde");
  });

  it("can begin again when the very first page failed", async () => {
    const { crm } = await backend(
      (request, response) =>
        request.index === 0
          ? problem(response, 500, "internal")
          : json(response, pages()(request.query.get("cursor"))),
      { retry: { limit: 0 } },
    );
    const rows = crm.customers.list()[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toMatchObject({ status: 500 });
    await expect(rows.next()).resolves.toMatchObject({ value: { id: "a" } });
  });

  it("resumes at a cursor kept from another day", async () => {
    const { crm } = await backend((request, response) =>
      json(response, pages()(request.query.get("cursor"))),
    );
    const page = await crm.customers.list({ cursor: "2" });
    expect(page.cursor).toBe("2");
    const ids: string[] = [];
    for await (const row of crm.customers.list({ cursor: "2" })) ids.push(row.id);
    expect(ids.join("")).toBe("cde");
  });

  it("does not walk in a circle", async () => {
    const { crm } = await backend((_, response) => json(response, { data: [], page: { nextCursor: "1" } }));
    const rows = crm.customers.list()[Symbol.asyncIterator]();
    expect(await errorOf(rows.next())).toBeInstanceOf(ContractViolationError);
  });

  it("aborts the page under way", async () => {
    const { crm, requests } = await backend((request, response) => {
      if (!request.query.has("cursor")) json(response, pages()(null));
    });
    const controller = new AbortController();
    const ids: string[] = [];
    const loop = errorOf(
      (async () => {
        for await (const row of crm.customers.list({}, { signal: controller.signal })) ids.push(row.id);
      })(),
    );
    await until(() => requests.length === 2);
    controller.abort();
    expect(await loop).toBeInstanceOf(AbortedError);
    await until(() => requests[1]?.gone === true);
  });
});
