import { type OperationId, operations } from "@portico/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "./auth/principal.js";
import { attachments, idempotencyKeys } from "./stores/postgres/schema.js";
import {
  agent,
  customer,
  inMemory,
  manager,
  openTestServer,
  service,
  type TestServer,
} from "./testing/harness.js";

const whisper = "for the staff alone";
const accusedUnit = "service-desk";
const otherManager: Principal = { kind: "manager", id: "manager-2", unitId: "integrity-desk", scopes: [] };

let server: TestServer;
const ada = {
  id: "",
  request: "",
  entry: "",
  internalEntry: "",
  contact: "",
  interaction: "",
  hiddenInteraction: "",
};
const more = {
  rating: "",
  attachment: "",
  hiddenAttachment: "",
  member: "",
  contactPoint: "",
  index: "ada-only",
};
let ben: string;

beforeAll(async () => {
  server = await openTestServer(await inMemory());
  const post = async (path: string, body: unknown, as: Principal = agent, headers = {}) => {
    const answer = await server.call("POST", path, { as, body, headers });
    expect({ path, answer }).toMatchObject({
      answer: { status: expect.toSatisfy((status) => status < 300) },
    });
    return answer.body;
  };
  const upload = (text: string, as: Principal) =>
    post("/v1/attachments", text, as, {
      "Content-Type": "text/plain",
      "Content-Disposition": "attachment; filename=a.txt",
    });

  const made = await post("/v1/customers", {
    kind: "person",
    displayName: "Ada",
    contactPoints: [{ type: "mobile", value: "13800135678" }],
    tags: [whisper],
  });
  ada.id = made.id;
  more.contactPoint = made.contactPoints[0].id;
  ben = (await post("/v1/customers", { kind: "person", displayName: "Ben" })).id;
  ada.contact = (await post("/v1/contacts", { customerId: ada.id, name: "Contact of Ada" })).id;
  const talk = { customerId: ada.id, direction: "inbound", channel: "phone", subject: "Talk" };
  ada.interaction = (await post("/v1/interactions", { ...talk, visibility: "public" })).id;
  ada.hiddenInteraction = (await post("/v1/interactions", { ...talk, subject: whisper })).id;

  more.attachment = (await upload("a photo", customer(ada.id))).id;
  more.hiddenAttachment = (await upload(whisper, agent)).id;
  const matter = { kind: "complaint", title: "Matter of Ada", customFields: { subject: "billing" } };
  ada.request = (
    await post("/v1/service-requests", { ...matter, attachmentIds: [more.attachment] }, customer(ada.id))
  ).id;
  const log = `/v1/service-requests/${ada.request}/entries`;
  ada.entry = (await post(log, { type: "reply", text: "We are on it" })).id;
  const internal = { type: "comment", text: whisper, attachmentIds: [more.hiddenAttachment] };
  ada.internalEntry = (await post(log, internal)).id;
  await post(`/v1/service-requests/${ada.request}/transitions`, { to: "resolved", resolution: "Paid back" });
  const rating = { metric: "csat", score: 4, serviceRequestId: ada.request };
  more.rating = (await post("/v1/ratings", rating, customer(ada.id))).id;
  await post(`/v1/customers/${ada.id}/assessments`, { kind: "tier", code: "A" });
  await post(`/v1/customers/${ada.id}/assessments`, { kind: "risk", code: "high", reason: whisper });
  const member = { memberId: agent.id, role: "relationshipManager" };
  more.member = (await post(`/v1/customers/${ada.id}/account-team`, member, manager)).id;
  const { satisfactionIndices } = await import("./stores/postgres/schema.js");
  await server.db.insert(satisfactionIndices).values({
    id: more.index,
    code: more.index,
    labels: { en: "Ada's" },
    metric: "csat",
    customerId: ada.id,
    minimumSample: 1,
    public: false,
    updatedAt: server.clock.now,
  });
});
afterAll(() => server.close());

/** Every path of an operation with ids of Ada's in it, and as a query where it is a list. */
function pathsOf(operationId: OperationId): string[] {
  const { path } = operations[operationId];
  const ids: Record<string, string[]> = {
    customers: [ada.id],
    contacts: [ada.contact],
    interactions: [ada.interaction, ada.hiddenInteraction],
    "service-requests": [ada.request],
    attachments: [more.attachment, more.hiddenAttachment],
    ratings: [more.rating],
    "satisfaction-indices": [more.index],
  };
  const filled = (ids[path.split("/")[2] ?? ""] ?? [""]).map((id) =>
    path
      .replace("{id}", id)
      .replace("{contactPointId}", more.contactPoint)
      .replace("{memberId}", more.member)
      .replace("{name}", "channels"),
  );
  const filters: Partial<Record<OperationId, string[]>> = {
    listCustomers: ["?q=Ada"],
    listContacts: [`?customerId=${ada.id}`, "?q=Ada"],
    listInteractions: [`?customerId=${ada.id}`],
    listServiceRequests: [`?customerId=${ada.id}`, "?q=Matter&total=true"],
    listRatings: [`?customerId=${ada.id}`, `?serviceRequestId=${ada.request}`],
    listChanges: [
      "?after=earliest&limit=100",
      `?after=earliest&customerId=${ada.id}`,
      `?after=earliest&subject=${ada.request}`,
    ],
  };
  return filled.flatMap((path) => [path, ...(filters[operationId] ?? []).map((query) => path + query)]);
}

const bodies = (): Partial<Record<OperationId, object>> => ({
  revealContactPoint: { reason: "curious" },
  updateServiceRequest: { title: "Taken over" },
  transitionServiceRequest: { to: "closed" },
  urgeServiceRequest: {},
  createEntry: { type: "reply", text: "Taken over" },
  createServiceRequest: { kind: "enquiry", title: "In Ada's name", customerId: ada.id },
  createRating: { metric: "nps", score: 1, serviceRequestId: ada.request },
});

const ids = Object.keys(operations) as OperationId[];
const streamed = "streamChanges";
const secrets = () => [
  ...Object.values(ada),
  ...Object.values(more).filter((id) => id !== more.index),
  "Ada's",
];

const strangers: [who: string, principal: () => Principal | undefined][] = [
  ["another customer", () => customer(ben)],
  ["a customer who is not on record", () => customer("nobody")],
  ["a guest", () => undefined],
];

describe.each(strangers)("%s", (_name, who) => {
  it.each(ids.filter((id) => id !== streamed))(
    "learns and changes nothing of a customer through %s",
    async (id) => {
      const { method } = operations[id];
      const before = await asAda();
      for (const path of pathsOf(id)) {
        const as = who();
        const body = bodies()[id] ?? (method === "PATCH" || method === "POST" ? {} : undefined);
        const answer = await server.call(method, path, {
          ...(as ? { as } : {}),
          body,
          headers: { "If-Match": "*" },
        });
        const told = JSON.stringify([answer.body, [...answer.headers]]);
        const learned = secrets().filter(
          (secret) => secret !== "" && !path.includes(secret) && told.includes(secret),
        );
        expect({ path, learned }).toEqual({ path, learned: [] });
        // An id in the path is never answered with success, nor told apart from one that does not exist.
        const asked = secrets().some((secret) => secret !== "" && path.split("?")[0]?.includes(secret));
        if (asked) expect([401, 403, 404, 422]).toContain(answer.status);
      }
      expect(await asAda()).toEqual(before);
    },
  );
});

describe("a customer, of their own", () => {
  it.each(ids.filter((id) => id !== streamed && operations[id].method === "GET"))(
    "gets no internal word through %s",
    async (id) => {
      for (const path of pathsOf(id)) {
        const { body } = await server.call("GET", path, { as: customer(ada.id) });
        const told = JSON.stringify(body);
        for (const hidden of [whisper, ada.internalEntry, ada.hiddenInteraction, '"kind":"risk"'])
          if (!path.includes(hidden)) expect(told).not.toContain(hidden);
      }
    },
  );

  it("cannot tell by the request that an internal entry was added", async () => {
    const path = `/v1/service-requests/${ada.request}`;
    const before = await server.call("GET", path, { as: customer(ada.id) });
    server.clock.now = new Date(server.clock.now.getTime() + 1000);
    await server.call("POST", `${path}/entries`, { as: agent, body: { type: "comment", text: whisper } });
    const after = await server.call("GET", path, { as: customer(ada.id) });
    expect(after.headers.get("ETag")).toBe(before.headers.get("ETag"));
  });

  it("cannot write an internal entry or a comment", async () => {
    const { body: open } = await server.call("POST", "/v1/service-requests", {
      as: customer(ada.id),
      body: { kind: "enquiry", title: "Another" },
    });
    const write = (body: object) =>
      server.call("POST", `/v1/service-requests/${open.id}/entries`, { as: customer(ada.id), body });
    expect(await write({ type: "comment", text: "x" })).toMatchObject({ status: 409 });
    expect(await write({ type: "reply", text: "x", visibility: "internal" })).toMatchObject({ status: 422 });
  });
});

describe("a report of misconduct", () => {
  const report = (as: Principal | undefined, over: object = {}) =>
    server.call("POST", "/v1/service-requests", {
      ...(as ? { as } : {}),
      body: {
        kind: "misconduct",
        title: "Gifts were taken",
        customFields: { matter: "bribery" },
        about: { unitId: accusedUnit, person: "The clerk" },
        ...over,
      },
    });

  it("is seen by services and managers of other units, never by agents or by the unit it is about", async () => {
    const { body } = await report(customer(ada.id));
    expect(body.owner.id).toBe("integrity-desk-duty");
    const path = `/v1/service-requests/${body.id}`;
    const status = async (as: Principal) => (await server.call("GET", path, { as })).status;
    expect([await status(service), await status(otherManager), await status(customer(ada.id))]).toEqual([
      200, 200, 200,
    ]);
    expect([await status(agent), await status(manager), await status(customer(ben))]).toEqual([
      404, 404, 404,
    ]);
    for (const as of [agent, manager]) {
      for (const list of [
        "/v1/service-requests?limit=100",
        "/v1/changes?after=earliest&limit=100",
        `/v1/customers/${ada.id}/summary`,
      ])
        expect(JSON.stringify((await server.call("GET", list, { as })).body)).not.toContain(body.id);
      expect(
        (await server.call("POST", `${path}/entries`, { as, body: { type: "reply", text: "x" } })).status,
      ).toBe(404);
    }
  });

  it("cannot be dispatched to the unit it is about", async () => {
    const { body } = await report(undefined);
    const assign = (to: object) =>
      server.call("POST", `/v1/service-requests/${body.id}/assignments`, { as: otherManager, body: to });
    expect(await assign({ unitId: accusedUnit })).toMatchObject({ status: 422 });
    expect(await assign({ handlerId: agent.id })).toMatchObject({ status: 422 });
    expect(await assign({ unitId: "integrity-desk" })).toMatchObject({ status: 200 });
  });

  it("cannot be dispatched to somebody who has joined the unit it is about since", async () => {
    const moved: Principal = { ...agent, id: "agent-who-moves", name: "Mo", unitId: "integrity-desk" };
    const write = (as: Principal) =>
      server.call("POST", "/v1/customers", { as, body: { kind: "person", displayName: "Somebody" } });
    await write(moved);
    await write({ ...moved, unitId: accusedUnit, name: "Mo Li" });
    const { body } = await report(undefined);
    const assign = () =>
      server.call("POST", `/v1/service-requests/${body.id}/assignments`, {
        as: otherManager,
        body: { handlerId: moved.id },
      });
    expect(await assign()).toMatchObject({ status: 422, body: { errors: [{ code: "not-allowed" }] } });
    await write(moved);
    expect(await assign()).toMatchObject({ status: 200, body: { handler: { name: "Mo" } } });
  });

  it("keeps nothing about a colleague who wishes to be unknown", async () => {
    const { body } = await report({ ...agent, id: "agent-who-dares", name: "Dara" }, { anonymous: true });
    const path = `/v1/service-requests/${body.id}`;
    const stored = await server.call("GET", path, { as: service });
    const log = await server.call("GET", `${path}/entries`, { as: service });
    expect(log.body.data).toHaveLength(1);
    expect(JSON.stringify([stored.body, log.body])).not.toMatch(/agent-who-dares|Dara/);
    const answer = await server.call("POST", `${path}/entries`, {
      as: otherManager,
      body: { type: "reply", text: "We look into it" },
    });
    expect(answer.body.author.id).toBe(otherManager.id);
  });

  it("keeps nothing about a reporter who wishes to be unknown", async () => {
    const reporter = customer(ben);
    const file = await server.call("POST", "/v1/attachments", {
      as: reporter,
      body: "a letter",
      headers: { "Content-Type": "text/plain", "Content-Disposition": "attachment; filename=a.txt" },
    });
    const over = {
      anonymous: true,
      requester: { name: "Ben", phone: "13800138000" },
      attachmentIds: [file.body.id],
    };
    const { status, body } = await report(reporter, over);
    expect(status).toBe(201);
    const stored = await server.call("GET", `/v1/service-requests/${body.id}`, { as: service });
    expect(stored.body).toMatchObject({ anonymous: true, customer: null });
    const log = await server.call("GET", `/v1/service-requests/${body.id}/entries`, { as: service });
    expect(JSON.stringify([stored.body, log.body])).not.toMatch(new RegExp(`${ben}|13800138000|Ben`));
    const kept = await server.db.select().from(idempotencyKeys);
    expect(kept.filter((row) => row.scope.includes(ben) && row.body.includes(file.body.id))).toEqual([]);
    expect(kept.filter((row) => row.scope.includes(ben) && row.body.includes(body.id))).toEqual([]);
    const files = await server.db
      .select({ id: attachments.id, uploader: attachments.uploader })
      .from(attachments);
    expect(files.find(({ id }) => id === file.body.id)?.uploader).toBeNull();
    expect((await server.call("GET", `/v1/service-requests/${body.id}`, { as: reporter })).status).toBe(404);
  });
});

describe("a customer", () => {
  it("cannot find out their segment by asking for each", async () => {
    const id = (
      await server.call("POST", "/v1/customers", { as: agent, body: { kind: "person", displayName: "Seg" } })
    ).body.id;
    await server.call("POST", `/v1/customers/${id}/assessments`, {
      as: agent,
      body: { kind: "segment", code: "litigious" },
    });
    const count = async (as: Principal, segment: string) =>
      (await server.call("GET", `/v1/customers?total=true&segment=${segment}`, { as })).body.page.total;
    expect(await count(agent, "litigious")).toBe(1);
    expect([await count(customer(id), "litigious"), await count(customer(id), "other")]).toEqual([0, 0]);
  });

  it("sees whom to call back masked, even with a scope that is only for the staff", async () => {
    const made = await server.call("POST", "/v1/service-requests", {
      as: { ...customer(ben), scopes: ["pii.reveal"] },
      body: {
        kind: "praise",
        title: "Thanks",
        requester: { phone: "13800138000", email: "ben@example.com" },
      },
    });
    expect(made.body.requester).toEqual({ phone: "138****8000", email: "b***@example.com" });
    const path = `/v1/service-requests/${made.body.id}`;
    const phone = async (scopes: string[]) =>
      (await server.call("GET", path, { as: { ...agent, scopes } })).body.requester.phone;
    expect([await phone([]), await phone(["pii.reveal"])]).toEqual(["138****8000", "13800138000"]);
  });

  it("has no key in common with another whose names run together alike", async () => {
    const [first, second] = [
      { ...customer("c:d"), id: "e" },
      { ...customer("c"), id: "d:e" },
    ];
    const send = (as: Principal) =>
      server.call("POST", "/v1/attachments", {
        as,
        key: "one-key-for-both",
        body: "words",
        headers: { "Content-Type": "text/plain", "Content-Disposition": "attachment; filename=a.txt" },
      });
    const [mine, theirs] = [await send(first), await send(second)];
    expect(theirs.headers.get("Idempotency-Replayed")).toBeNull();
    expect((await server.call("GET", `/v1/attachments/${mine.body.id}`, { as: second })).status).toBe(404);
  });
});

it("keeps a contact point whose masked form comes back in a change", async () => {
  const made = await server.call("POST", "/v1/customers", {
    as: agent,
    body: {
      kind: "person",
      displayName: "Mask",
      contactPoints: [
        { type: "mobile", value: "13800138000", label: "own" },
        { type: "email", value: "mask@example.com" },
      ],
    },
  });
  const path = `/v1/customers/${made.body.id}`;
  const [mobile] = made.body.contactPoints;
  const changed = await server.call("PATCH", path, {
    as: agent,
    headers: { "If-Match": made.headers.get("ETag") ?? "" },
    body: {
      contactPoints: [
        { type: "mobile", value: mobile.value, primary: true },
        { type: "phone", value: "02155550199" },
      ],
    },
  });
  expect(changed.body.contactPoints).toMatchObject([
    { id: mobile.id, value: "138****8000", primary: true },
    { type: "phone", value: "021****0199" },
  ]);
  expect(changed.body.contactPoints[0]).not.toHaveProperty("label");
  const shown = await server.call("POST", `${path}/contact-points/${mobile.id}/reveal`, {
    as: { ...agent, scopes: ["pii.reveal"] },
    body: { reason: "call back" },
  });
  expect(shown.body.value).toBe("13800138000");
});

const asAda = async (): Promise<unknown[]> => {
  const paths = [
    `/v1/customers/${ada.id}`,
    `/v1/service-requests/${ada.request}`,
    `/v1/service-requests/${ada.request}/entries`,
    "/v1/ratings",
    "/v1/service-requests",
  ];
  const answers = await Promise.all(paths.map((path) => server.call("GET", path, { as: customer(ada.id) })));
  return answers.map(({ body }) => body);
};
