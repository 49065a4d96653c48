import type { Change } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { changesAfter, changesUntil, cursorNow, idsOf, quietCustomer } from "./support/feed.js";
import { type Touched, touchEverything } from "./support/touch-everything.js";

const reading = { operations: ["listChanges"], writes: false } as const;
const writing = {
  operations: ["listChanges", "createCustomer", "createServiceRequest"],
  writes: true,
} as const;

/** Three replies on a request of a fresh customer: their ids, in the order they were made. */
async function threeReplies(kit: Kit) {
  const agent = kit.as("agent");
  const customerId = await quietCustomer(kit);
  const after = await cursorNow(agent);
  const request = await kit.make.request(agent, { customerId });
  const entries: string[] = [];
  for (let i = 0; i < 3; i += 1) entries.push((await kit.make.entry(agent, request.id)).id);
  const told = (changes: readonly Change[]) =>
    entries.every((id) => changes.some(({ data }) => data?.id === id));
  const changes = await changesUntil(agent, after, { customerId }, told);
  expectThat(
    "CRM-CH-002",
    told(changes),
    `of three replies the feed tells ${changes.length} changes, not all of them`,
  );
  return { agent, customerId, after, request, entries, changes };
}

/** The feed as it is polled. */
export const changes: readonly Check[] = [
  {
    id: "changes/starts-now",
    title: "Read without `after`, the feed starts now.",
    requirements: ["CRM-CH-001"],
    ...reading,
    async run(kit) {
      const answer = await kit.as("agent").call("listChanges");
      const { data, page } = expectSuccess(answer, "CRM-CH-001");
      expectThat(
        "CRM-CH-001",
        data.length === 0,
        `the first page holds ${data.length} changes; expected none`,
        answer,
      );
      expectThat("CRM-CH-001", !page.hasMore, "`hasMore` is true on an empty page", answer);
      const next = await kit.as("agent").call("listChanges", { query: { after: page.nextCursor } });
      expectSuccess(next, "CRM-CH-004");
    },
  },
  {
    id: "changes/every-write-is-told",
    title: "Every kind of write is told in the feed, with its type, resource and subject.",
    requirements: ["CRM-CH-002", "CRM-CH-010"],
    ...writing,
    async run(kit) {
      const agent = kit.as("agent");
      const after = await cursorNow(agent);
      const { customerId, touched } = await touchEverything(kit);
      const isTold = (changes: readonly Change[], { type, resource, id, subject }: Touched) =>
        changes.some(
          (change) =>
            change.type === `portico.${type}` &&
            change.data?.resource === resource &&
            (id === null || change.data?.id === id) &&
            (subject === null || change.subject === subject),
        );
      const all = (changes: readonly Change[]) => touched.every((each) => isTold(changes, each));
      const changes = await changesUntil(agent, after, { customerId }, all);
      const untold = touched.find((each) => !isTold(changes, each));
      const seen = changes
        .map(({ type, subject, data }) => `${type} (${data?.resource}) of ${subject}`)
        .join(", ");
      expectThat(
        untold?.type.startsWith("entry.") ? "CRM-CH-010" : "CRM-CH-002",
        untold === undefined,
        `the feed does not tell portico.${untold?.type} (${untold?.resource}) of subject ${untold?.subject}; it tells ${seen || "nothing"}`,
      );
    },
  },
  {
    id: "changes/pages-of-any-size",
    title: "The feed tells the same changes in the same order in pages of any size.",
    requirements: ["CRM-CH-003"],
    ...writing,
    async run(kit) {
      const { agent, customerId, after, changes } = await threeReplies(kit);
      expectEqual(
        "CRM-CH-003",
        idsOf(changes).length,
        new Set(idsOf(changes)).size,
        "the number of different ids",
      );
      for (const limit of [1, 2, 3]) {
        const paged = await changesAfter(agent, after, { customerId, limit });
        expectEqual("CRM-CH-003", idsOf(paged.changes), idsOf(changes), `the feed read in pages of ${limit}`);
      }
    },
  },
  {
    id: "changes/goes-on-after-a-cursor",
    title: "A cursor, and the id of a change, go on after what was seen.",
    requirements: ["CRM-CH-004"],
    ...writing,
    async run(kit) {
      const { agent, customerId, after, request, changes } = await threeReplies(kit);
      for (const [at, { id }] of changes.entries()) {
        const rest = await changesAfter(agent, id, { customerId });
        expectEqual(
          "CRM-CH-004",
          idsOf(rest.changes),
          idsOf(changes.slice(at + 1)),
          `what comes after change ${at + 1}`,
        );
      }
      const { cursor } = await changesAfter(agent, after, { customerId });
      const next = await kit.make.entry(agent, request.id);
      const told = (found: readonly Change[]) => found.some(({ data }) => data?.id === next.id);
      const later = await changesUntil(agent, cursor, { customerId }, told);
      expectThat(
        "CRM-CH-004",
        told(later),
        "a change made after the last read is not told from its cursor on",
      );
      const again = later.filter(({ id }) => idsOf(changes).includes(id));
      expectThat("CRM-CH-004", again.length === 0, `${again.length} changes are told again after the cursor`);
    },
  },
  {
    id: "changes/in-order",
    title: "The changes of one subject come in the order they were made.",
    requirements: ["CRM-CH-005"],
    ...writing,
    async run(kit) {
      const { request, entries, changes } = await threeReplies(kit);
      const ofSubject = changes.filter(({ subject }) => subject === request.id);
      const told = ofSubject.map(({ data }) => data.id).filter((id) => entries.includes(id));
      expectEqual("CRM-CH-005", told, entries, "the order of three replies in the feed");
      const [first] = ofSubject;
      const begins = first?.type === "portico.serviceRequest.created";
      expectThat(
        "CRM-CH-005",
        begins,
        `the feed of a new request begins with ${first?.type}, before its creation`,
      );
    },
  },
  {
    id: "changes/filters",
    title: "`subject`, `customerId` and `resource` filter the feed.",
    requirements: ["CRM-CH-006"],
    ...writing,
    async run(kit) {
      const { agent, customerId, after, request, entries, changes } = await threeReplies(kit);
      const other = await kit.make.request(agent, { customerId: await quietCustomer(kit) });
      const otherTold = (found: readonly Change[]) => found.some(({ subject }) => subject === other.id);
      await changesUntil(agent, after, {}, otherTold);

      const ofSubject = (await changesAfter(agent, after, { subject: request.id })).changes;
      const wanted = changes.filter(({ subject }) => subject === request.id);
      expectEqual("CRM-CH-006", idsOf(ofSubject), idsOf(wanted), "the feed of one subject");
      const ofCustomer = (await changesAfter(agent, after, { customerId })).changes;
      expectThat(
        "CRM-CH-006",
        !otherTold(ofCustomer),
        "filtered by `customerId`, the feed tells of another customer's request",
      );
      const strangers = ofCustomer.filter(
        ({ data }) => data.customerId !== undefined && data.customerId !== customerId,
      );
      expectThat(
        "CRM-CH-006",
        strangers.length === 0,
        `filtered by \`customerId\`, the feed tells of ${strangers[0]?.data.customerId}`,
      );
      const ofEntries = (await changesAfter(agent, after, { customerId, resource: "entries" })).changes;
      const kinds = [...new Set(ofEntries.map(({ data }) => data.resource))];
      expectEqual("CRM-CH-006", kinds, ["entries"], "what the feed filtered by `resource` tells of");
      const missing = entries.filter((id) => !ofEntries.some(({ data }) => data.id === id));
      expectThat(
        "CRM-CH-006",
        missing.length === 0,
        `filtered by \`resource\`, the feed leaves out ${missing.length} entries`,
      );
    },
  },
  {
    id: "changes/earliest",
    title: "`after=earliest` starts at the oldest change kept.",
    requirements: ["CRM-CH-007"],
    ...writing,
    async run(kit) {
      const oldest = async () => {
        const answer = await kit.as("agent").call("listChanges", { query: { after: "earliest", limit: 1 } });
        return expectSuccess(answer, "CRM-CH-007").data[0]?.id;
      };
      const before = await oldest();
      const { agent, request, changes } = await threeReplies(kit);
      if (before !== undefined)
        expectEqual("CRM-CH-007", await oldest(), before, "the oldest change, some changes later,");
      const ofSubject = changes.filter(({ subject }) => subject === request.id);
      const all = await changesAfter(agent, "earliest", { subject: request.id });
      expectEqual(
        "CRM-CH-007",
        idsOf(all.changes),
        idsOf(ofSubject),
        "a young subject's feed from `earliest` on",
      );
    },
  },
  {
    id: "changes/made-up-cursors-are-refused",
    title: "A cursor of the feed that was made up is refused.",
    requirements: ["CRM-CH-008"],
    ...reading,
    async run(kit) {
      for (const after of ["made-up", "earlier", "1 or 1=1", "次"]) {
        const answer = await kit.as("agent").call("listChanges", { query: { after } });
        expectProblem(answer, "CRM-CH-008", "invalid-cursor");
      }
    },
  },
  {
    id: "changes/no-personal-data",
    title: "A change says what to read again, and nothing of what is in it.",
    requirements: ["CRM-CH-009"],
    ...writing,
    async run(kit) {
      const agent = kit.as("agent");
      const after = await cursorNow(agent);
      const { customerId, touched } = await touchEverything(kit);
      const changes = await changesUntil(
        agent,
        after,
        { customerId },
        (found) => found.length >= touched.length,
      );
      const allowed = ["resource", "id", "customerId", "etag"];
      for (const change of changes) {
        const more = Object.keys(change.data ?? {}).filter((name) => !allowed.includes(name));
        expectThat("CRM-CH-009", more.length === 0, `${change.type} carries ${more.join(", ")}`);
        expectThat(
          "CRM-CH-009",
          !JSON.stringify(change).includes(kit.tag),
          `${change.type} carries text of the thing it tells of`,
        );
      }
    },
  },
  {
    id: "changes/a-repeated-post-is-told-once",
    title: "A POST that was repeated with its key is told once.",
    requirements: ["CRM-CH-017"],
    ...writing,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const after = await cursorNow(agent);
      const body = await kit.make.requestInput(agent, { customerId });
      const key = kit.freshKey();
      const { id } = expectSuccess(await agent.call("createServiceRequest", { body, key }));
      expectSuccess(await agent.call("createServiceRequest", { body, key }));
      const marker = await kit.make.entry(agent, id);
      const changes = await changesUntil(agent, after, { customerId }, (found) =>
        found.some(({ data }) => data?.id === marker.id),
      );
      const created = changes.filter(({ type }) => type === "portico.serviceRequest.created");
      expectEqual(
        "CRM-CH-017",
        created.length,
        1,
        "how often the feed tells of a creation that was repeated",
      );
    },
  },
  {
    id: "changes/a-refused-write-is-not-told",
    title: "A write that was refused is not told.",
    requirements: ["CRM-CH-018"],
    ...writing,
    async run(kit) {
      const { agent, customerId, request } = await threeReplies(kit);
      const path = { id: request.id };
      /** The types told of a reply and of what went before it. */
      const toldWith = async (before: () => Promise<void>) => {
        const after = await cursorNow(agent);
        await before();
        const { id } = await kit.make.entry(agent, request.id);
        const told = (found: readonly Change[]) => found.some(({ data }) => data?.id === id);
        return (await changesUntil(agent, after, { customerId }, told)).map(({ type }) => type);
      };
      const alone = await toldWith(async () => undefined);
      const withRefusals = await toldWith(async () => {
        await agent.call("transitionServiceRequest", { path, body: { to: "resolved" } });
        await agent.call("updateServiceRequest", { path, body: { title: "Stale" }, ifMatch: '"stale"' });
      });
      expectEqual("CRM-CH-018", withRefusals, alone, "what is told of a reply after two refused writes");
    },
  },
];
