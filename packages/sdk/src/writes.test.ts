import { describe, expect, it } from "vitest";
import { newIdempotencyKey, PreconditionFailedError } from "./index.js";
import { backend, errorOf, json, problem } from "./test/fault-server.js";

/** A request that is stored, versioned and changed like the reference backend does it. */
function record(fields: Record<string, unknown> = {}) {
  const state = {
    version: 1,
    data: { id: "s1", title: "Old", description: "Old", ...fields } as Record<string, unknown>,
  };
  return {
    state,
    change(patch: object) {
      state.version += 1;
      state.data = { ...state.data, ...patch };
    },
    etag: () => `"${state.version}"`,
  };
}

describe("a write with a key", () => {
  it("keeps its key when the answer was lost, so that one record results", async () => {
    const made = new Map<string, object>();
    const { crm, requests } = await backend((request, response) => {
      const key = String(request.headers["idempotency-key"]);
      const replayed = made.has(key);
      const result = made.get(key) ?? { id: `s${made.size + 1}` };
      made.set(key, result);
      if (request.index === 0) response.destroy();
      else json(response, result, replayed ? { "idempotency-replayed": "true" } : {}, 201);
    });
    const answer = await crm.serviceRequests.create({ kind: "fault", title: "No light" }).withResponse();
    expect(answer).toMatchObject({ data: { id: "s1" }, replayed: true, attempts: 2 });
    expect(made.size).toBe(1);
    expect(requests[0]?.headers["idempotency-key"]).toBe(requests[1]?.headers["idempotency-key"]);
  });

  it("takes the caller's key and names it when it fails", async () => {
    const { crm, requests } = await backend((_, response) => problem(response, 422, "validation-failed"));
    const idempotencyKey = newIdempotencyKey();
    const input = { kind: "fault", title: "No light" };
    const error = await errorOf(crm.serviceRequests.create(input, { idempotencyKey }));
    expect(error.idempotencyKey).toBe(idempotencyKey);
    expect(requests[0]?.headers["idempotency-key"]).toBe(idempotencyKey);
  });

  it("has a fresh key for every call", async () => {
    const { crm, requests } = await backend((_, response) => json(response, {}));
    await crm.serviceRequests.urge("s1");
    await crm.serviceRequests.urge("s1");
    expect(new Set(requests.map(({ headers }) => headers["idempotency-key"])).size).toBe(2);
  });

  it("says what withdrawing, reopening and replying mean", async () => {
    const { crm, requests } = await backend((_, response) => json(response, {}));
    await crm.serviceRequests.withdraw("s1", { reason: "Solved." });
    await crm.serviceRequests.reopen("s1", { reason: "Not solved." });
    await crm.serviceRequests.entries.create("s1", { type: "reply", text: "Hello" });
    expect(requests.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      ["/v1/service-requests/s1/transitions", { to: "cancelled", reason: "Solved." }],
      ["/v1/service-requests/s1/transitions", { to: "inProgress", reason: "Not solved." }],
      ["/v1/service-requests/s1/entries", { type: "reply", text: "Hello" }],
    ]);
  });
});

describe("an update", () => {
  it("by a function is applied again to what somebody else has made of it", async () => {
    const stored = record();
    const { crm, requests } = await backend((request, response) => {
      if (request.method === "GET") return json(response, stored.state.data, { etag: stored.etag() });
      if (stored.state.version === 1) stored.change({ description: "By somebody else" });
      if (request.headers["if-match"] !== stored.etag()) return problem(response, 412, "precondition-failed");
      stored.change(JSON.parse(request.body));
      json(response, stored.state.data, { etag: stored.etag() });
    });
    const updated = await crm.serviceRequests.update("s1", (current) => ({
      title: `${current.description}!`,
    }));
    expect(updated).toMatchObject({ title: "By somebody else!", description: "By somebody else" });
    expect(requests.map(({ method }) => method)).toEqual(["GET", "PATCH", "GET", "PATCH"]);
    expect(requests[1]?.headers["content-type"]).toBe("application/merge-patch+json");
  });

  it("is given up after three rounds, with both versions in the error", async () => {
    const { crm, requests } = await backend((request, response) =>
      request.method === "GET"
        ? json(response, { id: "s1", title: `v${request.index}` }, { etag: `"${request.index}"` })
        : problem(response, 412, "precondition-failed"),
    );
    const error = await errorOf<PreconditionFailedError>(crm.serviceRequests.update("s1", { title: "Mine" }));
    expect(error).toBeInstanceOf(PreconditionFailedError);
    expect(error.current).toMatchObject({ title: "v6" });
    expect(error.currentETag).toBe('"6"');
    expect(error).toMatchObject({ base: { title: "v4" }, patch: { title: "Mine" } });
    expect(requests.filter(({ method }) => method === "PATCH")).toHaveLength(3);
  });

  it("of a given version is tried once", async () => {
    const { crm, requests } = await backend((request, response) =>
      request.method === "GET"
        ? json(response, { id: "s1" }, { etag: '"2"' })
        : problem(response, 412, "precondition-failed"),
    );
    const error = await errorOf(crm.serviceRequests.update("s1", { title: "Mine" }, { ifMatch: '"1"' }));
    expect(error).toMatchObject({ code: "precondition-failed", currentETag: '"2"' });
    expect(requests.map(({ method }) => method)).toEqual(["PATCH", "GET"]);
    expect(requests[0]?.headers["if-match"]).toBe('"1"');
  });

  it("whose answer was lost reads before it writes again", async () => {
    const stored = record();
    const { crm, requests } = await backend((request, response) => {
      if (request.method === "GET") return json(response, stored.state.data, { etag: stored.etag() });
      stored.change(JSON.parse(request.body));
      response.destroy();
    });
    const updated = await crm.serviceRequests.update("s1", ({ title }) =>
      title === "New" ? undefined : { title: "New" },
    );
    expect(updated.title).toBe("New");
    expect(requests.map(({ method }) => method)).toEqual(["GET", "PATCH", "GET"]);
  });

  it("is not sent blindly when the backend gives no version", async () => {
    const { crm, requests } = await backend((_, response) => json(response, { id: "s1" }));
    const call = crm.serviceRequests.update("s1", { title: "Mine" });
    await expect(call).rejects.toMatchObject({
      code: "contract-violation",
      message: expect.stringMatching(/ETag/),
    });
    expect(requests).toHaveLength(1);
  });

  it("of a given version whose answer was lost is not sent twice", async () => {
    const { crm, requests } = await backend((_, response) => response.destroy() && undefined);
    const call = crm.serviceRequests.update("s1", { title: "Mine" }, { ifMatch: '"1"' });
    await expect(call).rejects.toMatchObject({ code: "connection" });
    expect(requests).toHaveLength(1);
  });
});

describe("a removal", () => {
  it("is of the present version, or of the given one", async () => {
    const { crm, requests } = await backend((request, response) => {
      if (request.method === "GET") return json(response, { id: "k1" }, { etag: '"7"' });
      response.writeHead(204);
      response.end();
    });
    await expect(crm.contacts.delete("k1")).resolves.toBeUndefined();
    await crm.contacts.delete("k1", { ifMatch: '"3"' });
    expect(requests.map(({ method, headers }) => [method, headers["if-match"]])).toEqual([
      ["GET", undefined],
      ["DELETE", '"7"'],
      ["DELETE", '"3"'],
    ]);
  });
});
