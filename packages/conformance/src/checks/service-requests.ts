import type { RequestKindDescriptor, ServiceRequest, ServiceRequestInput } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectMatch, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Answer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { rowsIn, walk } from "../lists.js";
import { maxLimitOf } from "./support/document-lists.js";
import { expectLocation } from "./support/location.js";
import { readRequest } from "./support/requests.js";
import { instantOf, listOf } from "./support/values.js";

export const serviceRequests: readonly Check[] = [
  {
    id: "service-requests/made-as-sent",
    title: "A new request is acknowledged, has a number and an owner, and reads as its customer sent it.",
    requirements: ["CRM-SR-003"],
    operations: ["createServiceRequest", "getServiceRequest"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const input = await fullInput(kit);
      const answer = await kit.make.requestAnswer(customer, input);
      expectLocation(answer, "CRM-SR-003", "/v1/service-requests");
      expectNew(answer);
      const read = await readRequest(customer, answer.body.id);
      const { number, owner } = answer.body;
      const expected = { ...input, number, owner, state: "acknowledged", anonymous: false };
      expectMatch("CRM-SR-003", read, expected, "the request as it reads");
      expectEqual("CRM-SR-003", read.customer?.id, customer.customerId, "the customer of the request");
    },
  },
  {
    id: "service-requests/made-by-staff-as-sent",
    title: "A request that staff takes down for a customer is that customer's and reads as it was sent.",
    requirements: ["CRM-SR-003"],
    operations: ["createServiceRequest", "getServiceRequest", "createCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const { id: customerId } = await kit.make.customer();
      const [channel] = kit.capabilities.channels;
      const description = `${kit.tag} 客户来电 The customer called`;
      const input = { description, ...(channel === undefined ? {} : { channel }) };
      const answer = await kit.make.requestAnswer(agent, { ...input, customerId });
      expectNew(answer);
      const read = await readRequest(agent, answer.body.id);
      expectMatch("CRM-SR-003", read, { ...input, customer: { id: customerId } }, "the request as it reads");
    },
  },
  {
    id: "service-requests/numbers-differ",
    title: "Requests that many make at once have a number each.",
    requirements: ["CRM-SR-023"],
    operations: ["createServiceRequest"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const callers = [kit.as("customerA"), kit.as("agent")];
      const inputs = await Promise.all(callers.map((caller) => kit.make.requestInput(caller)));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (callers[i % 2] ?? kit.as("agent")).call("createServiceRequest", {
            body: { ...(inputs[i % 2] as ServiceRequestInput), title: `${kit.tag} ${i}` },
          }),
        ),
      );
      const numbers = answers.map((answer) => expectSuccess(answer).number).toSorted();
      const twice = numbers.find((number, i) => number === numbers[i + 1]);
      expectThat("CRM-SR-023", twice === undefined, `the number ${twice} was given twice`, ...answers);
    },
  },
  {
    id: "service-requests/undeclared-kind",
    title: "A kind that is not declared is refused with a pointer.",
    requirements: ["CRM-SR-015"],
    operations: ["createServiceRequest"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      for (const name of ["customerA", "agent"] as const) {
        const input = await kit.make.requestInput(kit.as(name));
        const body = { ...input, kind: "kit-no-such-kind" };
        const answer = await kit.as(name).call("createServiceRequest", { body });
        const problem = expectProblem(answer, "CRM-SR-015", "validation-failed");
        const pointers = listOf(problem.errors).map(({ pointer }) => pointer);
        expectEqual("CRM-SR-015", pointers, ["/kind"], "where errors point to", answer);
      }
    },
  },
  {
    id: "service-requests/owner",
    title: "Every request that is listed has an owner.",
    requirements: ["CRM-SR-001"],
    operations: ["listServiceRequests"],
    writes: false,
    async run(kit) {
      for (const { row, page } of await listed(kit)) {
        const { id, name } = row.owner ?? {};
        expectThat("CRM-SR-001", Boolean(id) && Boolean(name), `request ${row.id} has no owner`, page);
      }
    },
  },
  {
    id: "service-requests/ends",
    title:
      "No request that is listed offers a move to its own state, nor any once it was refused or withdrawn.",
    requirements: ["CRM-SR-002"],
    operations: ["listServiceRequests"],
    writes: false,
    async run(kit) {
      for (const { row, page } of await listed(kit)) {
        const moves = listOf(row.allowedTransitions);
        const over = row.state === "rejected" || row.state === "cancelled";
        expectThat(
          "CRM-SR-002",
          over ? moves.length === 0 : !moves.includes(row.state),
          `request ${row.id} is ${row.state} and offers moves to ${moves.join(", ")}`,
          page,
        );
      }
    },
  },
  {
    id: "service-requests/overdue",
    title: "A request that is listed is marked overdue when and only when its dueAt is past.",
    requirements: ["CRM-SR-022"],
    operations: ["listServiceRequests"],
    writes: false,
    async run(kit) {
      for (const { row, page } of await listed(kit)) {
        const asked = page.exchange.startedAt.getTime();
        const due = instantOf(row.dueAt);
        // Clocks may differ a little, and the answer took its time.
        if (Math.abs(due - asked) < tolerance) continue;
        expectEqual(
          "CRM-SR-022",
          row.marks?.overdue,
          due < asked,
          `the mark \`overdue\` of request ${row.id}, due ${row.dueAt ?? "never"}`,
          page,
        );
      }
    },
  },
];

const tolerance = 120_000;
const mostPages = 10;

interface Listed {
  readonly row: ServiceRequest;
  /** The page it stands on. */
  readonly page: Answer;
}

/** What staff and the customers see in their lists, up to a thousand rows each. */
async function listed(kit: Kit): Promise<Listed[]> {
  const names = (["agent", "customerA", "customerB"] as const).filter((name) => kit.session.tokens[name]);
  const found: Listed[] = [];
  for (const name of names) {
    const query = { limit: maxLimitOf(kit, "listServiceRequests") };
    const { pages } = await walk(kit.as(name), "listServiceRequests", { query, maxPages: mostPages });
    for (const page of pages) found.push(...rowsIn<ServiceRequest>(page).data.map((row) => ({ row, page })));
  }
  if (found.length === 0) kit.notTestable("no caller sees any request; make a few");
  return found;
}

const place = { address: "解放路 120 号", note: "二楼 2nd floor", latitude: 31.23042, longitude: 121.4737 };

/** Everything that a customer may say of a request, of the kind with the most to say. */
async function fullInput(kit: Kit): Promise<ServiceRequestInput> {
  const kinds = await kit.make.kindsOf(kit.as("customerA"));
  const [richest] = kinds
    .filter(({ code }) => code !== "misconduct")
    .toSorted((one, other) => fieldsOf(other) - fieldsOf(one));
  if (!richest) kit.notTestable("customerA is offered no kind of request");
  const fields = listOf(richest.fields).map((field) => [
    field.name,
    field.type === "boolean" ? false : kit.make.valueOf(field),
  ]);
  return {
    ...kit.make.inputOfKind(richest, false),
    description: `${kit.tag} 第一行\nSecond line “quoted” & <b>as it is</b> 😀`,
    language: "zh-Hant",
    ...(richest.location === "none" ? {} : { location: place }),
    ...(fields.length === 0 ? {} : { customFields: Object.fromEntries(fields) }),
  };
}

const fieldsOf = ({ fields }: RequestKindDescriptor): number => listOf(fields).length;

function expectNew(answer: Answer<ServiceRequest>): void {
  const { state, number, owner } = answer.body;
  expectEqual("CRM-SR-003", state, "acknowledged", "the state of a new request", answer);
  expectThat("CRM-SR-003", Boolean(number), "a new request has no number", answer);
  expectThat("CRM-SR-003", Boolean(owner?.id) && Boolean(owner?.name), "a new request has no owner", answer);
}
