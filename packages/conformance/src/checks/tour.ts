import type { Check } from "../check.js";
import { expectSuccess } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, type ListOperation } from "../lists.js";
import { NotSupported, Violation } from "../violation.js";
import { recordsOf } from "./support/known-records.js";
import { listOf } from "./support/values.js";
import { writeOperations } from "./support/write-calls.js";

const everyRead: Check = {
  id: "tour/every-read",
  title: "Every declared read answers as the document says.",
  requirements: ["CRM-WIR-002"],
  writes: false,
  async run(kit) {
    const callers = [...(kit.session.tokens.agent ? [kit.as("agent")] : []), kit.as("customerA")];
    await allOf(
      () => readAsGuest(kit),
      ...callers.flatMap((caller) => [
        () => readLists(kit, caller),
        () => readRecords(kit, caller),
        () => readFeed(kit, caller),
        () => meetProblems(kit, caller),
      ]),
    );
  },
};

async function readAsGuest(kit: Kit): Promise<void> {
  const guest = kit.as("guest");
  expectSuccess(await guest.call("getCapabilities"));
  if (kit.supports("getMe")) expectSuccess(await guest.call("getMe"));
  if (kit.supports("listSatisfactionIndices")) expectSuccess(await guest.call("listSatisfactionIndices"));
  if (!kit.supports("listCodeLists")) return;
  const [list] = await firstRows(guest, "listCodeLists");
  if (list && kit.supports("getCodeList"))
    expectSuccess(await guest.call("getCodeList", { path: { name: list.name } }));
}

const lists: readonly ListOperation[] = [
  "listCustomers",
  "listContacts",
  "listInteractions",
  "listServiceRequests",
  "listRatings",
  "listSatisfactionIndices",
];

async function readLists(kit: Kit, caller: Caller): Promise<void> {
  expectSuccess(await caller.call("getCapabilities"));
  if (kit.supports("getMe")) expectSuccess(await caller.call("getMe"));
  await allOf(
    ...lists
      .filter((id) => kit.supports(id))
      .map((id) => async () => {
        expectSuccess<unknown>(await caller.call(id));
      }),
  );
}

async function readRecords(kit: Kit, caller: Caller): Promise<void> {
  const records = await recordsOf(kit, caller);
  await allOf(
    ...records.map(({ operation, path }) => async () => {
      expectSuccess<unknown>(await caller.call(operation, { path }));
    }),
  );
}

/** What is refused shows how the backend tells of a problem; whether it is refused rightly is for other checks. */
async function meetProblems(kit: Kit, caller: Caller): Promise<void> {
  await caller.send({ method: "GET", target: `/v1/customers/${kit.unknownId()}` });
  await caller.send({ method: "GET", target: "/v1/customers?limit=0" });
  await caller.send({ method: "GET", target: "/v1/customers?cursor=kit" });
  await caller.send({ method: "GET", target: "/v1/kit-no-such-path" });
  await kit.as("guest").send({ method: "GET", target: "/v1/customers" });
}

async function meetProblemsOfWrites(kit: Kit): Promise<void> {
  const body = kit.make.customerInput();
  await kit.as("customerA").call("createCustomer", { body });
  await kit.as("agent").call("createCustomer", { body: { ...body, displayName: "" } });
  await kit.as("agent").call("createCustomer", { body, key: null });
  await kit.as("agent").send({ method: "PUT", target: "/v1/customers" });
  if (!kit.supports("updateCustomer")) return;
  const path = { id: kit.as("customerA").customerId };
  const patch = { tags: [kit.tag] };
  await kit.as("agent").call("updateCustomer", { path, body: patch });
  await kit.as("agent").call("updateCustomer", { path, body: patch, ifMatch: '"kit"' });
}

async function readFeed(kit: Kit, caller: Caller): Promise<void> {
  if (!kit.supports("listChanges") || !kit.capabilities.changes?.poll) return;
  expectSuccess(await caller.call("listChanges"));
  expectSuccess(await caller.call("listChanges", { query: { after: "earliest" } }));
}

const everyWrite: Check = {
  id: "tour/every-write",
  title: "Every declared write answers well-formed input as the document says.",
  requirements: ["CRM-WIR-002"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    if (!writeOperations.some((id) => kit.supports(id))) throw new NotSupported("no write is declared");
    await allOf(
      () => writeCustomer(kit),
      () => writeFiles(kit),
      () => writeRequest(kit),
      () => meetProblemsOfWrites(kit),
    );
  },
};

async function writeCustomer(kit: Kit): Promise<void> {
  if (!kit.supports("createCustomer")) return;
  const agent = kit.as("agent");
  const language = "zh-Hans";
  const contactPoints = [
    { type: "mobile", value: "13800138000", label: "office", primary: true },
    { type: "email", value: "sample@example.org" },
  ];
  const made = await agent.call("createCustomer", {
    body: kit.make.customerInput({
      language,
      contactPoints,
      alternateNames: [{ language: "en", name: "Sample" }],
    }),
  });
  const { id } = expectSuccess(made);
  const path = { id };
  await allOf(
    async () => {
      if (!kit.supports("updateCustomer")) return;
      const body = { tags: [kit.tag, "sample"], contactPoints };
      expectSuccess(await agent.call("updateCustomer", { path, body, ifMatch: etagOf(made) }));
    },
    () => writeContact(kit, id),
    async () => {
      if (!kit.supports("createInteraction")) return;
      const { id: interactionId } = await kit.make.interaction(id, {
        summary: "样品 Sample",
        durationSeconds: 60,
      });
      expectSuccess(await agent.call("getInteraction", { path: { id: interactionId } }));
    },
    async () => {
      if (!kit.supports("createAssessment")) return;
      const body = { kind: "value", code: "high", score: 80, reason: "样品 Sample" };
      expectSuccess(await agent.call("createAssessment", { path, body }));
      expectSuccess(await agent.call("listAssessments", { path }));
    },
    () => writeTeam(kit, id),
    async () => {
      if (kit.supports("getCustomerSummary")) expectSuccess(await agent.call("getCustomerSummary", { path }));
    },
  );
}

async function writeContact(kit: Kit, customerId: string): Promise<void> {
  if (!kit.supports("createContact")) return;
  const agent = kit.as("agent");
  const input = { language: "en", contactPoints: [{ type: "phone", value: "02155550100" }] };
  const path = { id: (await kit.make.contact(customerId, input)).id };
  const body = { title: "样品 Sample" };
  const read = await agent.call("getContact", { path });
  expectSuccess(read);
  const changed = await agent.call("updateContact", { path, body, ifMatch: etagOf(read) });
  expectSuccess(changed);
  expectSuccess(await agent.call("deleteContact", { path, ifMatch: etagOf(changed) }));
}

/** The last member cannot be taken out, so there are two. */
async function writeTeam(kit: Kit, id: string): Promise<void> {
  if (!kit.supports("addTeamMember") || kit.session.tokens.manager === undefined) return;
  const manager = kit.as("manager");
  const memberId = kit.as("agent").me.id ?? "";
  const path = { id };
  expectSuccess(
    await manager.call("addTeamMember", { path, body: { memberId, role: "relationshipManager" } }),
  );
  const { id: second } = expectSuccess(
    await manager.call("addTeamMember", { path, body: { memberId, role: "specialist" } }),
  );
  expectSuccess(await manager.call("listAccountTeam", { path }));
  const ofMember = { id, memberId: second };
  const read = await manager.call("getTeamMember", { path: ofMember });
  expectSuccess(read);
  expectSuccess(await manager.call("removeTeamMember", { path: ofMember, ifMatch: etagOf(read) }));
}

async function writeFiles(kit: Kit): Promise<void> {
  if (!kit.supports("uploadAttachment")) return;
  const customer = kit.as("customerA");
  const { id } = await kit.make.file(customer);
  const path = { id };
  const read = await customer.call("getAttachment", { path });
  expectSuccess(read);
  expectSuccess<unknown>(await customer.call("getAttachmentContent", { path }));
  expectSuccess(await customer.call("deleteAttachment", { path, ifMatch: etagOf(read) }));
}

async function writeRequest(kit: Kit): Promise<void> {
  if (!kit.supports("createServiceRequest")) return;
  const customer = kit.as("customerA");
  const agent = kit.as("agent");
  const made = await kit.make.request(customer, { description: "样品 Sample" });
  const path = { id: made.id };
  await kit.make.entry(customer, made.id);
  await kit.make.entry(agent, made.id, { type: "comment", visibility: "internal" });
  if (kit.supports("urgeServiceRequest") && listOf(made.allowedActions).includes("urge"))
    expectSuccess(await customer.call("urgeServiceRequest", { path, body: { reason: "样品 Sample" } }));
  const handlerId = agent.me.id;
  if (kit.supports("assignServiceRequest") && handlerId !== undefined)
    expectSuccess(await agent.call("assignServiceRequest", { path, body: { handlerId } }));
  const read = await agent.call("getServiceRequest", { path });
  const moves = listOf(expectSuccess(read).allowedTransitions);
  if (kit.supports("updateServiceRequest")) {
    const body = { title: `${kit.tag} 改题 Renamed` };
    expectSuccess(await agent.call("updateServiceRequest", { path, body, ifMatch: etagOf(read) }));
  }
  const goal = moves.includes("resolved") ? "resolved" : moves[0];
  if (kit.supports("transitionServiceRequest") && goal !== undefined) await kit.make.move(made, goal);
  expectSuccess(await agent.call("listEntries", { path }));
  const seen = expectSuccess(await customer.call("getServiceRequest", { path }));
  if (!kit.supports("createRating") || !listOf(seen.allowedActions).includes("rate")) return;
  const body = { metric: "csat", score: 4, serviceRequestId: made.id, comment: `${kit.tag} 满意` };
  const { id } = expectSuccess(await customer.call("createRating", { body }));
  expectSuccess(await customer.call("getRating", { path: { id } }));
}

/** The validator of an answer; of one without, that any state will do. */
const etagOf = ({ headers }: Answer): string => headers.get("ETag") ?? "*";

/** Goes all the ways though one of them leads to a violation, so that the observers see every answer. */
async function allOf(...ways: readonly (() => Promise<void>)[]): Promise<void> {
  const violations: Violation[] = [];
  for (const way of ways)
    await way().catch((error: unknown) => {
      if (!(error instanceof Violation)) throw error;
      violations.push(error);
    });
  const [first] = violations;
  if (first) throw first;
}

/** A call of each operation at least, which gives the observers something to see. */
export const tour: readonly Check[] = [everyRead, everyWrite];
