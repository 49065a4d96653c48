import type { ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectThat } from "../expect.js";
import { describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, type ListOperation } from "../lists.js";
import { canMake } from "./support/can-make.js";
import { keyOf } from "./support/document-lists.js";
import { howToGuess } from "./support/guessing.js";
import { reader } from "./support/known-records.js";

export const identifiers: readonly Check[] = [
  {
    id: "identifiers/no-series-in-lists",
    title:
      "The ids in a list do not count on from one another, and a request's number, which is told, is none.",
    requirements: ["CRM-VIS-009"],
    writes: false,
    async run(kit) {
      const lists = ["listServiceRequests", "listContacts", "listInteractions", "listCustomers"] as const;
      let tried = 0;
      for (const operation of lists.filter((each) => kit.supports(each))) {
        const rows = await firstRows<ListOperation>(reader(kit), operation, { atMost: 25 });
        if (rows.length < fewest) continue;
        tried += 1;
        expectUnguessable(rows.map(keyOf), operation);
        if (operation === "listServiceRequests") await expectNumberNoId(kit, rows[0] as ServiceRequest);
      }
      if (tried === 0 && !canMake(kit, "createContact"))
        kit.notTestable(`no list holds ${fewest} rows to compare ids of`);
    },
  },
  {
    id: "identifiers/no-series-when-made",
    title: "The ids of things made in a row do not count on from one another.",
    requirements: ["CRM-VIS-009"],
    operations: ["createCustomer", "createContact", "createInteraction"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const { id } = await kit.make.customer();
      const made = { contacts: [] as string[], interactions: [] as string[] };
      for (let i = 0; i < fewest; i += 1) {
        made.contacts.push((await kit.make.contact(id)).id);
        made.interactions.push((await kit.make.interaction(id)).id);
      }
      for (const [what, ids] of Object.entries(made)) expectUnguessable(ids, what);
    },
  },
  {
    id: "identifiers/no-series-of-requests",
    title: "The ids of requests and files made in a row do not count on from one another.",
    requirements: ["CRM-VIS-009"],
    operations: ["createServiceRequest", "uploadAttachment", "createEntry"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const made = { requests: [] as string[], files: [] as string[], entries: [] as string[] };
      for (let i = 0; i < fewest; i += 1) made.files.push((await kit.make.file(a)).id);
      for (let i = 0; i < fewest; i += 1) {
        const { id } = await kit.make.request(a);
        made.requests.push(id);
        made.entries.push((await kit.make.entry(a, id)).id);
      }
      for (const [what, ids] of Object.entries(made)) expectUnguessable(ids, what);
    },
  },
];

/** So many ids show a series, and so few are quickly made. */
const fewest = 5;

function expectUnguessable(ids: readonly string[], what: string): void {
  const guess = howToGuess(ids);
  expectThat(
    "CRM-VIS-009",
    guess === undefined,
    `the ids of ${what} can be guessed: ${guess}, as in ${ids.slice(0, 3).join(", ")}`,
  );
}

async function expectNumberNoId(kit: Kit, { number }: ServiceRequest): Promise<void> {
  if (!kit.supports("getServiceRequest")) return;
  const answer = await reader(kit).call("getServiceRequest", { path: { id: String(number) } });
  const why = `${describeAnswer(answer)} by the number of the request; expected 404`;
  expectThat("CRM-VIS-009", answer.status !== 200, why, answer);
}
