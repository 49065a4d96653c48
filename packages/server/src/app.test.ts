import { openApiDocument } from "@portico/contract/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  agent,
  customer,
  inMemory,
  manager,
  openTestServer,
  realPostgres,
  service,
  type TestDatabase,
  type TestServer,
} from "./testing/harness.js";

const fault = (over: object = {}) => ({
  kind: "fault",
  title: "整条街路灯不亮",
  location: { address: "上海市黄浦区解放路 120 号" },
  requester: { name: "王小姐", phone: "138 0013 8000" },
  customFields: { faultType: "streetLight", safetyRisk: false },
  ...over,
});

it("serves every operation of the document and no other", async () => {
  const server = await openTestServer(await inMemory());
  const served = server.app.routes
    .filter(({ path, method }) => path.startsWith("/v1/") && method !== "ALL" && path !== "/v1/openapi.json")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  const declared = Object.entries(openApiDocument.paths).flatMap(([path, item]) =>
    (["get", "post", "put", "patch", "delete"] as const)
      .filter((method) => item[method])
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(new Set(served)).toEqual(new Set(declared));
  await server.close();
});

const databases = [
  ["the embedded database", inMemory],
  ["PostgreSQL", realPostgres],
] as const;

describe.each(databases)("on %s", (name, start) => {
  let database: TestDatabase | undefined;
  let server: TestServer;
  let ada: string;

  beforeAll(async () => {
    database = await start().catch((error: unknown) => {
      if (start === inMemory) throw error;
      console.warn(`SKIPPED: ${name} cannot be started here: ${error}`);
      return undefined;
    });
    if (database === undefined) return;
    server = await openTestServer(database);
    ada = await newCustomer("江南精密机械有限公司");
  });

  afterAll(async () => {
    await server?.close();
    await database?.stop();
  });

  const test = (title: string, body: () => Promise<void>) =>
    it(title, async (context) => {
      if (database === undefined) context.skip(`${name} cannot be started here`);
      await body();
    });

  const newCustomer = async (displayName: string, over: object = {}): Promise<string> => {
    const { status, body } = await server.call("POST", "/v1/customers", {
      as: agent,
      body: {
        kind: "organization",
        displayName,
        industry: "utility",
        contactPoints: [
          { type: "mobile", value: "13800135678" },
          { type: "email", value: "wang@example.com" },
        ],
        ...over,
      },
    });
    expect(status).toBe(201);
    return body.id;
  };
  const newRequest = async (over: object = {}): Promise<string> => {
    const { status, body } = await server.call("POST", "/v1/service-requests", {
      as: agent,
      body: fault({ customerId: ada, ...over }),
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  };
  const move = (id: string, body: object, as = agent) =>
    server.call("POST", `/v1/service-requests/${id}/transitions`, { as, body });

  describe("a customer", () => {
    test("is read back with a validator, masked contact points and an address", async () => {
      const created = await server.call("POST", "/v1/customers", {
        as: agent,
        body: {
          kind: "person",
          displayName: "Ada",
          contactPoints: [{ type: "mobile", value: "13800135678" }],
        },
      });
      expect(created.headers.get("Location")).toBe(`/v1/customers/${created.body.id}`);
      const read = await server.call("GET", `/v1/customers/${created.body.id}`, { as: agent });
      expect(read.body).toEqual(created.body);
      expect(read.headers.get("ETag")).toBe(created.headers.get("ETag"));
      expect(read.body.contactPoints[0]).toMatchObject({ value: "138****5678", masked: true });
      const again = await server.call("GET", `/v1/customers/${created.body.id}`, {
        as: agent,
        headers: { "If-None-Match": read.headers.get("ETag") ?? "" },
      });
      expect(again.status).toBe(304);
    });

    test("is changed only on the state that was read", async () => {
      const id = await newCustomer("Before");
      const path = `/v1/customers/${id}`;
      const etag = (await server.call("GET", path, { as: agent })).headers.get("ETag") ?? "";
      const body = { displayName: "After", language: null, customFields: { note: "x" } };
      const changed = await server.call("PATCH", path, { as: agent, body, headers: { "If-Match": etag } });
      expect(changed).toMatchObject({
        status: 200,
        body: { displayName: "After", customFields: { note: "x" } },
      });
      const stale = await server.call("PATCH", path, { as: agent, body, headers: { "If-Match": etag } });
      expect(stale).toMatchObject({ status: 412, body: { code: "precondition-failed" } });
      const blind = await server.call("PATCH", path, { as: agent, body });
      expect(blind).toMatchObject({ status: 428, body: { code: "precondition-required" } });
    });

    test("is found by part of a name in either Chinese script and in any case", async () => {
      const id = await newCustomer("滬東電力設備廠", {
        alternateNames: [{ language: "en", name: "Hudong Power" }],
      });
      for (const q of ["沪东电力", "滬東電力", "设备厂", "hudong", "POWER", "udon"]) {
        const { body } = await server.call("GET", `/v1/customers?q=${encodeURIComponent(q)}`, { as: agent });
        expect(body.data.map((row: { id: string }) => row.id)).toContain(id);
      }
      const { body } = await server.call("GET", `/v1/customers?q=${encodeURIComponent("东沪")}`, {
        as: agent,
      });
      expect(body.data).toEqual([]);
      expect((await server.call("GET", "/v1/customers?q=%21%3F", { as: agent })).body.data).toEqual([]);
    });

    test("keeps a number to itself", async () => {
      await newCustomer("One", { number: `N-${name}` });
      const second = await server.call("POST", "/v1/customers", {
        as: agent,
        body: { kind: "person", displayName: "Two", number: `N-${name}` },
      });
      expect(second).toMatchObject({ status: 409, body: { code: "conflict" } });
    });

    test("has a contact point read in full only by those who may, and on record", async () => {
      const { body } = await server.call("GET", `/v1/customers/${ada}`, { as: agent });
      const path = `/v1/customers/${ada}/contact-points/${body.contactPoints[0].id}/reveal`;
      const reason = { reason: "call back" };
      expect(await server.call("POST", path, { as: agent, body: reason })).toMatchObject({ status: 403 });
      const revealed = await server.call("POST", path, {
        as: { ...agent, scopes: ["pii.reveal"] },
        body: reason,
      });
      expect(revealed).toMatchObject({ status: 200, body: { value: "13800135678" } });
      expect(await server.call("POST", path, { as: customer(ada), body: reason })).toMatchObject({
        status: 200,
      });
      const { auditLog } = await import("./stores/postgres/schema.js");
      expect((await server.db.select().from(auditLog)).filter((row) => row.resourceId === ada)).toHaveLength(
        2,
      );
    });

    test("is graded, the latest of each kind being current and shown on the record", async () => {
      const id = await newCustomer("Graded");
      const grade = (body: object) =>
        server.call("POST", `/v1/customers/${id}/assessments`, { as: agent, body });
      await grade({ kind: "tier", code: "A", score: 91 });
      await grade({ kind: "tier", code: "B" });
      await grade({ kind: "tier", code: "C", assessedAt: "2026-01-01T00:00:00Z" });
      await grade({ kind: "risk", code: "high" });
      const { body } = await server.call("GET", `/v1/customers/${id}/assessments?current=true`, {
        as: agent,
      });
      expect(
        body.data.map(({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`).sort(),
      ).toEqual(["risk high", "tier B"]);
      expect((await server.call("GET", `/v1/customers/${id}`, { as: agent })).body.tier).toBe("B");
      const own = await server.call("GET", `/v1/customers/${id}/assessments`, { as: customer(id) });
      expect(own.body.data.every(({ kind }: { kind: string }) => kind === "tier")).toBe(true);
    });

    test("always keeps somebody to look after them", async () => {
      const id = await newCustomer("Looked after");
      const team = `/v1/customers/${id}/account-team`;
      await server.call("POST", "/v1/interactions", {
        as: agent,
        body: { customerId: id, direction: "inbound", channel: "phone", subject: "Hello" },
      });
      const add = (memberId: string, primary = false) =>
        server.call("POST", team, { as: manager, body: { memberId, role: "relationshipManager", primary } });
      expect(await add("nobody")).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/memberId" }] },
      });
      const first = await add("agent-1");
      expect(first).toMatchObject({ status: 201, body: { primary: true, member: { name: "陈静" } } });
      const second = await add("manager-1", true);
      expect((await server.call("GET", `/v1/customers/${id}`, { as: agent })).body.manager.id).toBe(
        "manager-1",
      );
      expect(await add("agent-1")).toMatchObject({ status: 409 });
      const remove = async (memberId: string) => {
        const etag =
          (await server.call("GET", `${team}/${memberId}`, { as: manager })).headers.get("ETag") ?? "";
        return server.call("DELETE", `${team}/${memberId}`, { as: manager, headers: { "If-Match": etag } });
      };
      expect(await remove(second.body.id)).toMatchObject({ status: 204 });
      expect(await remove(first.body.id)).toMatchObject({ status: 409 });
      expect((await server.call("GET", `/v1/customers/${id}`, { as: agent })).body.manager.id).toBe(
        "agent-1",
      );
    });

    test("is summed up in one read", async () => {
      const { status, body } = await server.call("GET", `/v1/customers/${ada}/summary`, { as: agent });
      expect(status).toBe(200);
      for (const section of ["assessments", "accountTeam", "requests", "interactions", "satisfaction"])
        expect(body[section]).toMatchObject({ status: "available" });
      expect(body.customer.id).toBe(ada);
    });
  });

  describe("a contact", () => {
    test("is made, changed and removed", async () => {
      const made = await server.call("POST", "/v1/contacts", {
        as: agent,
        body: { customerId: ada, name: "李雷" },
      });
      const path = `/v1/contacts/${made.body.id}`;
      const headers = { "If-Match": made.headers.get("ETag") ?? "" };
      const changed = await server.call("PATCH", path, { as: agent, body: { title: "CFO" }, headers });
      expect(changed).toMatchObject({ status: 200, body: { title: "CFO" } });
      expect(await server.call("DELETE", path, { as: agent, headers })).toMatchObject({ status: 412 });
      const fresh = { "If-Match": changed.headers.get("ETag") ?? "" };
      expect(await server.call("DELETE", path, { as: agent, headers: fresh })).toMatchObject({ status: 204 });
      expect(await server.call("GET", path, { as: agent })).toMatchObject({ status: 404 });
    });
  });

  describe("a service request", () => {
    test("is acknowledged with a number, an owner, promises and what comes next", async () => {
      const { body } = await server.call("POST", "/v1/service-requests", { body: fault() });
      expect(body.number).toMatch(/^R-20261120-\d{5,}$/);
      expect(body).toMatchObject({
        state: "acknowledged",
        owner: { id: "service-desk-duty" },
        customer: null,
        requester: { name: "王小姐", phone: "138****8000" },
        nextStep: { code: "dispatch", by: "provider", dueAt: "2026-11-20T02:45:00.000Z" },
        dueAt: "2026-11-20T02:45:00.000Z",
        marks: { overdue: false, urgedCount: 0 },
      });
      expect(body.promises.map(({ kind }: { kind: string }) => kind)).toEqual(["onSite", "resolution"]);
    });

    test("promises an answer to a complaint in five working days, the day itself not counted", async () => {
      const { body } = await server.call("POST", "/v1/service-requests", {
        as: customer(ada),
        body: { kind: "complaint", title: "Late", customFields: { subject: "efficiency" } },
      });
      // Friday 2026-11-20 in Shanghai; the fifth working day is Friday the 27th, which ends at 16:00 UTC.
      expect(body.promises[1]).toMatchObject({ kind: "reply", dueAt: "2026-11-27T16:00:00.000Z" });
    });

    test("goes its way to the end, and every step is on its log", async () => {
      const id = await newRequest();
      const path = `/v1/service-requests/${id}`;
      expect((await server.call("GET", path, { as: customer(ada) })).body.allowedActions).toEqual([
        "reply",
        "urge",
        "withdraw",
        "update",
        "transition",
      ]);
      const assigned = await server.call("POST", `${path}/assignments`, {
        as: manager,
        body: { handlerId: "agent-1", reason: "knows the street" },
      });
      expect(assigned.body).toMatchObject({
        state: "inProgress",
        handler: { name: "陈静" },
        unit: { id: "service-desk" },
      });
      expect(await move(id, { to: "resolved" })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/resolution" }] },
      });
      expect(await move(id, { to: "closed" })).toMatchObject({
        status: 409,
        body: { code: "transition-not-allowed" },
      });
      await move(id, { to: "pending", reason: "Which lamp?" });
      const reply = await server.call("POST", `${path}/entries`, {
        as: customer(ada),
        body: { type: "reply", text: "All of them" },
      });
      expect(reply.status).toBe(201);
      expect((await server.call("GET", path, { as: agent })).body.state).toBe("inProgress");
      const resolved = await move(id, { to: "resolved", resolution: "New lamps" });
      expect(resolved.body).toMatchObject({
        state: "resolved",
        resolution: "New lamps",
        marks: { overdue: false },
      });
      expect(resolved.body.dueAt).toBeUndefined();
      await move(id, { to: "closed" }, customer(ada));
      const reopened = await move(id, { to: "inProgress", reason: "Dark again" }, customer(ada));
      expect(reopened.body).toMatchObject({ state: "inProgress", marks: { reopenedCount: 1 } });

      const log = await server.call("GET", `${path}/entries`, { as: customer(ada) });
      expect(log.body.data.map(({ type, to }: { type: string; to?: string }) => [type, to])).toEqual([
        ["created", "acknowledged"],
        ["assignment", "陈静, Service desk"],
        ["stateChange", "inProgress"],
        ["stateChange", "pending"],
        ["reply", undefined],
        ["stateChange", "inProgress"],
        ["stateChange", "resolved"],
        ["stateChange", "closed"],
        ["stateChange", "inProgress"],
      ]);
    });

    test("can be reopened by the customer for thirty days and no longer", async () => {
      const id = await newRequest();
      await move(id, { to: "resolved", resolution: "Done" });
      await move(id, { to: "closed" });
      const then = server.clock.now;
      server.clock.now = new Date(then.getTime() + 31 * 24 * 3600_000);
      expect(await move(id, { to: "inProgress", reason: "Again" }, customer(ada))).toMatchObject({
        status: 409,
      });
      server.clock.now = then;
      expect(await move(id, { to: "inProgress", reason: "Again" }, customer(ada))).toMatchObject({
        status: 200,
      });
    });

    test("can be reopened as long by a customer who never confirmed that it is solved", async () => {
      const id = await newRequest();
      await move(id, { to: "resolved", resolution: "Done" });
      const then = server.clock.now;
      server.clock.now = new Date(then.getTime() + 31 * 24 * 3600_000);
      const late = await server.call("GET", `/v1/service-requests/${id}`, { as: customer(ada) });
      expect(late.body.allowedTransitions).toEqual(["closed"]);
      expect(late.body.allowedActions).not.toContain("reopen");
      const again = await move(id, { to: "inProgress", reason: "Again" }, customer(ada));
      server.clock.now = then;
      expect(again).toMatchObject({ status: 409, body: { code: "transition-not-allowed" } });
    });

    test("is urged at most every two hours, and counted", async () => {
      const id = await newRequest();
      const urge = () =>
        server.call("POST", `/v1/service-requests/${id}/urges`, {
          as: customer(ada),
          body: { reason: "dark" },
        });
      expect((await urge()).body).toMatchObject({
        marks: { urgedCount: 1 },
        urgeAllowedAt: "2026-11-20T04:00:00.000Z",
      });
      const early = await urge();
      expect(early).toMatchObject({ status: 429, body: { code: "rate-limited", retryAfterMs: 7_200_000 } });
      expect(early.headers.get("Retry-After")).toBe("7200");
    });

    test("is overdue when a promise is past due, in the list as on the record", async () => {
      const id = await newRequest();
      const then = server.clock.now;
      server.clock.now = new Date(then.getTime() + 3600_000);
      expect((await server.call("GET", `/v1/service-requests/${id}`, { as: agent })).body.marks.overdue).toBe(
        true,
      );
      const { body } = await server.call(
        "GET",
        `/v1/service-requests?overdue=true&customerId=${ada}&limit=100`,
        { as: agent },
      );
      expect(body.data.map((row: { id: string }) => row.id)).toContain(id);
      server.clock.now = then;
    });

    test("takes up files, whose content comes back as a download to those who see the request", async () => {
      const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
      const upload = await server.call("POST", "/v1/attachments", {
        as: customer(ada),
        body: png,
        headers: {
          "Content-Type": "image/png",
          "Content-Disposition": "attachment; filename*=UTF-8''%E8%B7%AF.png",
        },
      });
      expect(upload).toMatchObject({ status: 201, body: { fileName: "路.png", size: 11 } });
      const taken = await server.call("POST", "/v1/service-requests", {
        as: customer(ada),
        body: fault({ attachmentIds: [upload.body.id] }),
      });
      expect(taken.body.attachments).toHaveLength(1);
      const content = await server.call("GET", `/v1/attachments/${upload.body.id}/content`, { as: agent });
      expect(content.headers.get("Content-Disposition")).toBe("attachment; filename*=UTF-8''%E8%B7%AF.png");
      expect(content.headers.get("X-Content-Type-Options")).toBe("nosniff");
      const twice = await server.call("POST", "/v1/service-requests", {
        as: customer(ada),
        body: fault({ attachmentIds: [upload.body.id] }),
      });
      expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: "/attachmentIds/0" }] } });
    });

    test("is filtered and sorted as the document offers", async () => {
      for (const query of [
        "state=acknowledged,inProgress",
        "state=acknowledged&state=pending",
        "kind=fault&sort=dueAt",
        "sort=-dueAt&total=true",
        "channel=web&sort=createdAt",
        "handlerId=agent-1&unitId=service-desk&urged=true&overdue=false",
        "createdAfter=2026-01-01T00:00:00Z&createdBefore=2027-01-01T00:00:00Z&q=%E8%B7%AF%E7%87%88",
      ])
        expect(await server.call("GET", `/v1/service-requests?${query}`, { as: service })).toMatchObject({
          status: 200,
        });
    });
  });

  describe("a rating", () => {
    test("is taken once, closes nothing, and raises the sample of its index by one", async () => {
      const { satisfactionIndices } = await import("./stores/postgres/schema.js");
      await server.db.insert(satisfactionIndices).values({
        id: "utility-csat",
        code: "utility-csat",
        labels: { en: "Satisfaction" },
        metric: "csat",
        industry: "utility",
        minimumSample: 2,
        public: true,
        updatedAt: server.clock.now,
      });
      const id = await newRequest();
      const rate = (score: number) =>
        server.call("POST", "/v1/ratings", {
          as: customer(ada),
          body: { metric: "csat", score, serviceRequestId: id },
        });
      expect(await rate(5)).toMatchObject({ status: 409, body: { code: "action-not-allowed" } });
      await move(id, { to: "resolved", resolution: "Done" });
      expect(await rate(9)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/score", code: "too-large" }] },
      });
      expect(await rate(5)).toMatchObject({ status: 201, body: { score: 5, scale: { maximum: 5 } } });
      expect(await rate(4)).toMatchObject({ status: 409, body: { code: "conflict" } });

      const { body } = await server.call("GET", "/v1/satisfaction-indices/utility-csat");
      expect(body).toMatchObject({
        value: 100,
        sampleSize: 1,
        reliable: false,
        interval: { method: "wilson" },
      });
      expect(body.series).toHaveLength(18);
      expect(body.series.at(-1)).toMatchObject({ from: "2026-11-01", to: "2026-11-30", sampleSize: 1 });
      const changes = await server.call("GET", "/v1/changes?after=earliest");
      expect(changes.body.data.map(({ type }: { type: string }) => type)).toEqual([
        "portico.satisfactionIndex.updated",
      ]);
    });

    test("without a request count once a day from one customer", async () => {
      const rate = (metric: string) =>
        server.call("POST", "/v1/ratings", { as: customer(ada), body: { metric, score: 5 } });
      expect(await rate("csat")).toMatchObject({ status: 201 });
      expect(await rate("csat")).toMatchObject({ status: 409, body: { code: "conflict" } });
      expect(await rate("nps")).toMatchObject({ status: 201 });
      server.clock.now = new Date(server.clock.now.getTime() + 25 * 3_600_000);
      expect(await rate("csat")).toMatchObject({ status: 201 });
    });
  });

  describe("the code lists", () => {
    test("come in pages", async () => {
      const names: string[] = [];
      let cursor = "";
      do {
        const { body } = await server.call("GET", `/v1/code-lists?limit=7${cursor}`);
        names.push(...body.data.map((list: { name: string }) => list.name));
        cursor = body.page.nextCursor && `&cursor=${body.page.nextCursor}`;
      } while (cursor);
      expect(names.length).toBeGreaterThan(14);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  describe("the capabilities", () => {
    test("offer a guest only what a guest may submit", async () => {
      const guests = await server.call("GET", "/v1/capabilities");
      expect(
        guests.body.requestKinds.every(({ guestAllowed }: { guestAllowed: boolean }) => guestAllowed),
      ).toBe(true);
      const staff = await server.call("GET", "/v1/capabilities", { as: agent });
      expect(staff.body.requestKinds.length).toBeGreaterThan(guests.body.requestKinds.length);
      expect(staff.body.resources.serviceRequests.operations).toContain("urgeServiceRequest");
      expect(await server.call("GET", "/v1/me", { as: agent })).toMatchObject({
        body: { principal: "agent", id: "agent-1" },
      });
      expect(await server.call("GET", "/v1/me", { as: customer(ada) })).toMatchObject({
        body: { principal: "customer", customerId: ada, displayName: "江南精密机械有限公司" },
      });
      expect(await server.call("GET", "/v1/code-lists/channels")).toMatchObject({
        status: 200,
        body: { name: "channels" },
      });
    });
  });
});
