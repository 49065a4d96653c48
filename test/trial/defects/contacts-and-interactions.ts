import type { Defect } from "../defect.ts";
import { onProblem, retold } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const contactsAndInteractions: readonly Defect[] = [
  {
    name: "contact-channel-lost",
    summary: "A new contact's preferred channel is answered but not kept.",
    breaks: ["CRM-CT-001"],
    store: onStore({
      contacts: { insert: (insert) => (contact) => insert({ ...contact, preferredChannel: null }) },
    }),
  },
  {
    name: "contact-not-listed-unless-primary",
    summary: "A customer's contacts are listed without those that are not the first person to talk to.",
    breaks: ["CRM-CT-001"],
    store: onStore({
      contacts: {
        list: (list) => async (query) => {
          const page = await list(query);
          if (query.filter.customerId === undefined) return page;
          return { ...page, rows: page.rows.filter(({ primary }) => primary) };
        },
      },
    }),
  },
  {
    name: "removed-contact-still-listed",
    summary: "A contact that was removed cannot be read but is listed.",
    breaks: ["CRM-CT-002"],
    store: (store) => {
      const removed = new Set<string>();
      return onStore({
        contacts: {
          delete: () => async (id) => void removed.add(id),
          find: (find) => async (id, scope, options) => (removed.has(id) ? null : find(id, scope, options)),
        },
      })(store);
    },
  },
  {
    name: "removed-contact-still-read",
    summary: "A contact that was removed is in no list but can be read.",
    breaks: ["CRM-CT-002"],
    store: (store) => {
      const removed = new Set<string>();
      return onStore({
        contacts: {
          delete: () => async (id) => void removed.add(id),
          list: (list) => async (query) => {
            const page = await list(query);
            return { ...page, rows: page.rows.filter(({ id }) => !removed.has(id)) };
          },
        },
      })(store);
    },
  },
  {
    name: "contact-of-nobody-as-not-found",
    summary: "A contact of a customer that does not exist answers 404.",
    breaks: ["CRM-CT-003"],
    http: onProblem({ operation: "createContact", code: "validation-failed" }, ({ body }) =>
      body.errors?.some(({ code }) => code === "unknown-reference") ? retold(body, "not-found") : undefined,
    ),
  },
  {
    name: "contact-of-nobody-without-pointer",
    summary: "A contact of a customer that does not exist is refused without saying where.",
    breaks: ["CRM-CT-003"],
    http: onProblem(
      { operation: "createContact", code: "validation-failed" },
      ({ body: { errors = [], ...body } }) =>
        errors.some(({ code }) => code === "unknown-reference") ? { body } : undefined,
    ),
  },
  {
    name: "interaction-without-agent",
    summary: "A new interaction does not name who took it.",
    breaks: ["CRM-IN-001"],
    store: onStore({
      interactions: { insert: (insert) => (interaction) => insert({ ...interaction, agentId: null }) },
    }),
  },
  {
    name: "interaction-summary-cut",
    summary: "What was said in an interaction is kept up to its first line break.",
    breaks: ["CRM-IN-001"],
    store: onStore({
      interactions: {
        insert: (insert) => (interaction) =>
          insert({ ...interaction, summary: interaction.summary?.split("\n")[0] ?? null }),
      },
    }),
  },
  {
    name: "interaction-dated-when-logged",
    summary: "An interaction is dated when it was logged, not when it occurred.",
    breaks: ["CRM-IN-001"],
    store: onStore({
      interactions: {
        insert: (insert) => (interaction) => insert({ ...interaction, occurredAt: interaction.createdAt }),
      },
    }),
  },
  {
    name: "interaction-public-at-once",
    summary: "An interaction that was logged as internal is shown to the customer.",
    breaks: ["CRM-IN-001"],
    store: onStore({
      interactions: { insert: (insert) => (interaction) => insert({ ...interaction, visibility: "public" }) },
    }),
  },
  {
    name: "interaction-with-nobody-as-not-found",
    summary: "An interaction with a customer that does not exist answers 404.",
    breaks: ["CRM-IN-002"],
    http: onProblem({ operation: "createInteraction", code: "validation-failed" }, ({ body }) =>
      body.errors?.some(({ code }) => code === "unknown-reference") ? retold(body, "not-found") : undefined,
    ),
  },
  {
    name: "interaction-points-beside-the-customer",
    summary: "An interaction with a customer that does not exist is refused with a pointer to the subject.",
    breaks: ["CRM-IN-002"],
    http: onProblem({ operation: "createInteraction", code: "validation-failed" }, ({ body }) => ({
      body: {
        ...body,
        errors: body.errors?.map((error) =>
          error.code === "unknown-reference" ? { ...error, pointer: "/subject" } : error,
        ),
      },
    })),
  },
];
