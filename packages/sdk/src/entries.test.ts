import type { Attachment, Customer, Me, ServiceRequest } from "@portico/contract";
import { expect, expectTypeOf, test } from "vitest";
import { changes } from "./changes/changes.js";
import { type Core, createCore } from "./core.js";
import { createClient, isCrmError, type Page, type RateLimitedError, type RequestOptions } from "./index.js";
import { customers } from "./resources/customers.js";
import { me } from "./resources/me.js";
import { serviceRequests } from "./resources/service-requests.js";

const offline = {
  baseUrl: "https://crm.example",
  retry: { limit: 0 },
  fetch: () => Promise.reject(new TypeError("offline")),
};

test("one resource on the core is the client's own", async () => {
  const requests = serviceRequests(createCore(offline));
  expectTypeOf(requests).toEqualTypeOf<ReturnType<typeof createClient>["serviceRequests"]>();
  await expect(requests.get("sr1")).rejects.toMatchObject({
    code: "connection",
    operation: "GET /v1/service-requests/{id}",
  });
});

test("resources on one core share its person, its capabilities and its sign-out", async () => {
  const asked: string[] = [];
  const tokens = ["first", "second"];
  const core = createCore({
    baseUrl: "https://crm.example",
    auth: () => tokens.shift() ?? null,
    fetch: async (request) => {
      asked.push(`${request.headers.get("authorization")} ${new URL(request.url).pathname}`);
      return Response.json(request.url.endsWith("capabilities") ? { resources: {} } : { id: "c1" });
    },
  });
  await me(core).get();
  await customers(core).get("c1");
  core.signOut();
  await customers(core).get("c1");
  expect(await core.supports("getCustomer")).toBe(false);
  await expect(customers(core).get("c1")).rejects.toMatchObject({ code: "unsupported" });
  expect(asked).toEqual([
    "Bearer first /v1/me",
    "Bearer first /v1/customers/c1",
    "Bearer second /v1/customers/c1",
    "Bearer second /v1/capabilities",
  ]);
});

test("results, rows and pages have the contract's types", () => {
  const crm = createClient(offline);
  expectTypeOf(crm.customers.get).returns.resolves.toEqualTypeOf<Customer>();
  expectTypeOf(crm.me.get).returns.resolves.toEqualTypeOf<Me>();
  expectTypeOf(crm.serviceRequests.create).returns.resolves.toEqualTypeOf<ServiceRequest>();
  expectTypeOf(crm.attachments.upload).returns.resolves.toEqualTypeOf<Attachment>();
  expectTypeOf(crm.attachments.content).returns.resolves.toEqualTypeOf<Blob>();
  expectTypeOf(crm.contacts.delete).returns.resolves.toEqualTypeOf<void>();
  expectTypeOf(crm.serviceRequests.list).returns.resolves.toEqualTypeOf<Page<ServiceRequest>>();
  expectTypeOf(crm.customers.list).returns.toExtend<AsyncIterable<Customer>>();
  expectTypeOf(crm.raw<{ total: number }>).returns.resolves.toEqualTypeOf<{ total: number }>();
});

test("parameters are those of the operation, and nothing else", () => {
  const { serviceRequests, customers, satisfactionIndices } = createClient(offline);
  expectTypeOf(serviceRequests.list).parameter(0).toExtend<{ state?: unknown; kind?: unknown } | undefined>();
  expectTypeOf<{ state: ["inProgress"] }>().toExtend<Parameters<typeof serviceRequests.list>[0]>();
  expectTypeOf<{ state: ["unheardOf"] }>().not.toExtend<Parameters<typeof serviceRequests.list>[0]>();
  expectTypeOf<{ kind: "fault" }>().not.toExtend<Parameters<typeof serviceRequests.create>[0]>();
  expectTypeOf<{ kind: "of our own"; title: "…" }>().toExtend<Parameters<typeof serviceRequests.create>[0]>();
  expectTypeOf(serviceRequests.withdraw).parameter(1).toEqualTypeOf<{ reason: string }>();
  expectTypeOf(customers.list).parameter(1).toEqualTypeOf<RequestOptions | undefined>();
  expectTypeOf(satisfactionIndices).not.toHaveProperty("create");
});

test("an error is narrowed by its code", async () => {
  const error: unknown = await createClient(offline)
    .me.get()
    .catch((reason: unknown) => reason);
  expect(isCrmError(error, "connection")).toBe(true);
  if (isCrmError(error, "rate-limited")) {
    expectTypeOf(error).toEqualTypeOf<RateLimitedError>();
    expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
  }
});

test("changes are an entry of their own", () => {
  expectTypeOf(changes).parameter(0).toBeObject();
  expectTypeOf<Core>().toExtend<Parameters<typeof changes>[0]>();
  const stop = changes(createCore(offline)).subscribe({ subject: "sr1" }, ({ type }) =>
    expectTypeOf(type).toBeString(),
  );
  stop();
});
