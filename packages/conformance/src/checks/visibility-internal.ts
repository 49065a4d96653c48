import type { QueryOf } from "@portico/contract";
import type { Check } from "../check.js";
import { expectSuccess, expectThat } from "../expect.js";
import { type Answer, type Caller, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, rowsIn, walk } from "../lists.js";
import { canMake } from "./support/can-make.js";
import { declaresFilter, sortsOf } from "./support/document-lists.js";
import { expectHidden } from "./support/hidden.js";

export const visibilityOfInternals: readonly Check[] = [
  {
    id: "visibility/internal-entries-in-place",
    title: "Of the log of their requests a customer gets the public entries alone.",
    requirements: ["CRM-VIS-006"],
    operations: ["listServiceRequests", "listEntries"],
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const a = kit.as("customerA");
      let internal = 0;
      const staffSees = (kind: string) => kit.session.tokens.agent !== undefined && kind !== "misconduct";
      for (const { id, kind } of await firstRows(a, "listServiceRequests", { atMost: 10 })) {
        const hidden = staffSees(kind) ? await internalEntries(kit.as("agent"), id) : [];
        internal += hidden.length;
        for (const sort of ["createdAt", "-createdAt"] as const) {
          const seen = await walk(a, "listEntries", { path: { id }, query: { limit: 2, sort } });
          for (const entry of seen.rows)
            expectThat(
              "CRM-VIS-006",
              entry.visibility === "public" && !hidden.includes(entry.id),
              `the log of ${id} by ${sort} shows customerA the entry ${entry.id} of visibility ${entry.visibility}; expected public ones`,
              ...seen.pages,
            );
        }
      }
      if (internal === 0 && !canMake(kit, "createEntry", "createServiceRequest"))
        kit.notTestable("no request of customer A has an internal entry; let an agent comment on one");
    },
  },
  {
    id: "visibility/internal-comment-leaves-no-trace",
    title: "An internal comment is in no order, page, count or search of a customer's, nor in the request.",
    requirements: ["CRM-VIS-006"],
    operations: ["createEntry", "createServiceRequest", "listEntries"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const { id } = await kit.make.request(a);
      const path = { id };
      await kit.make.entry(kit.as("agent"), id);
      const before = (await walk(a, "listEntries", { path, query: { limit: 100 } })).rows.length;
      const text = `${kit.tag} internal ${kit.unknownId().slice(0, 8)}`;
      const comment = { type: "comment", visibility: "internal", text } as const;
      const entry = await kit.make.entry(kit.as("agent"), id, comment);
      const after = before + 1;
      await kit.make.entry(kit.as("agent"), id);

      for (const sort of [undefined, "createdAt", "-createdAt"] as const)
        for (const limit of [1, 100]) {
          const query = { limit, total: true, ...(sort ? { sort } : {}) };
          const { rows, pages } = await walk(a, "listEntries", { path, query });
          for (const page of pages) expectNoWord("CRM-VIS-006", page, text, entry.id);
          const [first] = pages.map((page) => rowsIn(page).page.total ?? rows.length);
          expectThat(
            "CRM-VIS-006",
            rows.length === after && first === after,
            `the log has ${rows.length} rows and total ${first} for the customer after an internal comment; expected ${after}`,
            ...pages,
          );
        }
      expectNoWord("CRM-VIS-006", await a.call("getServiceRequest", { path }), text, entry.id);
      if (kit.supports("getCustomerSummary"))
        expectNoWord(
          "CRM-VIS-006",
          await a.call("getCustomerSummary", { path: { id: a.customerId } }),
          text,
          entry.id,
        );
      if (declaresFilter(kit, "listServiceRequests", "q")) {
        const answer = await a.call("listServiceRequests", { query: { q: text.slice(-8), total: true } });
        expectNothingFound("CRM-VIS-006", answer, "the words of an internal comment");
      }
    },
  },
  {
    id: "visibility/internal-interactions-in-place",
    title: "A customer lists their public interactions alone.",
    requirements: ["CRM-VIS-007"],
    operations: ["listInteractions", "getInteraction"],
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const a = kit.as("customerA");
      const seen = await walk(a, "listInteractions", { query: { limit: 100 }, maxPages: 5 });
      for (const { id, visibility } of seen.rows)
        expectThat(
          "CRM-VIS-007",
          visibility === "public",
          `customerA is shown the interaction ${id} of visibility ${visibility}; expected public ones`,
          ...seen.pages,
        );
      const hidden = kit.session.tokens.agent ? await internalInteractions(kit, a.customerId) : [];
      for (const id of hidden.slice(0, 3))
        await expectHidden(kit, "CRM-VIS-007", a, "getInteraction", { path: { id } });
      if (hidden.length === 0 && !canMake(kit, "createInteraction"))
        kit.notTestable("customer A has no internal interaction; let an agent log one");
    },
  },
  {
    id: "visibility/internal-interaction-leaves-no-trace",
    title:
      "An internal interaction is in no order, page or count of a customer's and cannot be read by its id.",
    requirements: ["CRM-VIS-007"],
    operations: ["createInteraction", "listInteractions", "getInteraction"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const totalOf = async () =>
        rowsIn(await a.call("listInteractions", { query: { total: true, limit: 1 } })).page.total;
      const shown = await kit.make.interaction(a.customerId, { visibility: "public" });
      const before = await totalOf();
      const hidden = await kit.make.interaction(a.customerId, { visibility: "internal" });
      const after = await totalOf();
      expectThat(
        "CRM-VIS-007",
        after === before,
        `total went from ${before} to ${after} for the customer when an internal interaction was logged`,
      );
      const { channel, customerId } = hidden;
      const filters = Object.entries({ channel, customerId }).filter(([name]) =>
        declaresFilter(kit, "listInteractions", name),
      );
      const queries = [
        {},
        ...sortsOf(kit, "listInteractions").map((sort) => ({ sort })),
        ...filters.map(([name, value]) => ({ [name]: value })),
      ] as readonly QueryOf<"listInteractions">[];
      for (const each of queries) {
        const query = { ...each, limit: 100 };
        const { rows, pages } = await walk(a, "listInteractions", { query, maxPages: 5 });
        for (const page of pages) expectNoWord("CRM-VIS-007", page, hidden.id, hidden.id);
        expectThat(
          "CRM-VIS-007",
          each !== queries[0] || rows.some(({ id }) => id === shown.id),
          `the customer is not shown the public interaction ${shown.id}`,
          ...pages,
        );
      }
      await expectHidden(kit, "CRM-VIS-007", a, "getInteraction", { path: { id: hidden.id } });
      if (kit.supports("getCustomerSummary"))
        expectNoWord(
          "CRM-VIS-007",
          await a.call("getCustomerSummary", { path: { id: a.customerId } }),
          hidden.id,
          hidden.id,
        );
    },
  },
  {
    id: "visibility/file-of-internal-entry",
    title: "A file that came with an internal entry shows a customer neither its record nor its content.",
    requirements: ["CRM-VIS-014"],
    operations: ["uploadAttachment", "createEntry", "getAttachment", "getAttachmentContent", "listEntries"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const [a, agent] = [kit.as("customerA"), kit.as("agent")];
      const request = await kit.make.request(a);
      const file = await kit.make.file(agent);
      await kit.make.entry(agent, request.id, {
        type: "comment",
        visibility: "internal",
        attachmentIds: [file.id],
      });
      for (const operation of ["getAttachment", "getAttachmentContent"] as const)
        await expectHidden(kit, "CRM-VIS-014", a, operation, { path: { id: file.id } });
      for (const operation of ["listEntries", "getServiceRequest"] as const) {
        const answer = await a.call(operation, { path: { id: request.id } });
        expectNoWord("CRM-VIS-014", answer, file.id, file.id);
      }
    },
  },
];

/** Demands that an answer that succeeded holds neither the words nor the id of something hidden. */
function expectNoWord(
  requirement: "CRM-VIS-006" | "CRM-VIS-007" | "CRM-VIS-014",
  answer: Answer,
  words: string,
  id: string,
): void {
  expectSuccess(answer);
  const text = answer.exchange.response?.text ?? "";
  expectThat(
    requirement,
    !text.includes(words) && !text.includes(id),
    `${describeAnswer(answer)} tells of ${id}, which is internal`,
    answer,
  );
}

function expectNothingFound(requirement: "CRM-VIS-006", answer: Answer, what: string): void {
  const { data, page } = rowsIn(answer);
  expectThat(
    requirement,
    data.length === 0 && (page.total ?? 0) === 0,
    `${describeAnswer(answer)} finds ${data.length} rows, total ${page.total ?? "absent"}, by ${what}`,
    answer,
  );
}

async function internalEntries(agent: Caller, id: string): Promise<string[]> {
  const { rows } = await walk(agent, "listEntries", { path: { id }, query: { limit: 100 }, maxPages: 3 });
  return rows.filter(({ visibility }) => visibility === "internal").map((entry) => entry.id);
}

async function internalInteractions(kit: Kit, customerId: string): Promise<string[]> {
  if (!declaresFilter(kit, "listInteractions", "customerId")) return [];
  const query = { customerId, limit: 100 };
  const { rows } = await walk(kit.as("agent"), "listInteractions", { query, maxPages: 3 });
  return rows.filter(({ visibility }) => visibility === "internal").map(({ id }) => id);
}
