import type { Check } from "../check.js";
import { pathOf } from "../document/operations.js";
import { expectThat } from "../expect.js";
import { describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { expectHidden } from "./support/hidden.js";
import { type KnownRead, recordsOf } from "./support/known-records.js";

export const visibilityOfRecords: readonly Check[] = [
  {
    id: "visibility/record-of-another",
    title: "Whatever a customer can read, another is told that it does not exist.",
    requirements: ["CRM-VIS-002"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      for (const [giver, taker] of pairs)
        for (const { operation, path } of await recordsOf(kit, kit.as(giver))) {
          const through = operation === "getTeamMember" ? [{ ...path, id: kit.as(taker).customerId }] : [];
          for (const each of [path, ...through])
            await expectHidden(kit, "CRM-VIS-002", kit.as(taker), operation, { path: each });
        }
    },
  },
  {
    id: "visibility/validator-of-another",
    title: "A validator of another customer's record does not tell that the record is there.",
    requirements: ["CRM-VIS-002"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      for (const { operation, path } of await recordsOf(kit, b)) {
        const etag = (await b.call(operation, { path })).headers.get("ETag");
        for (const validator of etag === null ? [] : [etag, "*"])
          await expectHidden(kit, "CRM-VIS-002", a, operation, {
            path,
            headers: { "If-None-Match": validator },
          });
      }
    },
  },
  {
    id: "visibility/head-of-another",
    title: "HEAD tells of another customer's record no more than GET does.",
    requirements: ["CRM-VIS-002"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      for (const { operation, path } of await recordsOf(kit, kit.as("customerB"))) {
        const answer = await kit.as("customerA").send({ method: "HEAD", target: pathOf(operation, path) });
        expectThat(
          "CRM-VIS-002",
          answer.status >= 400,
          `${describeAnswer(answer)}; expected 404 as for an unknown id`,
          answer,
        );
      }
    },
  },
  {
    id: "visibility/guest-reads-no-record",
    title: "A guest reads and lists nothing that a customer can read.",
    requirements: ["CRM-VIS-005"],
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const lists = (["listContacts", "listInteractions", "listServiceRequests", "listCustomers"] as const)
        .filter((operation) => kit.supports(operation))
        .map((operation) => ({ operation, path: {} }));
      for (const { operation, path } of [...(await ownRecords(kit)), ...lists]) {
        const etag = (await kit.as("customerA").call(operation, { path })).headers.get("ETag");
        for (const headers of [{}, ...(etag === null ? [] : [{ "If-None-Match": etag }])]) {
          const answer = await kit.as("guest").call(operation, { path, headers });
          expectThat(
            "CRM-VIS-005",
            answer.status === 401 || answer.status === 404,
            `${describeAnswer(answer)}; expected 401`,
            answer,
          );
        }
      }
    },
  },
];

const pairs = [
  ["customerB", "customerA"],
  ["customerA", "customerB"],
] as const;

async function ownRecords(kit: Kit): Promise<KnownRead[]> {
  const records = await recordsOf(kit, kit.as("customerA"));
  return records.length > 0 ? records : kit.notTestable("customer A can read no record");
}
