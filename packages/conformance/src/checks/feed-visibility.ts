import type { Change, Entry } from "@portico/contract";
import type { Check } from "../check.js";
import { expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { awaitTold, changesAfter, changesUntil, cursorNow, openReady, toldBy } from "./support/feed.js";

const calls = ["listChanges", "createServiceRequest", "createEntry"] as const;

/** Things of B and internal things of A, and at the end something that A is to be told of. */
async function makeThings(
  kit: Kit,
): Promise<{ hidden: readonly string[]; marker: Entry; requestOfB: string }> {
  const agent = kit.as("agent");
  const a = kit.as("customerA");
  const b = kit.as("customerB");
  const own = await kit.make.request(a);
  const internal = await kit.make.entry(agent, own.id, { type: "comment", visibility: "internal" });
  const requestOfB = (await kit.make.request(b)).id;
  const hidden = [requestOfB, (await kit.make.entry(agent, requestOfB)).id, internal.id];
  if (kit.supports("createContact")) hidden.push((await kit.make.contact(b.customerId)).id);
  if (kit.supports("createInteraction")) {
    hidden.push((await kit.make.interaction(b.customerId, { visibility: "public" })).id);
    hidden.push((await kit.make.interaction(a.customerId, { visibility: "internal" })).id);
  }
  return { hidden, requestOfB, marker: await kit.make.entry(agent, own.id) };
}

const leak = (changes: readonly Change[], hidden: readonly string[], stranger: string) =>
  changes.find(
    ({ subject, data }) =>
      hidden.includes(subject) || hidden.includes(data.id) || data.customerId === stranger,
  );

/** What the feed tells whom. */
export const feedVisibility: readonly Check[] = [
  {
    id: "feed-visibility/customers-feed",
    title: "A customer's feed tells of nothing of another's and of nothing internal.",
    requirements: ["CRM-VIS-018"],
    operations: calls,
    callers: ["customerA", "customerB", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const b = kit.as("customerB").customerId;
      const after = await cursorNow(a);
      const { hidden, marker, requestOfB } = await makeThings(kit);
      const isTold = (changes: readonly Change[]) => changes.some(({ data }) => data.id === marker.id);
      const changes = await changesUntil(a, after, {}, isTold);
      const told = leak(changes, hidden, b);
      expectThat(
        "CRM-VIS-018",
        told === undefined,
        `A's feed tells ${told?.type} of ${told?.subject}, which A may not see`,
      );
      expectThat("CRM-CH-002", isTold(changes), "A's feed does not tell of a reply on A's own request");
      for (const filter of [{ customerId: b }, { subject: requestOfB }]) {
        const filtered = await changesAfter(a, after, filter);
        const name = Object.keys(filter)[0];
        expectThat(
          "CRM-VIS-018",
          filtered.changes.length === 0,
          `filtered by \`${name}\` of B, A's feed tells ${filtered.changes.length} changes`,
        );
      }
    },
  },
  {
    id: "feed-visibility/customers-stream",
    title: "A customer's stream tells of nothing of another's and of nothing internal, also when resumed.",
    requirements: ["CRM-VIS-019"],
    operations: ["streamChanges", ...calls],
    callers: ["customerA", "customerB", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const b = kit.as("customerB").customerId;
      const after = await cursorNow(a);
      await using stream = await openReady(a, { requirement: "CRM-VIS-019" });
      await using ofB = await openReady(a, { query: { customerId: b }, requirement: "CRM-VIS-019" });
      const { hidden, marker } = await makeThings(kit);
      await awaitTold(stream, [marker.id], "CRM-CH-012");
      await using resumed = await openReady(a, { lastEventId: after, requirement: "CRM-VIS-019" });
      await awaitTold(resumed, [marker.id], "CRM-CH-013");
      for (const [name, each] of Object.entries({
        "A's stream": stream,
        "A's resumed stream": resumed,
        "A's stream of B": ofB,
      })) {
        const told = leak(toldBy(each), hidden, b);
        expectThat(
          "CRM-VIS-019",
          told === undefined,
          `${name} tells ${told?.type} of ${told?.subject}, which A may not see`,
        );
      }
    },
  },
  {
    id: "feed-visibility/guests",
    title: "A guest's feed and stream tell of no customer.",
    requirements: ["CRM-VIS-020"],
    operations: ["streamChanges", ...calls],
    callers: ["customerA", "customerB", "agent"],
    writes: true,
    async run(kit) {
      const guest = kit.as("guest");
      const agent = kit.as("agent");
      const after = await cursorNow(guest);
      await using stream = await openReady(guest, { requirement: "CRM-VIS-020" });
      await using staff = await openReady(agent, { requirement: "CRM-CH-012" });
      const { hidden, marker } = await makeThings(kit);
      // By now it is told to whoever may know.
      await awaitTold(staff, [marker.id], "CRM-CH-012");
      const { changes } = await changesAfter(guest, after);
      for (const [name, told] of [
        ["feed", changes],
        ["stream", toldBy(stream)],
      ] as const) {
        const found = told.find(
          ({ data }) => data.customerId !== undefined || hidden.includes(data.id) || data.id === marker.id,
        );
        expectThat(
          "CRM-VIS-020",
          found === undefined,
          `a guest's ${name} tells ${found?.type} of ${found?.subject}`,
        );
      }
    },
  },
];
