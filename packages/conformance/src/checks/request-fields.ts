import type { FieldDescriptor, RequestKindDescriptor, ServiceRequestInput } from "@portico/contract";
import type { Check } from "../check.js";
import { expectPointer, expectProblem } from "../expect.js";
import type { Kit } from "../kit.js";
import { NotSupported } from "../violation.js";
import { bring, readRequest, requestOfA } from "./support/requests.js";
import { listOf } from "./support/values.js";

export const requestFields: readonly Check[] = [
  {
    id: "request-fields/rules-of-kinds",
    title:
      "A value that breaks the rule of its field is refused with a pointer, in every kind that is offered.",
    requirements: ["CRM-SR-014"],
    operations: ["createServiceRequest"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const kinds = await kit.make.kindsOf(kit.as("customerA"));
      const trials = kinds.flatMap((kind) => trialsOf(kit, kind)).slice(0, mostTrials);
      if (trials.length === 0) throw new NotSupported("no kind of request has a field with a rule");
      for (const { body, pointer } of trials) {
        const answer = await kit.as("customerA").call("createServiceRequest", { body });
        const problem = expectProblem(answer, "CRM-SR-014", "validation-failed");
        expectPointer(answer, problem, "CRM-SR-014", pointer);
      }
    },
  },
  {
    id: "request-fields/providers-own",
    title: "A customer who sets the priority, other systems or the status word is refused.",
    requirements: ["CRM-SR-016"],
    operations: ["createServiceRequest", "transitionServiceRequest"],
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const input = await kit.make.requestInput(customer);
      const own = { priority: "high", externalRefs: [{ system: "kit", id: kit.tag }] };
      for (const [member, value] of Object.entries(own)) {
        const body = { ...input, [member]: value };
        const answer = await customer.call("createServiceRequest", { body });
        expectProblem(answer, "CRM-SR-016", "validation-failed", "forbidden");
      }
      const request = await requestOfA(kit);
      const { status } = await bring(kit, request, "resolved");
      const { allowedTransitions } = await readRequest(customer, request.id);
      const [to] = listOf(allowedTransitions);
      if (to === undefined) return;
      const body = { ...kit.make.moveTo(to), status: status?.code ?? "kit" };
      const answer = await customer.call("transitionServiceRequest", { path: { id: request.id }, body });
      expectProblem(answer, "CRM-SR-016", "validation-failed", "forbidden");
    },
  },
  {
    id: "request-fields/priority-stays-the-providers",
    title: "A customer who changes the priority of their own request is refused.",
    requirements: ["CRM-SR-016"],
    operations: ["createServiceRequest", "updateServiceRequest"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { id } = await requestOfA(kit);
      const current = await customer.call("getServiceRequest", { path: { id } });
      const ifMatch = current.headers.get("ETag") ?? "";
      const answer = await customer.call("updateServiceRequest", {
        path: { id },
        body: { priority: "high" },
        ifMatch,
      });
      const codes = ["validation-failed", "forbidden", "action-not-allowed"] as const;
      expectProblem(answer, "CRM-SR-016", ...codes);
    },
  },
];

interface Trial {
  readonly body: ServiceRequestInput;
  /** Where the fault is. */
  readonly pointer: string;
}

const mostTrials = 60;

/** Inputs that are right but for one field. */
function trialsOf(kit: Kit, kind: RequestKindDescriptor): Trial[] {
  const sound = kit.make.inputOfKind(kind, false);
  const withField = (name: string, value: unknown): Trial => ({
    body: { ...sound, customFields: { ...sound.customFields, [name]: value } } as ServiceRequestInput,
    pointer: `/customFields/${name}`,
  });
  return listOf(kind.fields).flatMap((field) =>
    wrongValuesOf(field).map((value) => withField(field.name, value)),
  );
}

/** Values that break the field's rules, one each; undefined leaves a required field out. */
function wrongValuesOf(field: FieldDescriptor): unknown[] {
  const { type, required, choices, minLength = 0, maxLength, minimum, maximum, pattern } = field;
  const [choice] = listOf(choices);
  const isText = !(type in wrongKind) || type === "choice";
  return [
    ...(required ? [undefined] : []),
    ...(wrongKind[type] ?? []),
    ...(isText ? [[true]] : []),
    ...(choice ? [`${choice.code}-kit`] : []),
    ...(minLength > 1 ? ["样".repeat(minLength - 1)] : []),
    ...(maxLength === undefined ? [] : ["样".repeat(maxLength + 1)]),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(pattern === undefined ? [] : breaking(pattern)),
  ];
}

/** What a value of a type is not, by types that say so themselves. */
const wrongKind: Readonly<Record<string, readonly unknown[]>> = {
  boolean: ["样品"],
  integer: ["样品", 1.5],
  number: ["样品"],
  date: ["2026-02-30"],
  phone: ["样品"],
  email: ["样品"],
};

/** A text that a pattern does not match, if a simple one is found. */
function breaking(pattern: string): string[] {
  const whole = new RegExp(`^(?:${pattern})$`, "u");
  return ["样品！", "?", "0", "a"].filter((text) => !whole.test(text)).slice(0, 1);
}
