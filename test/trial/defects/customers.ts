import type { CustomerInput, CustomerPatch } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { agent, as, manager } from "../tokens.ts";
import { onAnswer, onCall, onProblem, retold, withJson } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const customers: readonly Defect[] = [
  {
    name: "customer-without-location",
    summary: "A new customer is answered without its address.",
    breaks: ["CRM-CU-001"],
    http: onAnswer({ operation: "createCustomer" }, () => ({ headers: { Location: null } })),
  },
  {
    name: "customer-location-of-its-number",
    summary: "The address of a new customer is made of its number where it has one.",
    breaks: ["CRM-CU-001"],
    http: onAnswer({ operation: "createCustomer" }, ({ body: { number } }) =>
      number === undefined ? undefined : { headers: { Location: `/v1/customers/${number}` } },
    ),
  },
  {
    name: "customer-language-lost",
    summary: "The language of a new customer is not kept.",
    breaks: ["CRM-CU-001"],
    store: onStore({
      customers: { insert: (insert) => (customer) => insert({ ...customer, language: null }) },
    }),
  },
  {
    name: "customer-keeps-one-alternate-name",
    summary: "Of a customer's names in other languages only the first is kept.",
    breaks: ["CRM-CU-001"],
    store: onStore({
      customers: {
        insert: (insert) => (customer) =>
          insert({ ...customer, alternateNames: customer.alternateNames.slice(0, 1) }),
      },
    }),
  },
  {
    name: "duplicate-number-dropped",
    summary: "A customer with a number that is taken is made without a number.",
    breaks: ["CRM-CU-002"],
    store: onStore({
      customers: {
        findByNumber: () => async () => null,
        insert:
          (insert, { customers: stored }) =>
          async (customer) => {
            const known = customer.number === null ? null : await stored.findByNumber(customer.number);
            await insert(known ? { ...customer, number: null } : customer);
          },
      },
    }),
  },
  {
    name: "duplicate-number-as-invalid",
    summary: "A number that another customer has is called invalid.",
    breaks: ["CRM-CU-002"],
    http: onProblem({ operation: "createCustomer", code: "conflict" }, ({ body }) =>
      retold(body, "validation-failed", {
        errors: [{ pointer: "/number", code: "not-allowed", message: "It is taken." }],
      }),
    ),
  },
  {
    name: "own-reveal-masked",
    summary: "A customer who reveals their own contact point gets it masked.",
    breaks: ["CRM-CU-003"],
    http: onAnswer({ operation: "revealContactPoint", caller: "customer" }, ({ body }) => ({
      body: { ...body, value: `${body.value.slice(0, 3)}****${body.value.slice(-4)}` },
    })),
  },
  {
    name: "own-reveal-refused",
    summary: "A customer needs the scope of the staff to reveal their own contact point.",
    breaks: ["CRM-CU-003"],
    http: onCall({ operation: "revealContactPoint", caller: "customer" }, ({ request }, next) =>
      next(as(agent, request)),
    ),
  },
  {
    name: "reveal-of-the-first",
    summary: "A reveal answers the first contact point, whichever was asked for.",
    breaks: ["CRM-CU-003"],
    http: inHand,
    store: onStore({
      customers: {
        find: (find) => async (id, scope, options) => {
          const found = await find(id, scope, options);
          const [first] = found?.contactPoints ?? [];
          if (!found || !first || !serving("revealContactPoint")) return found;
          const { type, value } = first;
          return { ...found, contactPoints: found.contactPoints.map((point) => ({ ...point, type, value })) };
        },
      },
    }),
  },
  {
    name: "reveal-without-scope",
    summary: "An agent reveals a contact point without the scope for it.",
    breaks: ["CRM-CU-004"],
    http: onCall({ operation: "revealContactPoint", caller: "agent" }, ({ request }, next) =>
      next(as({ ...agent, scope: "pii.reveal" }, request)),
    ),
  },
  {
    name: "reveal-open-to-managers",
    summary: "A manager reveals a contact point without the scope for it.",
    breaks: ["CRM-CU-004"],
    http: onCall({ operation: "revealContactPoint", caller: "manager" }, ({ request }, next) =>
      next(as({ ...manager, scope: "pii.reveal" }, request)),
    ),
  },
  {
    name: "reveal-refused-as-not-found",
    summary: "A reveal without the scope for it answers as if the contact point did not exist.",
    breaks: ["CRM-CU-004"],
    http: onProblem({ operation: "revealContactPoint", code: "forbidden" }, ({ body }) =>
      retold(body, "not-found"),
    ),
  },
  {
    name: "masked-value-overwrites",
    summary: "A contact point that comes back masked is stored as it came.",
    breaks: ["CRM-CU-005"],
    http: onCall({ operation: "updateCustomer" }, async (call, next) => {
      const { contactPoints, ...rest } = ((await call.json()) ?? {}) as CustomerPatch;
      if (!contactPoints) return next(call.request);
      // A mark that nobody sees keeps the server from knowing it again.
      const unknown = contactPoints.map((point) =>
        point.value.includes("***") ? { ...point, value: `${point.value}\u200b` } : point,
      );
      return next(withJson(call.request, { ...rest, contactPoints: unknown }));
    }),
  },
  {
    name: "unknown-parent-dropped",
    summary: "A customer of a firm that does not exist is made without one.",
    breaks: ["CRM-CU-006"],
    http: onCall({ operation: "createCustomer" }, async (call, next) => {
      const { parentId: _, ...rest } = ((await call.json()) ?? {}) as Partial<CustomerInput>;
      const response = await next(call.request);
      const isUnknown = response.status === 422 && (await response.clone().text()).includes('"/parentId"');
      return isUnknown ? next(withJson(call.request, rest)) : response;
    }),
  },
  {
    name: "unknown-customer-without-pointer",
    summary: "A request for a customer that does not exist is refused without saying what is wrong.",
    breaks: ["CRM-CU-006"],
    http: onProblem(
      { operation: ["createServiceRequest", "createCustomer"], code: "validation-failed" },
      ({ body: { errors = [], ...body } }) =>
        errors.some(({ code }) => code === "unknown-reference") ? { body } : undefined,
    ),
  },
  {
    name: "unknown-customer-as-not-found",
    summary: "A request for a customer that does not exist answers 404.",
    breaks: ["CRM-CU-006"],
    http: onProblem({ operation: "createServiceRequest", code: "validation-failed" }, ({ body }) =>
      body.errors?.some(({ pointer, code }) => pointer === "/customerId" && code === "unknown-reference")
        ? retold(body, "not-found")
        : undefined,
    ),
  },
  {
    name: "search-blind-to-the-other-script",
    summary: "A search in simplified Chinese does not find what is written in traditional.",
    breaks: ["CRM-CU-007"],
    http: onAnswer({ operation: "listCustomers" }, ({ body }, { query }) => {
      const word = query.get("q") ?? "";
      if (!/\p{Script=Han}/u.test(word)) return undefined;
      return { body: { ...body, data: body.data.filter((row) => JSON.stringify(row).includes(word)) } };
    }),
  },
];
