import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  AbortedError,
  type ApiError,
  ConnectionError,
  ContractViolationError,
  createClient,
  isApiError,
  isCrmError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  ServerError,
  TimeoutError,
  UnsupportedError,
  ValidationError,
} from "./index.js";
import { backend, errorOf, json, problem, until } from "./test/fault-server.js";

const customer = { id: "c1", kind: "person", displayName: "Li Na" };

describe("a call is sent again", () => {
  it.each([408, 425, 429, 500, 502, 503, 504])("after %i", async (status) => {
    const { crm, requests } = await backend((request, response) =>
      request.index < 2 ? problem(response, status, "x") : json(response, customer),
    );
    await expect(crm.customers.get("c1")).resolves.toEqual(customer);
    expect(requests).toHaveLength(3);
  });

  it("after a connection that breaks before the answer", async () => {
    const { crm, requests } = await backend((request, response) => {
      if (request.index === 0) response.destroy();
      else json(response, customer);
    });
    await expect(crm.customers.get("c1")).resolves.toEqual(customer);
    expect(requests).toHaveLength(2);
  });

  it("after a connection that breaks in the middle of the body", async () => {
    const { crm } = await backend((request, response) => {
      if (request.index > 0) return json(response, customer);
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"id":');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(crm.customers.get("c1")).resolves.toEqual(customer);
  });

  it("after an attempt that takes too long", async () => {
    const { crm, requests } = await backend(
      (request, response) => {
        if (request.index > 0) json(response, customer);
      },
      { timeout: 50 },
    );
    await expect(crm.customers.get("c1")).resolves.toEqual(customer);
    expect(requests[0]?.gone).toBe(true);
  });

  it("three times and no more", async () => {
    const { crm, requests } = await backend((_, response) => problem(response, 503, "unavailable"));
    const error = await errorOf<ServerError>(crm.customers.get("c1"));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ code: "unavailable", status: 503, attempts: 4, requestId: "r-2" });
    expect(requests).toHaveLength(4);
  });

  it("after a conflict only when the problem says that it passes", async () => {
    const { crm, requests } = await backend((request, response) => {
      if (request.path.endsWith("/a")) return problem(response, 409, "conflict");
      if (request.index < 2)
        return problem(response, 409, "idempotency-in-progress", {}, { retryable: true });
      json(response, customer);
    });
    await expect(crm.customers.get("a")).rejects.toMatchObject({ code: "conflict" });
    expect(requests).toHaveLength(1);
    await expect(crm.customers.get("b")).resolves.toEqual(customer);
    expect(requests).toHaveLength(3);
  });

  it.each([400, 403, 404, 410, 412, 422, 501])("not after %i", async (status) => {
    const { crm, requests } = await backend((_, response) => problem(response, status, "x"));
    await expect(crm.customers.get("c1")).rejects.toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  it("no more than the budget of the client allows", async () => {
    const { crm, requests } = await backend((_, response) => problem(response, 503, "unavailable"));
    await Promise.allSettled(Array.from({ length: 50 }, (_, n) => crm.customers.get(`c${n}`)));
    expect(requests.length).toBeLessThanOrEqual(50 + 15);
  });
});

describe("Retry-After", () => {
  it.each([
    ["seconds", () => "1", 900],
    ["a date", () => new Date(Date.now() + 2000).toUTCString(), 900],
    ["a date in the past", () => "Wed, 21 Oct 2015 07:28:00 GMT", 0],
    ["nonsense", () => "soon", 0],
  ])("as %s is waited for", async (_, value, least) => {
    const { crm } = await backend((request, response) =>
      request.index === 0
        ? problem(response, 429, "rate-limited", { "retry-after": value() })
        : json(response, customer),
    );
    const from = Date.now();
    await crm.customers.get("c1");
    expect(Date.now() - from).toBeGreaterThanOrEqual(least);
    expect(Date.now() - from).toBeLessThan(2500);
  });

  it("that is too long rejects at once and tells how long", async () => {
    const { crm, requests } = await backend((_, response) =>
      problem(response, 429, "rate-limited", { "retry-after": "3600" }),
    );
    await crm.me.get().catch(() => undefined);
    const from = performance.now();
    const error = await errorOf<RateLimitedError>(crm.customers.get("c1"));
    expect(performance.now() - from).toBeLessThan(50);
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error.retryAfterMs).toBe(3_600_000);
    expect(requests).toHaveLength(2);
  });

  it("beyond the total timeout rejects at once", async () => {
    const { crm } = await backend(
      (_, response) => problem(response, 503, "unavailable", { "retry-after": "20" }),
      { totalTimeout: 500 },
    );
    const from = Date.now();
    await expect(crm.customers.get("c1")).rejects.toMatchObject({
      code: "unavailable",
      retryAfterMs: 20_000,
    });
    expect(Date.now() - from).toBeLessThan(400);
  });
});

describe("time and abort", () => {
  it("ends a call at its total timeout", async () => {
    const { crm } = await backend(() => undefined, { timeout: 60, totalTimeout: 150 });
    const from = Date.now();
    expect(await errorOf(crm.customers.get("c1"))).toBeInstanceOf(TimeoutError);
    expect(Date.now() - from).toBeLessThan(500);
  });

  it("ends a body that never ends", async () => {
    const { crm } = await backend(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write("[");
      },
      { timeout: 60, retry: { limit: 0 } },
    );
    expect(await errorOf(crm.customers.get("c1"))).toBeInstanceOf(TimeoutError);
  });

  it("frees the connection when the caller aborts", async () => {
    const { crm, requests } = await backend(() => undefined);
    const controller = new AbortController();
    const call = errorOf<AbortedError>(crm.customers.get("c1", { signal: controller.signal }));
    await until(() => requests.length === 1);
    controller.abort("unmounted");
    const error = await call;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error.cause).toBe("unmounted");
    await until(() => requests[0]?.gone === true);
  });

  it("sends nothing for a signal that has fired", async () => {
    const { crm, requests } = await backend((_, response) => json(response, {}));
    const signal = AbortSignal.abort();
    expect(await errorOf(crm.customers.get("c1", { signal }))).toBeInstanceOf(AbortedError);
    expect(await errorOf(crm.serviceRequests.urge("s1", {}, { signal }))).toBeInstanceOf(AbortedError);
    await sleep(20);
    expect(requests).toHaveLength(0);
  });

  it("stops waiting for a retry when the caller aborts", async () => {
    const { crm, requests } = await backend((_, response) =>
      problem(response, 503, "unavailable", { "retry-after": "5" }),
    );
    const controller = new AbortController();
    const call = errorOf(crm.serviceRequests.urge("s1", {}, { signal: controller.signal }));
    await until(() => requests.length === 1);
    await sleep(20);
    controller.abort();
    expect(await call).toBeInstanceOf(AbortedError);
  });
});

describe("an error", () => {
  it.each([
    [404, "not-found", NotFoundError],
    [403, "forbidden", PermissionError],
    [422, "validation-failed", ValidationError],
    [501, "unsupported", UnsupportedError],
  ])("of status %i has a class and the problem's code", async (status, code, type) => {
    const { crm } = await backend((_, response) =>
      problem(
        response,
        status,
        code,
        {},
        { detail: "More.", errors: [{ pointer: "/title", code: "required", message: "Missing." }] },
      ),
    );
    const error = await errorOf<ApiError>(crm.serviceRequests.create({ kind: "fault", title: "x" }));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code, status, message: "More.", operation: "POST /v1/service-requests" });
    expect(isCrmError(error, code)).toBe(true);
    expect(isCrmError(error, "another")).toBe(false);
    expect(error.problem.errors?.[0]?.pointer).toBe("/title");
  });

  it("is recognised in a copy of the package, and nothing else is", () => {
    const foreign = Object.assign(new Error("x"), {
      code: "connection",
      [Symbol.for("portico.error")]: true,
    });
    expect(isCrmError(foreign, "connection")).toBe(true);
    expect(isApiError(foreign)).toBe(false);
    expect(isCrmError(new Error("x"))).toBe(false);
    expect(isCrmError(null)).toBe(false);
  });

  it("is a ConnectionError when nobody listens", async () => {
    const crm = createClient({ baseUrl: "http://127.0.0.1:1", retry: { limit: 0 } });
    const error = await errorOf(crm.me.get());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.cause).toBeDefined();
  });

  it("tells a sign-in page apart from an answer", async () => {
    const { crm, requests } = await backend((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<!doctype html><title>Wi-Fi</title>");
    });
    const error = await errorOf<ContractViolationError>(crm.customers.get("c1"));
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.message).toMatch(/text\/html instead of JSON/);
    expect(requests).toHaveLength(1);
  });

  it("tells a proxy's error page by its status", async () => {
    const { crm } = await backend((_, response) => {
      response.writeHead(502, { "content-type": "text/html" });
      response.end("<html>Bad gateway</html>");
    });
    const error = await errorOf<ServerError>(crm.customers.get("c1"));
    expect(error).toBeInstanceOf(ServerError);
    expect(error.message).toMatch(/502 with text\/html/);
  });

  it("names broken JSON", async () => {
    const { crm } = await backend((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "request-id": "r-9" });
      response.end('{"id": "c1"');
    });
    const error = await errorOf<ContractViolationError>(crm.customers.get("c1"));
    expect(error).toMatchObject({ code: "contract-violation", requestId: "r-9" });
  });

  it.each(["", ".", "..", "\ud800"])("refuses the id %j before anything is sent", async (id) => {
    const { crm, requests } = await backend((_, response) => json(response, {}));
    await expect(crm.customers.get(id)).rejects.toMatchObject({ code: "invalid-argument" });
    expect(requests).toHaveLength(0);
  });

  it("is one rejection even when nobody asked for the data", async () => {
    const { crm } = await backend((_, response) => problem(response, 404, "not-found"));
    await expect(crm.customers.get("c1").withResponse()).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("the host", () => {
  it("gets status, headers and validator with the data", async () => {
    const { crm } = await backend((_, response) => json(response, customer, { etag: '"1"' }));
    const answer = await crm.customers.get("c1").withResponse();
    expect(answer).toMatchObject({ data: customer, status: 200, etag: '"1"', requestId: "r-1", attempts: 1 });
  });

  it("sees every attempt in its middleware, without the token", async () => {
    const seen: (string | null)[] = [];
    const { crm, requests } = await backend(
      (request, response) =>
        request.index === 0 ? problem(response, 503, "unavailable") : json(response, customer),
      {
        auth: () => "secret",
        middleware: [
          (request, next) => {
            seen.push(request.headers.get("authorization"));
            request.headers.set("x-portal", "bank");
            return next(request);
          },
        ],
      },
    );
    await crm.customers.get("c1");
    expect(seen).toEqual([null, null]);
    expect(requests[1]?.headers).toMatchObject({ authorization: "Bearer secret", "x-portal": "bank" });
  });

  it("gets telemetry without ids, queries or tokens", async () => {
    const records: unknown[] = [];
    const { crm } = await backend(
      (request, response) => {
        if (request.path.includes("summary")) problem(response, 404, "not-found");
        else json(response, { data: [], page: { nextCursor: null } });
      },
      { onTelemetry: (record) => records.push(record) },
    );
    await crm.customers.list({ q: "Li Na" });
    await crm.customers.summary("c-17").catch(() => undefined);
    expect(records).toMatchObject([
      { operation: "listCustomers", method: "GET", path: "/v1/customers", status: 200, attempts: 1 },
      {
        operation: "getCustomerSummary",
        path: "/v1/customers/{id}/summary",
        status: 404,
        error: "not-found",
      },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/c-17|Li Na/);
  });

  it("hears of its own listeners' errors, and the call is what it was", async () => {
    const surfaced: unknown[] = [];
    const listeners = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException");
    process.on("uncaughtException", (error) => surfaced.push(error.message));
    onTestFinished(() => {
      process.removeAllListeners("uncaughtException");
      for (const listener of listeners) process.on("uncaughtException", listener);
    });
    const throwing = (words: string) => () => {
      throw new Error(words);
    };
    const { crm } = await backend((_, response) => problem(response, 401, "token-expired"), {
      auth: () => "old",
      onTelemetry: throwing("telemetry"),
      onAuthLost: throwing("lost"),
    });
    crm.onAuthChange(throwing("change"));
    await expect(crm.customers.get("c1")).rejects.toMatchObject({ code: "token-expired" });
    await until(() => surfaced.length === 3);
    expect(surfaced).toEqual(["change", "lost", "telemetry"]);
  });

  it("sends its language with every call", async () => {
    let locale = "en";
    const { crm, requests } = await backend((_, response) => json(response, customer), {
      locale: () => locale,
    });
    await crm.customers.get("c1");
    locale = "zh-Hant";
    await crm.customers.get("c1");
    expect(requests.map(({ headers }) => headers["accept-language"])).toEqual(["en", "zh-Hant"]);
  });

  it("reaches what the contract does not know", async () => {
    const { crm, requests } = await backend((_, response) => json(response, { ok: true }));
    const data = await crm.raw<{ ok: boolean }>("POST", "/v1/x-report", {
      query: { year: 2025 },
      body: { a: 1 },
    });
    expect(data.ok).toBe(true);
    expect(requests[0]).toMatchObject({ method: "POST", path: "/v1/x-report", body: '{"a":1}' });
    expect(requests[0]?.query.get("year")).toBe("2025");
    expect(requests[0]?.headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
  });
});
