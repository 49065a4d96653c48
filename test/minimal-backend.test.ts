import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type OperationId, operations, type Problem, problems } from "@portico/contract";
import { test as base, describe, expect } from "vitest";
import { faultsOf } from "../packages/server/src/testing/conforms.ts";
import { type Bearer, MinimalBackend, tokenSettings } from "./support/minimal-backend.ts";
import { root, runNode } from "./support/server.ts";

interface Row {
  readonly id: string;
}

interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly nextCursor: string | null; readonly total?: number };
}

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("backend", { scope: "file" }, async ({}, { onCleanup }) => {
    const backend = await MinimalBackend.prepare();
    onCleanup(() => backend.dispose());
    await backend.start();
    return backend;
  });

describe("the example backend of one file", () => {
  test("answers everything it declares as the document says, to each caller", async ({ backend }) => {
    const declared = await declaredBy(backend);
    expect(declared).toContain("listEntries");
    for (const bearer of ["a", "b", "agent"] as const) {
      for (const id of declared) {
        const path = await pathOf(backend, id, bearer);
        const response = await backend.fetch(path, bearer);
        expect(response.status, `${id} as ${bearer}`).toBe(200);
        expect(response.headers.get("Content-Type")).toBe("application/json");
        expect(response.headers.get("Cache-Control")).toContain("private");
        expect(faultsOf("GET", path, 200, await response.json())).toEqual([]);
      }
    }
  });

  test("tells each caller who they are", async ({ backend }) => {
    const who = async (bearer: Bearer) =>
      (await read<{ principal: string }>(backend, "/v1/me", bearer)).principal;
    expect([await who("guest"), await who("a"), await who("agent")]).toEqual(["guest", "customer", "agent"]);
  });

  test("knows every address of the contract: what it cannot do is unsupported, what is none is not found", async ({
    backend,
  }) => {
    const declared = await declaredBy(backend);
    for (const id of Object.keys(operations) as OperationId[]) {
      const { method, path, principals } = operations[id];
      const address = path.replaceAll(/\{\w+\}/g, "anything");
      if (declared.includes(id)) continue;
      await expectProblem(await backend.fetch(address, "agent", { method }), "unsupported");
      const open = principals.some((kind) => kind === "guest");
      await expectProblem(
        await backend.fetch(address, "guest", { method }),
        open ? "unsupported" : "unauthenticated",
      );
    }
    await expectProblem(await backend.fetch("/v1/nonsense", "a"), "route-not-found");
    const refused = await backend.fetch("/v1/customers", "a", { method: "PUT" });
    await expectProblem(refused, "method-not-allowed");
    expect(refused.headers.get("Allow")).toBe("GET, HEAD, POST");
  });

  test("refuses a wrong token rather than taking its bearer for a guest", async ({ backend }) => {
    const response = await backend.fetch("/v1/me", "guest", { headers: { Authorization: "Bearer wrong" } });
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    await expectProblem(response, "unauthenticated");
  });

  test("answers an unchanged resource with 304 and HEAD as GET without the body", async ({ backend }) => {
    for (const path of ["/v1/capabilities", await pathOf(backend, "getServiceRequest", "a")]) {
      const first = await backend.fetch(path, "a");
      const etag = first.headers.get("ETag") ?? "";
      expect(etag).toMatch(/^"[^"]+"$/);
      for (const held of [etag, `"other", W/${etag}`, "*"]) {
        const again = await backend.fetch(path, "a", { headers: { "If-None-Match": held } });
        expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
      }
      const other = await backend.fetch(path, "a", { headers: { "If-None-Match": '"other"' } });
      expect(other.status).toBe(200);
      const head = await backend.fetch(path, "a", { method: "HEAD" });
      expect([head.status, head.headers.get("ETag"), await head.text()]).toEqual([200, etag, ""]);
    }
  });

  test("shows a customer their own rows alone, and another's id like one that does not exist", async ({
    backend,
  }) => {
    const { customerId } = await read<{ customerId: string }>(backend, "/v1/me", "a");
    const own = await rowsOf<Row & { customer: { id: string } }>(backend, "/v1/service-requests", "a");
    expect(new Set(own.map(({ customer }) => customer.id))).toEqual(new Set([customerId]));
    for (const id of [
      "getCustomer",
      "getContact",
      "getInteraction",
      "getServiceRequest",
      "listEntries",
    ] as const) {
      const foreign = await backend.fetch(await pathOf(backend, id, "b"), "a");
      const unknown = await backend.fetch(operations[id].path.replace("{id}", crypto.randomUUID()), "a");
      expect(await withoutRequestId(foreign)).toEqual(await withoutRequestId(unknown));
      expect(foreign.status, id).toBe(404);
    }
    const filtered = `/v1/service-requests?total=true&customerId=${customerId}`;
    expect(await read<Page<Row>>(backend, filtered, "b")).toEqual({
      data: [],
      page: { nextCursor: null, total: 0 },
    });
  });

  test("keeps internal entries from customers and reports of misconduct from agents", async ({ backend }) => {
    const reports = "/v1/service-requests?kind=misconduct&total=true";
    const [report] = (await read<Page<Row>>(backend, reports, "a")).data;
    expect(report).toBeDefined();
    expect((await read<Page<Row>>(backend, reports, "agent")).page.total).toBe(0);
    await expectProblem(await backend.fetch(`/v1/service-requests/${report?.id}`, "agent"), "not-found");

    const entries = await pathOf(backend, "listEntries", "b");
    const seenBy = async (bearer: Bearer) =>
      (await rowsOf<{ visibility: string }>(backend, entries, bearer)).map(({ visibility }) => visibility);
    expect(await seenBy("agent")).toContain("internal");
    expect(await seenBy("b")).not.toContain("internal");
  });

  test("masks every contact point", async ({ backend }) => {
    const shown = JSON.stringify([
      await read(backend, "/v1/customers", "agent"),
      await read(backend, "/v1/contacts", "agent"),
    ]);
    expect(shown).toContain('"value":"138****5678","masked":true');
    expect(shown).toContain('"value":"o***@bakery.example","masked":true');
    expect(shown).not.toContain('"masked":false');
  });

  test("pages through all rows once, in either order, and only within the list a cursor came from", async ({
    backend,
  }) => {
    for (const path of [
      "/v1/service-requests",
      "/v1/contacts",
      "/v1/interactions?sort=occurredAt",
      "/v1/code-lists",
    ]) {
      const whole = await rowsOf(backend, path, "agent");
      expect(whole.length).toBeGreaterThan(1);
      expect(await rowsOf(backend, path, "agent", 1)).toEqual(whole);
    }
    const sorted = (sort: string) => rowsOf<Row>(backend, `/v1/service-requests?sort=${sort}`, "agent", 2);
    expect(await sorted("createdAt")).toEqual((await sorted("-createdAt")).toReversed());

    const { nextCursor } = (await read<Page<Row>>(backend, "/v1/service-requests?limit=1", "a")).page;
    const misused = [
      ["/v1/service-requests?sort=createdAt", "a"],
      ["/v1/service-requests?state=pending", "a"],
      ["/v1/interactions?limit=1", "a"],
      ["/v1/service-requests?limit=1", "b"],
    ] as const;
    for (const [path, bearer] of misused)
      await expectProblem(await backend.fetch(`${path}&cursor=${nextCursor}`, bearer), "invalid-cursor");
    await expectProblem(await backend.fetch("/v1/customers?cursor=made-up", "a"), "invalid-cursor");
  });

  test("names each parameter that is not valid, and takes none that it does not declare", async ({
    backend,
  }) => {
    const faulty = {
      "limit=0": "limit",
      "limit=101": "limit",
      "limit=ten": "limit",
      "limit=1&limit=2": "limit",
      "state=pending,done": "state",
      "sort=dueAt": "sort",
      "total=yes": "total",
      "q=light": "q",
      "custmerId=1": "custmerId",
      "constructor=1": "constructor",
      "customerId=": "customerId",
    };
    for (const [query, parameter] of Object.entries(faulty)) {
      const problem = await expectProblem(
        await backend.fetch(`/v1/service-requests?${query}`, "a"),
        "invalid-parameter",
      );
      expect(problem.errors?.map((error) => error.parameter)).toEqual([parameter]);
    }
    const problem = await expectProblem(
      await backend.fetch("/v1/me?limit=0&as=agent", "a"),
      "invalid-parameter",
    );
    expect(problem.errors).toHaveLength(2);
  });

  test("answers the examples of the guide as they say", async ({ backend }) => {
    const guide = await readFile(join(root, "packages/conformance/docs/bring-your-own-backend.md"), "utf8");
    const ask = /^ask\(\) .*$/m.exec(guide)?.[0];
    const examples = [...guide.matchAll(/^```console\n(.*?)^```/gms)].map(([, text = ""]) => text);
    expect(examples.length).toBeGreaterThan(8);
    for (const example of examples) {
      const commands = example.split("\n").filter((line) => line.startsWith("$ "));
      const answers = example.split("\n").filter((line) => !line.startsWith("$ "));
      const script = [ask, ...commands.map((command) => command.slice(2))].join("\n");
      const env = { PATH: process.env.PATH, API: backend.url, ...tokenSettings };
      const { stdout } = await promisify(execFile)("bash", ["-euc", script], { env });
      expect(stdout.replaceAll("\r", "")).toMatch(patternOf(answers.join("\n")));
    }
  });

  test("filters by what it declares", async ({ backend }) => {
    const states = await rowsOf<{ state: string }>(
      backend,
      "/v1/service-requests?state=closed,held",
      "agent",
    );
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["closed", "held"]));
    const calls = await rowsOf<{ channel: string }>(backend, "/v1/interactions?channel=email", "agent");
    expect(new Set(calls.map(({ channel }) => channel))).toEqual(new Set(["email"]));
  });
});

test("a restart keeps data and tokens, and a cursor stays good while rows are added", async () => {
  const backend = await MinimalBackend.prepare();
  try {
    await backend.start();
    const list = "/v1/service-requests?limit=3";
    const first = await read<Page<Row>>(backend, list, "agent");
    const all = await rowsOf<Row>(backend, "/v1/service-requests", "agent");
    await backend.stop();

    const data = JSON.parse(await readFile(backend.dataFile, "utf8"));
    const [row] = data.serviceRequests;
    for (const updatedAt of ["2999-01-01T00:00:00.000Z", "2001-01-01T00:00:00.000Z"])
      data.serviceRequests.push({ ...row, id: crypto.randomUUID(), kind: "praise", updatedAt });
    await writeFile(backend.dataFile, JSON.stringify(data));

    expect(await backend.start({})).not.toContain("TOKEN");
    const rest = await rowsOf<Row>(backend, `${list}&cursor=${first.page.nextCursor}`, "agent");
    const ids = [...first.data, ...rest].map(({ id }) => id);
    expect(ids.slice(0, -1)).toEqual(all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  } finally {
    await backend.dispose();
  }
});

test("a first start without settings prints the tokens, and nothing keeps them in clear", async () => {
  const backend = await MinimalBackend.prepare();
  try {
    const printed = await backend.start({ ORIGINS: "https://portal.example" });
    const token = /TOKEN_A=(\S{32})/.exec(printed)?.[1] ?? "";
    const headers = { Authorization: `Bearer ${token}`, Origin: "https://portal.example" };
    const response = await backend.fetch("/v1/me", "guest", { headers });
    expect(await response.json()).toMatchObject({ principal: "customer" });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("https://portal.example");
    const foreign = await backend.fetch("/v1/me", "guest", { headers: { Origin: "https://other.example" } });
    expect(foreign.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(await readFile(backend.dataFile, "utf8")).not.toContain(token);
  } finally {
    await backend.dispose();
  }
});

const bronze = ["--level", "bronze", "--mode", "certify", "--seed", "1"];

test("the kit certifies the example as Bronze", async ({ backend }) => {
  const { code, stdout } = await kit("run", "--url", backend.url, ...bronze, "--out", backend.folder);
  expect(stdout).toContain("Bronze is reached.");
  const report = JSON.parse(await readFile(join(backend.folder, "report.json"), "utf8"));
  expect(report.counts, stdout).toMatchObject({ fail: 0, warn: 0, error: 0 });
  expect(report.verdict).toMatchObject({ conforms: true, reached: "bronze", obstacles: [] });
  expect(code).toBe(0);
});

test("the kit names the requirement that a broken route breaks, and replays it until it is mended", async () => {
  const backend = await MinimalBackend.prepare();
  const rule = 'entries: (caller, row) => isStaff(caller) || row.visibility === "public"';
  const broken = "entries: () => true";
  try {
    await backend.rewrite(rule, broken);
    await backend.start();
    const run = await kit("run", "--url", backend.url, ...bronze, "--out", backend.folder);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/CRM-VIS-006 .+ curl .+\/entries/s);
    const replay = /portico-conformance (replay \S+ --case \S+)/.exec(run.stdout)?.[1]?.split(" ") ?? [];
    const again = await kit(...replay);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain("CRM-VIS-006");

    await backend.stop();
    await backend.rewrite(broken, rule);
    await backend.start();
    expect(await kit(...replay, "--url", backend.url)).toMatchObject({ code: 0 });
  } finally {
    await backend.dispose();
  }
});

/** Runs a command of the kit with the tokens of the example. */
const kit = (...args: string[]) =>
  runNode([join(root, "packages/conformance/bin/portico-conformance.js"), ...args], {
    ...process.env,
    ...tokenSettings,
  });

/** The text itself, with anything of one line in the place of `…`. */
function patternOf(text: string): RegExp {
  const parts = text.split("…").map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

async function declaredBy(backend: MinimalBackend): Promise<OperationId[]> {
  const { resources } = await read<{ resources: Record<string, { operations: OperationId[] }> }>(
    backend,
    "/v1/capabilities",
    "guest",
  );
  return Object.values(resources).flatMap((resource) => resource.operations);
}

/** The address of an operation, with the id of a row that this caller sees. */
async function pathOf(backend: MinimalBackend, id: OperationId, bearer: Bearer): Promise<string> {
  const { path } = operations[id];
  if (!path.includes("{")) return path;
  const collection = path.slice(0, path.indexOf("/{"));
  const [row] = await rowsOf<{ id?: string; name: string }>(backend, collection, bearer);
  return path.replace(/\{\w+\}/, row?.id ?? row?.name ?? "");
}

async function read<T>(backend: MinimalBackend, path: string, bearer: Bearer): Promise<T> {
  const response = await backend.fetch(path, bearer);
  const body: unknown = await response.json();
  expect(faultsOf("GET", path, response.status, body)).toEqual([]);
  expect(response.status).toBe(200);
  return body as T;
}

/** All rows of a list, from page to page. */
async function rowsOf<T>(
  backend: MinimalBackend,
  path: string,
  bearer: Bearer,
  limit?: number,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const url = new URL(path, backend.url);
    if (limit !== undefined) url.searchParams.set("limit", String(limit));
    if (cursor !== null) url.searchParams.set("cursor", cursor);
    const { data, page }: Page<T> = await read(backend, url.pathname + url.search, bearer);
    expect(data.length).toBeLessThanOrEqual(limit ?? 25);
    rows.push(...data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

async function expectProblem(response: Response, code: keyof typeof problems): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  expect(faultsOf("GET", response.url, response.status, problem)).toEqual([]);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const { title, status, retryable } = problems[code];
  const requestId = response.headers.get("Request-Id");
  expect(problem).toMatchObject({
    type: `urn:portico:problem:${code}`,
    code,
    title,
    status,
    retryable,
    requestId,
  });
  expect(response.status).toBe(status);
  return problem;
}

async function withoutRequestId(response: Response): Promise<object> {
  const { requestId: _, ...problem } = (await response.json()) as Problem;
  return problem;
}
