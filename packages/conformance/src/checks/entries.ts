import type { Entry } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectMatch, expectProblem, expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { firstRows } from "../lists.js";
import { bring, readLog, requestOfA } from "./support/requests.js";
import { changedMembers, instantOf, isFalling, listOf } from "./support/values.js";

const operations = ["createServiceRequest", "createEntry", "listEntries"] as const;

export const entries: readonly Check[] = [
  {
    id: "entries/order-made",
    title: "The log tells replies in the order they were made, newest first when asked.",
    requirements: ["CRM-EN-001"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await requestOfA(kit);
      const made: string[] = [];
      for (const name of ["agent", "customerA", "agent", "customerA", "agent"] as const)
        made.push((await kit.make.entry(kit.as(name), id)).id);
      const told = async (sort?: "createdAt" | "-createdAt") => {
        const query = sort === undefined ? {} : { sort };
        const rows = await firstRows(kit.as("agent"), "listEntries", { path: { id }, query });
        return rows.map((entry) => entry.id).filter((entry) => made.includes(entry));
      };
      expectEqual("CRM-EN-001", await told(), made, "the replies in the log");
      expectEqual("CRM-EN-001", await told("createdAt"), made, "the replies with `sort=createdAt`");
      const newest = made.toReversed();
      expectEqual("CRM-EN-001", await told("-createdAt"), newest, "the replies with `sort=-createdAt`");
    },
  },
  {
    id: "entries/order",
    title: "Every log that staff can list is oldest first, and newest first when asked.",
    requirements: ["CRM-EN-001"],
    operations: ["listServiceRequests", "listEntries"],
    callers: ["agent"],
    writes: false,
    async run(kit) {
      const agent = kit.as("agent");
      let longest = 0;
      for (const { id } of await firstRows(agent, "listServiceRequests", { atMost: mostLogs })) {
        const path = { id };
        const times = async (sort?: "-createdAt") => {
          const query = sort === undefined ? {} : { sort };
          const rows = await firstRows(agent, "listEntries", { path, query });
          return rows.map(({ createdAt }) => instantOf(createdAt));
        };
        const oldestFirst = await times();
        longest = Math.max(longest, new Set(oldestFirst).size);
        const ofLog = `the log of request ${id}`;
        expectThat("CRM-EN-001", isFalling(oldestFirst.toReversed()), `${ofLog} is not oldest first`);
        const newestFirst = isFalling(await times("-createdAt"));
        expectThat("CRM-EN-001", newestFirst, `${ofLog} with \`sort=-createdAt\` is not newest first`);
      }
      if (longest < 2) kit.notTestable("no log holds entries of two instants; reply to a request");
    },
  },
  {
    id: "entries/replies",
    title: "A reply is public, names its author and is read by both sides as it was written.",
    requirements: ["CRM-EN-002"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await requestOfA(kit);
      await handOn(kit, id);
      for (const name of ["agent", "customerA"] as const) {
        const caller = kit.as(name);
        const text = `${kit.tag} 第一行\nSecond line of ${name}`;
        const entry = await kit.make.entry(caller, id, { text });
        const { author, visibility } = entry;
        expectEqual("CRM-EN-002", visibility, "public", `the visibility of a reply of ${name}`);
        expectThat("CRM-EN-002", Boolean(author?.name), `a reply of ${name} names no author`);
        if (name === "agent" && caller.me.id !== undefined)
          expectEqual("CRM-EN-002", author.id, caller.me.id, "the author of an agent's reply");
        for (const reader of [kit.as("agent"), kit.as("customerA")]) {
          const read = (await readLog(reader, id)).find((each) => each.id === entry.id);
          const what = `the reply of ${name} that ${reader.name} reads`;
          expectMatch("CRM-EN-002", read, { type: "reply", text, visibility: "public", author }, what);
        }
      }
    },
  },
  {
    id: "entries/internal-comments",
    title: "An internal comment is internal when staff reads it, and the customer does not read it.",
    requirements: ["CRM-EN-003"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await requestOfA(kit);
      const comment = await kit.make.entry(kit.as("agent"), id, { type: "comment", visibility: "internal" });
      const expected = { type: "comment", visibility: "internal", text: comment.text };
      expectMatch("CRM-EN-003", comment, expected, "the comment in the answer");
      const find = async (name: "agent" | "customerA") =>
        (await readLog(kit.as(name), id)).find((entry) => entry.id === comment.id);
      expectMatch("CRM-EN-003", await find("agent"), expected, "the comment as staff reads it");
      expectEqual("CRM-EN-003", await find("customerA"), undefined, "the comment as the customer reads it");
    },
  },
  {
    id: "entries/never-change",
    title: "No entry changes while its request is replied to, handed on, moved and reopened.",
    requirements: ["CRM-EN-004"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id } = await requestOfA(kit);
      const answered = [
        await kit.make.entry(agent, id, { text: `${kit.tag} 两行\nTwo lines` }),
        await kit.make.entry(agent, id, { type: "comment", visibility: "public" }),
        await kit.make.entry(agent, id, { type: "comment", visibility: "internal" }),
        await kit.make.entry(kit.as("customerA"), id),
      ];
      const before = [...(await readLog(agent, id)), ...answered];
      await handOn(kit, id);
      const expectSame = async () => {
        const after = new Map((await readLog(agent, id)).map((entry) => [entry.id, entry]));
        for (const entry of before) expectSameEntry(entry, after.get(entry.id));
      };
      const { allowedTransitions } = await bring(kit, { id }, "resolved");
      await expectSame();
      if (listOf(allowedTransitions).includes("inProgress")) await kit.make.move({ id }, "inProgress");
      await expectSame();
    },
  },
  {
    id: "entries/customer-writes-nothing-internal",
    title: "A customer who writes an internal entry is refused, and nothing is added.",
    requirements: ["CRM-EN-005"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const path = { id: (await requestOfA(kit)).id };
      const before = (await readLog(kit.as("agent"), path.id)).length;
      for (const type of ["reply", "comment"] as const) {
        const body = { type, text: `${kit.tag} 样品 Sample`, visibility: "internal" } as const;
        const answer = await kit.as("customerA").call("createEntry", { path, body });
        const codes = ["validation-failed", "forbidden", "action-not-allowed"] as const;
        expectProblem(answer, "CRM-EN-005", ...codes);
      }
      const after = (await readLog(kit.as("agent"), path.id)).length;
      expectEqual("CRM-EN-005", after, before, "the number of entries after two that were refused");
    },
  },
];

const mostLogs = 8;

/** Assigns the request to somebody else than who writes, where there is somebody. */
async function handOn(kit: Kit, id: string): Promise<void> {
  const other = kit.session.tokens.manager === undefined ? kit.as("agent") : kit.as("manager");
  const { id: handlerId } = other.me;
  if (handlerId === undefined || !kit.supports("assignServiceRequest")) return;
  await kit.as("agent").call("assignServiceRequest", { path: { id }, body: { handlerId } });
}

function expectSameEntry(before: Entry, after: Entry | undefined): void {
  expectThat("CRM-EN-004", after !== undefined, `the ${before.type} ${before.id} is gone from the log`);
  const changed = changedMembers(before, after).join(", ");
  expectThat("CRM-EN-004", changed === "", `${changed} of the ${before.type} ${before.id} changed`);
}
