import type { ContactPointInput } from "@portico/contract";
import fc from "fast-check";
import type { Check, Observer } from "../check.js";
import { expectSuccess, expectThat } from "../expect.js";
import { type Answer, describeAnswer } from "../http/caller.js";
import { describeExchange } from "../http/exchange.js";
import type { Kit } from "../kit.js";
import { declaresFilter } from "./support/document-lists.js";

export const masking: readonly Check[] = [
  {
    id: "masking/stored-values-stay-hidden",
    title: "A contact point that was stored is in full in no read, list, search or change of staff.",
    requirements: ["CRM-VIS-008"],
    operations: ["createCustomer", "createContact", "getCustomer", "getContact", "listContacts"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const points = pointsOf(kit);
      const agent = kit.as("agent");
      const made = await agent.call("createCustomer", {
        body: kit.make.customerInput({ contactPoints: points }),
      });
      const { id } = expectSuccess(made);
      const body = { customerId: id, name: `${kit.tag} 李样品`, contactPoints: points };
      const contact = await agent.call("createContact", { body });
      const { id: contactId } = expectSuccess(contact);
      const answers: Answer[] = [made, contact];
      for (const name of staffOf(kit)) {
        const staff = kit.as(name);
        answers.push(await staff.call("getCustomer", { path: { id } }));
        answers.push(await staff.call("getContact", { path: { id: contactId } }));
        if (declaresFilter(kit, "listContacts", "customerId"))
          answers.push(await staff.call("listContacts", { query: { customerId: id } }));
        if (declaresFilter(kit, "listCustomers", "q"))
          answers.push(await staff.call("listCustomers", { query: { q: kit.tag } }));
        if (kit.supports("getCustomerSummary"))
          answers.push(await staff.call("getCustomerSummary", { path: { id } }));
      }
      const ifMatch = made.headers.get("ETag") ?? "*";
      const change = { path: { id }, body: { language: "en" }, ifMatch };
      if (kit.supports("updateCustomer")) answers.push(await agent.call("updateCustomer", change));
      for (const answer of answers)
        expectNoneInFull(
          "CRM-VIS-008",
          answer,
          points.map(({ value }) => value),
        );
    },
  },
  {
    id: "masking/requester-hidden",
    title: "What a requester left to be called back by is in full in no answer about the request.",
    requirements: ["CRM-VIS-016"],
    operations: ["createServiceRequest", "getServiceRequest", "listServiceRequests"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const kinds = await kit.make.kindsOf(a);
      const kind = kinds.find(
        ({ code, requester = "none" }) => code !== "misconduct" && requester !== "none",
      );
      if (!kind) return kit.notSupported("no kind of request takes a requester");
      const [phone, email] = [phoneOf(kit), emailOf(kit)];
      const requester = { name: "王样品", phone, email };
      const made = await kit.make.requestAnswer(a, { kind: kind.code, requester });
      const path = { id: made.body.id };
      const answers: Answer[] = [made];
      for (const name of ["customerA", ...staffOf(kit)] as const) {
        // Whoever holds the scope for it reads it in full.
        if (kit.as(name).me.scopes?.includes("pii.reveal")) continue;
        answers.push(await kit.as(name).call("getServiceRequest", { path }));
        answers.push(
          await kit.as(name).call("listServiceRequests", { query: { sort: "-createdAt", limit: 5 } }),
        );
        if (kit.supports("listEntries")) answers.push(await kit.as(name).call("listEntries", { path }));
      }
      for (const answer of answers) expectNoneInFull("CRM-VIS-016", answer, [phone, email]);
    },
  },
];

/** Every contact point in every answer, whoever gets it, unless the call is there to reveal it. */
export const maskedContactPoints: Observer = {
  id: "masking/contact-points",
  title: "Contact points are masked in every answer but a reveal.",
  requirements: ["CRM-VIS-008"],
  applies: ({ operation, response }) =>
    operation !== undefined &&
    operation !== "revealContactPoint" &&
    contactPointsIn(response?.json).length > 0,
  faults(exchange) {
    const sent = contactPointsIn(parsed(exchange.request.body)).map(({ value }) => value);
    return contactPointsIn(exchange.response?.json)
      .filter(({ type, value, masked }) => masked !== true || isInFull(type, value, sent))
      .map(({ type, masked }) => ({
        requirement: "CRM-VIS-008",
        message: `${describeExchange(exchange)} shows a contact point of type ${type} with masked ${masked} and ${masked === true ? "nothing hidden in its value" : "not true"}`,
      }));
  },
};

interface ShownContactPoint {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly masked?: unknown;
}

const hidingSign = /[*＊•●∙…█#]|[xX]{3}/;

/** How a value is masked is the backend's choice: it is in full when nothing in it is hidden and it can be used. */
function isInFull(type: unknown, value: unknown, sent: readonly unknown[]): boolean {
  if (typeof value !== "string" || hidingSign.test(value)) return false;
  if (sent.includes(value)) return true;
  if (type === "email") return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);
  const isTelephone = type === "phone" || type === "mobile" || type === "fax";
  return isTelephone && value.replaceAll(/\D/g, "").length >= 7;
}

/** The contact points anywhere in a body. */
function contactPointsIn(body: unknown): ShownContactPoint[] {
  if (typeof body !== "object" || body === null) return [];
  if (Array.isArray(body)) return body.flatMap(contactPointsIn);
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    name === "contactPoints" && Array.isArray(value)
      ? value.filter((point) => typeof point === "object" && point !== null)
      : contactPointsIn(value),
  );
}

function parsed(body: string | Uint8Array | undefined): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

const staffOf = (kit: Kit) =>
  (["agent", "manager"] as const).filter((name) => kit.session.tokens[name] !== undefined);

const digits = fc.integer({ min: 10_000_000, max: 99_999_999 });
const phoneOf = (kit: Kit): string => `139${kit.sample(digits)}`;
const emailOf = (kit: Kit): string => `kit.sample.${kit.sample(digits)}@mail.example.org`;

const pointsOf = (kit: Kit): ContactPointInput[] => [
  { type: "mobile", value: phoneOf(kit) },
  { type: "email", value: emailOf(kit) },
  { type: "address", value: `样品市和平区解放路 ${kit.sample(digits)} 号 3 室` },
];

/** Demands that a successful answer holds none of these values, however they are spaced. */
function expectNoneInFull(
  requirement: "CRM-VIS-008" | "CRM-VIS-016",
  answer: Answer,
  values: readonly string[],
): void {
  expectSuccess(answer);
  const text = closed(answer.exchange.response?.text ?? "");
  const shown = values.find((value) => text.includes(closed(value)));
  expectThat(requirement, shown === undefined, `${describeAnswer(answer)} holds ${shown} in full`, answer);
}

const closed = (text: string): string => text.replaceAll(/[\s()-]/g, "");
