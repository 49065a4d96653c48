import type { CustomerInput, ServiceRequestInput } from "@portico/contract";
import { type CrmClient, createClient } from "@portico/sdk";
import { type Connection, createApp, type Store } from "@portico/server";
import { agent, type Claims, customer, manager, mint, system } from "./tokens.ts";

/** The two customers of a backend that was made ready for the kit. */
export interface Seeded {
  readonly customerA: string;
  readonly customerB: string;
}

interface Place {
  readonly store: Store;
  readonly connection: Connection;
  /** Of the server that will serve the data. */
  readonly secret: Uint8Array;
}

const historyMs = 12 * 24 * 3_600_000;
/** So long that what was promised comes due on different days, and the last of it still lies ahead. */
const betweenChaptersMs = 15 * 3_600_000;

/**
 * What an integrator puts into an empty backend before the kit comes: two customers with a history of twelve days, the
 * staff who looked after them, and one of everything that only some may see. Rows tie in every value they sort by.
 */
export async function seed({ store, connection, secret }: Place): Promise<Seeded> {
  const clock = { now: new Date(Date.now() - historyMs) };
  const config = { keys: { secret }, origins: [], requestTimeoutMs: 30_000 };
  const app = createApp({ store, config, now: () => clock.now });
  const as = (claims: Claims): CrmClient => {
    const token = mint(claims, secret);
    const fetch = async (request: Request): Promise<Response> => app.fetch(request);
    return createClient({
      baseUrl: "http://seed",
      auth: () => token,
      fetch: fetch as typeof globalThis.fetch,
    });
  };
  const staff = { agent: as(agent), manager: as(manager), system: as(system) };

  const group = await staff.system.customers.create({
    kind: "group",
    displayName: "东方控股集团",
    industry: "utility",
  });
  const a = await staff.system.customers.create(organisation("江南制造有限公司", "A-1001", group.id));
  const b = await staff.system.customers.create(organisation("Harbour Trading Ltd", "B-2002"));
  for (const number of ["N-1", "N-2", "N-3", "N-4"])
    await staff.system.customers.create({
      kind: "person",
      displayName: "Wang Lei",
      number,
      industry: "utility",
    });
  for (const definition of indicesFor(b.id)) await connection.db.execute(insertIndex(definition, clock.now));

  const parties = [a, b].map(({ id }): Party => ({ id, own: as(customer(id)), contacts: [], requests: [] }));
  for (const chapter of chapters) {
    for (const party of parties) await chapter(party, staff);
    clock.now = new Date(clock.now.getTime() + betweenChaptersMs);
  }
  const nobody = createClient({
    baseUrl: "http://seed",
    fetch: (async (request: Request) => app.fetch(request)) as typeof fetch,
  });
  await nobody.serviceRequests.create({ kind: "suggestion", title: "More benches, please" });
  return { customerA: a.id, customerB: b.id };
}

const contactPoints = [
  { type: "mobile", value: "13812345678", primary: true },
  { type: "email", value: "wang.lei@example.com" },
];

const organisation = (displayName: string, number: string, parentId?: string): CustomerInput => ({
  kind: "organization",
  displayName,
  number,
  industry: "utility",
  language: "zh-Hans",
  tags: ["trial"],
  contactPoints: [...contactPoints, { type: "address", value: "8 Harbour Road, Wharf 3" }],
  ...(parentId === undefined ? {} : { parentId }),
});

const requester = { name: "Li Hua", phone: "13987654321", email: "li.hua@example.com" };
const enquiry = { kind: "enquiry", requester, customFields: { topic: "billing" } };
const complaint = { kind: "complaint", requester, customFields: { subject: "billing" } };
const matters: readonly ServiceRequestInput[] = [
  { ...complaint, title: "电费账单有误", description: "本月电费比上月高出三倍。" },
  { ...enquiry, title: "How do I read my meter?" },
  { kind: "praise", title: "谢谢师傅" },
  { ...enquiry, title: "发票抬头怎么改" },
  { ...complaint, title: "Nobody called back" },
  {
    kind: "fault",
    requester,
    title: "停電了",
    location: { address: "和平路 12 号", latitude: 31.2, longitude: 121.5 },
    customFields: { faultType: "powerOutage" },
  },
  { kind: "suggestion", title: "Longer opening hours", channel: "phone" },
  { kind: "suggestion", title: "夜间服务窗口", channel: "phone" },
  { kind: "opinion", title: "The new site is slow", channel: "phone" },
  { ...enquiry, title: "Which form do I need?" },
];

/** A customer and what they have by now. */
interface Party {
  readonly id: string;
  readonly own: CrmClient;
  readonly contacts: string[];
  readonly requests: string[];
}

interface Staff {
  readonly agent: CrmClient;
  readonly manager: CrmClient;
}

type Chapter = (party: Party, staff: Staff) => Promise<unknown>;

/** Both customers go through these side by side, so that the rows of one lie between those of the other. */
const chapters: readonly Chapter[] = [
  meet,
  ...matters.slice(0, 5).map((matter) => asking(matter)),
  // What comes in one instant ties in every order.
  asking(...matters.slice(5, 9)),
  takeUp,
  putOff,
  finish,
  call,
  judge,
  judgeAgain,
  ...matters.slice(9).map((matter) => asking(matter)),
  report,
];

async function meet({ id, contacts }: Party, { agent: staff }: Staff) {
  for (const name of ["Wang Lei", "Wang Lei", "Zhao Min", "陈晓"])
    contacts.push((await staff.contacts.create({ customerId: id, name, contactPoints })).id);
}

function asking(...asked: readonly ServiceRequestInput[]): Chapter {
  return async ({ own, requests }) => {
    for (const matter of asked) {
      const isFirst = requests.length === 0;
      const attachmentIds = isFirst ? [await upload(own, "账单.txt", "account 4711\n")] : [];
      requests.push((await own.serviceRequests.create({ ...matter, attachmentIds })).id);
    }
  };
}

/** Talks about the first request, in public and among the staff. */
async function takeUp({ own, requests: [id = ""] }: Party, { agent: staff }: Staff) {
  const { entries, assign } = staff.serviceRequests;
  const attachmentIds = [await upload(staff, "note.txt", "internal\n")];
  await assign(id, { handlerId: agent.sub, unitId: "service-desk", reason: "Knows the customer" });
  await entries.create(id, { type: "reply", text: "我们正在核查。" });
  await entries.create(id, {
    type: "comment",
    text: "Customer upset",
    visibility: "internal",
    attachmentIds,
  });
  await own.serviceRequests.entries.create(id, { type: "reply", text: "Thank you, 多谢" });
  await entries.create(id, { type: "comment", text: "Meter swapped", visibility: "public" });
  await own.serviceRequests.urge(id, { reason: "Still waiting" });
}

async function putOff({ own, requests }: Party, { agent: { serviceRequests } }: Staff) {
  const [, pending = "", held = "", rejected = "", cancelled = ""] = requests;
  await serviceRequests.transition(pending, { to: "pending", reason: "Which meter?" });
  await serviceRequests.transition(held, { to: "held" });
  await serviceRequests.urge(held);
  await serviceRequests.transition(rejected, { to: "rejected", reason: "A duplicate" });
  await own.serviceRequests.withdraw(cancelled, { reason: "Solved itself" });
}

async function finish({ own, requests }: Party, { agent: { serviceRequests } }: Staff) {
  const [resolved = "", closed = ""] = requests.slice(5);
  for (const id of [resolved, closed])
    await serviceRequests.transition(id, { to: "resolved", resolution: "已处理 / done" });
  await own.serviceRequests.transition(closed, { to: "closed" });
  await own.ratings.create({ metric: "csat", score: 5, serviceRequestId: closed, comment: "很好" });
  await own.ratings.create({ metric: "nps", score: 9 });
}

async function call({ id, contacts, requests }: Party, { agent: staff }: Staff) {
  for (const [i, visibility] of (["public", "internal", "public", "internal", "public"] as const).entries())
    await staff.interactions.create({
      customerId: id,
      contactId: contacts[i % 2] ?? "",
      serviceRequestId: requests[0] ?? "",
      direction: "outbound",
      channel: i < 2 ? "phone" : "email",
      subject: i < 2 ? "电话回访" : "Call about the invoice",
      visibility,
    });
}

async function judge({ id }: Party, { agent: { assessments }, manager: { accountTeam } }: Staff) {
  await assessments.create(id, { kind: "tier", code: "gold" });
  await assessments.create(id, { kind: "value", code: "high", score: 80 });
  await assessments.create(id, { kind: "risk", code: "low", score: 10 });
  await accountTeam.add(id, { memberId: agent.sub, role: "relationshipManager", primary: true });
}

async function judgeAgain({ id }: Party, { agent: { assessments }, manager: { accountTeam } }: Staff) {
  await assessments.create(id, { kind: "value", code: "medium", score: 60 });
  await accountTeam.add(id, { memberId: manager.sub, role: "deputyManager" });
}

/** Misconduct, once signed and once not: no agent may see either. */
async function report({ own }: Party, { manager: { serviceRequests } }: Staff) {
  const misconduct = { kind: "misconduct", customFields: { matter: "bribery" } };
  const about = { unitId: "service-desk" };
  const { id } = await own.serviceRequests.create({ ...misconduct, title: "Gifts at the desk", about });
  await own.serviceRequests.create({ ...misconduct, title: "匿名举报", anonymous: true });
  await serviceRequests.entries.create(id, { type: "comment", text: "To be heard", visibility: "internal" });
}

async function upload(by: CrmClient, fileName: string, text: string): Promise<string> {
  return (await by.attachments.upload(new Blob([text], { type: "text/plain" }), { fileName })).id;
}

interface IndexDefinition {
  readonly id: string;
  readonly code: string;
  readonly metric: "csat" | "nps" | "ces";
  readonly customerId?: string;
  readonly public: boolean;
}

const indicesFor = (customerB: string): IndexDefinition[] => [
  { id: "5b1e8c52-all", code: "satisfaction", metric: "csat", public: true },
  { id: "9f04d7aa-effort", code: "effort", metric: "ces", public: true },
  { id: "c3a96b10-staff", code: "recommendation", metric: "nps", public: false },
  { id: "e7720d3f-own", code: "satisfaction-of-b", metric: "csat", public: false, customerId: customerB },
];

/** Indices are set up by whoever runs the backend: the contract has no call for it. */
function insertIndex({ id, code, metric, customerId, public: open }: IndexDefinition, at: Date): string {
  const labels = JSON.stringify({ en: code, "zh-Hans": "满意度", "zh-Hant": "滿意度" });
  const values = [id, code, labels, metric, customerId, at.toISOString()];
  const quoted = values.map((value) => (value === undefined ? "null" : `'${value}'`)).join(", ");
  return `insert into satisfaction_indices (id, code, labels, metric, customer_id, updated_at, minimum_sample, public)
    values (${quoted}, 2, ${open})`;
}
