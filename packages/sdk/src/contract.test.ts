import { operations } from "@portico/contract";
import { describe, expect, it } from "vitest";
import { ContractViolationError, type CrmClient, UnsupportedError } from "./index.js";
import { backend, errorOf, json } from "./test/fault-server.js";
import { tolerant } from "./validation.js";

/** How each operation of the contract is reached. */
const calls: Record<keyof typeof operations, (crm: CrmClient) => PromiseLike<unknown> | (() => void)> = {
  getCapabilities: (crm) => crm.capabilities.get(),
  getMe: (crm) => crm.me.get(),
  listCustomers: (crm) => crm.customers.list(),
  createCustomer: (crm) => crm.customers.create({ kind: "person", displayName: "Li Na" }),
  getCustomer: (crm) => crm.customers.get("id"),
  updateCustomer: (crm) => crm.customers.update("id", { displayName: "Li Na" }, { ifMatch: '"1"' }),
  getCustomerSummary: (crm) => crm.customers.summary("id"),
  revealContactPoint: (crm) =>
    crm.customers.revealContactPoint("id", "contactPointId", { reason: "Call back" }),
  listAssessments: (crm) => crm.assessments.list("id"),
  createAssessment: (crm) => crm.assessments.create("id", { kind: "tier", code: "gold" }),
  listAccountTeam: (crm) => crm.accountTeam.list("id"),
  addTeamMember: (crm) => crm.accountTeam.add("id", { memberId: "m1", role: "manager" }),
  getTeamMember: (crm) => crm.accountTeam.get("id", "memberId"),
  removeTeamMember: (crm) => crm.accountTeam.remove("id", "memberId", { ifMatch: '"1"' }),
  listContacts: (crm) => crm.contacts.list(),
  createContact: (crm) => crm.contacts.create({ customerId: "c1", name: "Li Na" }),
  getContact: (crm) => crm.contacts.get("id"),
  updateContact: (crm) => crm.contacts.update("id", { name: "Li Na" }, { ifMatch: '"1"' }),
  deleteContact: (crm) => crm.contacts.delete("id", { ifMatch: '"1"' }),
  listInteractions: (crm) => crm.interactions.list(),
  createInteraction: (crm) =>
    crm.interactions.create({ customerId: "c1", direction: "inbound", channel: "phone", subject: "Bill" }),
  getInteraction: (crm) => crm.interactions.get("id"),
  listServiceRequests: (crm) => crm.serviceRequests.list(),
  createServiceRequest: (crm) => crm.serviceRequests.create({ kind: "fault", title: "No light" }),
  getServiceRequest: (crm) => crm.serviceRequests.get("id"),
  updateServiceRequest: (crm) => crm.serviceRequests.update("id", { title: "No light" }, { ifMatch: '"1"' }),
  transitionServiceRequest: (crm) => crm.serviceRequests.transition("id", { to: "held" }),
  urgeServiceRequest: (crm) => crm.serviceRequests.urge("id"),
  assignServiceRequest: (crm) => crm.serviceRequests.assign("id", { unitId: "u1" }),
  listEntries: (crm) => crm.serviceRequests.entries.list("id"),
  createEntry: (crm) => crm.serviceRequests.entries.create("id", { type: "reply", text: "Hello" }),
  uploadAttachment: (crm) => crm.attachments.upload(new Blob(["x"])),
  getAttachment: (crm) => crm.attachments.get("id"),
  deleteAttachment: (crm) => crm.attachments.delete("id", { ifMatch: '"1"' }),
  getAttachmentContent: (crm) => crm.attachments.content("id"),
  listCodeLists: (crm) => crm.codeLists.list(),
  getCodeList: (crm) => crm.codeLists.get("name"),
  listChanges: (crm) => crm.changes.list(),
  streamChanges: (crm) =>
    new Promise<void>((resolve) => {
      crm.changes.subscribe({}, () => undefined, { onStatus: (status) => status === "stopped" && resolve() });
    }),
  listRatings: (crm) => crm.ratings.list(),
  createRating: (crm) => crm.ratings.create({ metric: "csat", score: 5 }),
  getRating: (crm) => crm.ratings.get("id"),
  listSatisfactionIndices: (crm) => crm.satisfactionIndices.list(),
  getSatisfactionIndex: (crm) => crm.satisfactionIndices.get("id"),
};

const capabilities = {
  contractVersion: "0.1.0",
  name: "Test",
  profiles: [],
  resources: {
    customers: { operations: ["listCustomers", "getCustomer"] },
    attachments: { operations: ["uploadAttachment"] },
  },
  requestKinds: [],
  channels: [],
  attachments: { maxCount: 5, maxBytes: 4, mediaTypes: ["image/*", "text/plain"] },
  changes: { poll: true, stream: true, retentionHours: 1 },
  locales: ["en"],
};

describe("every operation of the contract", () => {
  it.each(Object.entries(operations))(
    "%s has a method of the client",
    async (id, { method, path, successStatus }) => {
      const { crm, requests } = await backend((_, response) => {
        if (successStatus === 204 || id === "streamChanges")
          return response.writeHead(204).end() && undefined;
        json(response, { data: [], page: { nextCursor: null } }, { etag: '"1"' }, successStatus);
      });
      await calls[id as keyof typeof operations](crm);
      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatchObject({ method, path: path.replace(/[{}]/g, "") });
      expect(requests[0]?.headers["idempotency-key"] !== undefined).toBe(method === "POST");
      expect(requests[0]?.headers["if-match"] !== undefined).toBe(method === "PATCH" || method === "DELETE");
    },
  );
});

describe("capabilities", () => {
  it("are asked for once to tell whether an operation is supported", async () => {
    const { crm, requests } = await backend((_, response) => json(response, capabilities));
    await expect(crm.supports("getCustomer")).resolves.toBe(true);
    await expect(crm.supports("createCustomer")).resolves.toBe(false);
    expect(requests).toHaveLength(1);
  });

  it("once known, refuse an unsupported operation without a request", async () => {
    const { crm, requests } = await backend((_, response) => json(response, capabilities));
    await crm.capabilities.get();
    const error = await errorOf(crm.customers.create({ kind: "person", displayName: "Li Na" }));
    expect(error).toBeInstanceOf(UnsupportedError);
    expect(error).toMatchObject({ code: "unsupported", status: 501 });
    expect(requests).toHaveLength(1);
  });

  it("once known, refuse a file that is too large or of a type not taken", async () => {
    const { crm, requests } = await backend((_, response) => json(response, capabilities));
    await crm.capabilities.get();
    await expect(crm.attachments.upload(new Blob(["12345"], { type: "text/plain" }))).rejects.toMatchObject({
      code: "payload-too-large",
      status: 413,
    });
    await expect(crm.attachments.upload(new Blob(["1"], { type: "application/zip" }))).rejects.toMatchObject({
      code: "unsupported-media-type",
    });
    await crm.attachments.upload(new Blob(["1"], { type: "image/png" }));
    expect(requests).toHaveLength(2);
  });
});

describe("a payload of the future", () => {
  const future = {
    id: "c1",
    kind: "robot",
    displayName: "R2",
    status: "active",
    contactPoints: [],
    createdAt: "2031-01-01T00:00:00Z",
    updatedAt: "2031-01-01T00:00:00Z",
    mood: "curious",
  };

  it("keeps unknown members and unknown values of open enums, in strict mode too", async () => {
    const { client } = await backend((_, response) => json(response, future));
    for (const crm of [client(), client({ validate: tolerant("strict") })]) {
      await expect(crm.customers.get("c1")).resolves.toEqual(future);
    }
  });

  it("that breaks the contract is named by pointer, thrown in strict mode and reported in warn mode", async () => {
    const reported: ContractViolationError[] = [];
    const broken = { ...future, contactPoints: [{ id: "p1", type: "phone", value: 7, masked: true }] };
    const { client } = await backend((_, response) => json(response, broken));
    const error = await errorOf<ContractViolationError>(
      client({ validate: tolerant("strict") }).customers.get("c1"),
    );
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.issues).toMatchObject([{ pointer: "/contactPoints/0/value" }]);
    expect(error.requestId).toBe("r-1");
    const warned = client({ validate: tolerant("warn", (issue) => reported.push(issue)) });
    await expect(warned.customers.get("c1")).resolves.toEqual(broken);
    expect(reported).toHaveLength(1);
  });
});
