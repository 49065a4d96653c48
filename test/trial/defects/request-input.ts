import type { ServiceRequestInput, TransitionInput } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { bodyInHand, callerInHand, inHand, serving } from "../in-hand.ts";
import { making } from "../on-requests.ts";
import { elevated } from "../tokens.ts";
import { type Layer, layers, onCall, onProblem, problem, withHeaders, withJson } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

const knownKinds = /^(enquiry|complaint|fault|application|misconduct|suggestion|opinion|praise)$/;

/** What may be said of a request, and by whom. */
export const requestInput: readonly Defect[] = [
  {
    name: "long-field-cut",
    summary: "The text of a custom field that is too long is cut in place of being refused.",
    breaks: ["CRM-SR-014"],
    http: withFields((fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === "string" ? value.slice(0, name === "remedy" ? 500 : 60) : value,
        ]),
      ),
    ),
  },
  {
    name: "unknown-choice-as-other",
    summary: "A choice that is none of a field's is taken for `other`.",
    breaks: ["CRM-SR-014"],
    http: onCall({ operation: "createServiceRequest" }, async (call, next) => {
      const input = (await call.json()) as ServiceRequestInput;
      const response = await next(call.request);
      const told = response.status === 422 ? await response.clone().text() : "";
      const field = /"pointer":"\/customFields\/(\w+)","code":"enum"/.exec(told)?.[1];
      if (field === undefined) return response;
      return next(
        withJson(call.request, { ...input, customFields: { ...input.customFields, [field]: "other" } }),
      );
    }),
  },
  {
    name: "field-pointer-without-its-parent",
    summary: "A fault of a custom field points to the field as if it stood at the top.",
    breaks: ["CRM-SR-014"],
    http: onProblem({ operation: "createServiceRequest", code: "validation-failed" }, ({ body }) => ({
      body: {
        ...body,
        errors: body.errors?.map(({ pointer, ...error }) =>
          pointer === undefined ? error : { ...error, pointer: pointer.replace("/customFields", "") },
        ),
      },
    })),
  },
  {
    name: "unknown-kind-as-suggestion",
    summary: "A request of a kind that is not declared is taken for a suggestion.",
    breaks: ["CRM-SR-015"],
    http: onCall({ operation: "createServiceRequest" }, async (call, next) => {
      const { kind = "", customFields: _, ...input } = ((await call.json()) ?? {}) as ServiceRequestInput;
      const isKnown = typeof kind !== "string" || knownKinds.test(kind);
      return next(isKnown ? call.request : withJson(call.request, { ...input, kind: "suggestion" }));
    }),
  },
  {
    name: "unknown-kind-without-pointer",
    summary: "A request of a kind that is not declared is refused without saying what is wrong.",
    breaks: ["CRM-SR-015"],
    http: onProblem({ operation: "createServiceRequest" }, ({ body: { errors = [], ...body } }) =>
      errors.some(({ pointer }) => pointer === "/kind") ? { body } : undefined,
    ),
  },
  {
    name: "customer-sets-priority",
    summary: "A customer says how urgent their request is to be taken.",
    breaks: ["CRM-SR-016"],
    http: layers(inHand, withoutMember("priority")),
    store: making((request) => {
      const { priority = request.priority } = bodyInHand<ServiceRequestInput>();
      return { ...request, priority };
    }),
  },
  {
    name: "customer-changes-priority",
    summary: "A customer changes how urgent their request is to be taken.",
    breaks: ["CRM-SR-016"],
    http: onCall({ operation: "updateServiceRequest", caller: "customer" }, async (call, next) => {
      const patch = await call.json();
      const response = await next(call.request);
      const told = response.status === 422 ? await response.clone().text() : "";
      if (!told.includes('"/priority"')) return response;
      return next(withHeaders(elevated(withJson(call.request, patch)), { "If-Match": "*" }));
    }),
  },
  {
    name: "customer-sets-external-refs",
    summary: "A customer names other systems on their request.",
    breaks: ["CRM-SR-016"],
    http: layers(inHand, withoutMember("externalRefs")),
    store: making((request) => {
      const { externalRefs = [] } = bodyInHand<ServiceRequestInput>();
      return { ...request, externalRefs };
    }),
  },
  {
    name: "customer-sets-status",
    summary: "A customer who withdraws a request gives the provider's own word for it.",
    breaks: ["CRM-SR-016"],
    http: layers(
      inHand,
      onCall({ operation: "transitionServiceRequest", caller: "customer" }, async (call, next) => {
        const { status: _, ...input } = ((await call.json()) ?? {}) as TransitionInput;
        return next(withJson(call.request, input));
      }),
    ),
    store: onStore({
      requests: {
        update: (update) => (id, changes) => {
          const { status } = serving("transitionServiceRequest") ? bodyInHand<TransitionInput>() : {};
          return update(id, status === undefined ? changes : { ...changes, status });
        },
      },
    }),
  },
  {
    name: "guest-praise-refused",
    summary: "A guest is offered to praise and then asked to sign in.",
    breaks: ["CRM-SR-019", "CRM-CAP-012"],
    http: onCall({ operation: "createServiceRequest", caller: "guest" }, async (call, next) => {
      const { kind } = ((await call.json()) ?? {}) as Partial<ServiceRequestInput>;
      return kind === "praise" ? problem("unauthenticated", call.request) : next(call.request);
    }),
  },
  {
    name: "guest-request-needs-mail",
    summary: "A guest who leaves no e-mail address is refused.",
    breaks: ["CRM-SR-019"],
    http: onCall({ operation: "createServiceRequest", caller: "guest" }, async (call, next) => {
      const { requester } = ((await call.json()) ?? {}) as Partial<ServiceRequestInput>;
      const errors = [
        { pointer: "/requester/email", code: "required", message: "Leave an address." },
      ] as const;
      if (requester?.email !== undefined) return next(call.request);
      return problem("validation-failed", call.request, { errors: [...errors] });
    }),
  },
  {
    name: "anonymous-keeps-phone",
    summary: "An anonymous report keeps the telephone number that came with it.",
    breaks: ["CRM-SR-020"],
    http: inHand,
    store: making((request) => {
      const { requester } = bodyInHand<ServiceRequestInput>();
      return requester && request.anonymous ? { ...request, requester } : request;
    }),
  },
  {
    name: "anonymous-keeps-customer",
    summary: "An anonymous report stays among the requests of the customer who made it.",
    breaks: ["CRM-SR-020"],
    http: inHand,
    store: making((request) =>
      request.anonymous ? { ...request, customerId: callerInHand().customerId ?? null } : request,
    ),
  },
  {
    name: "anonymous-author-named",
    summary: "The log of an anonymous report names who made it.",
    breaks: ["CRM-SR-020"],
    http: inHand,
    store: onStore({
      entries: {
        insert: (insert) => (entry) => {
          const { kind: role, id = "guest", customerId = id } = callerInHand();
          const isReporter = entry.author.id === "anonymous";
          return insert(isReporter ? { ...entry, author: { id: customerId, name: id, role } } : entry);
        },
      },
    }),
  },
];

function withFields(alter: (fields: Record<string, unknown>) => Record<string, unknown>): Layer {
  return onCall({ operation: "createServiceRequest" }, async (call, next) => {
    const input = ((await call.json()) ?? {}) as ServiceRequestInput;
    if (!input.customFields) return next(call.request);
    return next(withJson(call.request, { ...input, customFields: alter(input.customFields) }));
  });
}

/** Hides a member of a customer's input from the server, so that it does not refuse it. */
function withoutMember(name: "priority" | "externalRefs"): Layer {
  return onCall({ operation: "createServiceRequest", caller: "customer" }, async (call, next) => {
    const { [name]: hidden, ...input } = ((await call.json()) ?? {}) as ServiceRequestInput;
    return next(hidden === undefined ? call.request : withJson(call.request, input));
  });
}
