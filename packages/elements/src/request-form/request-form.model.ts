import {
  type FieldDescriptor,
  type FieldRule,
  type RequestKindDescriptor,
  requestInputRules,
  type ServiceRequestInput,
} from "@portico/contract";
import { labelOf } from "../internal/localize.js";
import type { FormStrings } from "./request-form.strings.js";

/** What has been entered, by the JSON Pointer of the member of the request that it becomes. */
export type Values = Readonly<Record<string, string | boolean>>;

export type Control =
  | "text"
  | "multiline"
  | "integer"
  | "number"
  | "date"
  | "phone"
  | "email"
  | "select"
  | "radios"
  | "checkbox";

export interface FieldView {
  readonly pointer: string;
  readonly control: Control;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** Whether to say that it can be left out. */
  readonly optional: boolean;
  readonly maxLength?: number | undefined;
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly autocomplete?: AutoFill;
}

/** The form's fields, in the groups they are drawn in. */
export interface FieldGroups {
  readonly matter: readonly FieldView[];
  readonly place: readonly FieldView[];
  readonly anonymity: readonly FieldView[];
  readonly requester: readonly FieldView[];
}

/** Whom a report is about, as the contract's document limits it. */
export const personRule = { type: "text", maxLength: 120 } as const satisfies FieldRule;

/** Where the files are drawn. */
export const attachmentsPointer = "/attachmentIds";

/** Types that name their control. */
const sameNamed = ["integer", "number", "date", "phone", "email"] as const satisfies readonly Control[];

/** Up to so many required choices are all shown at once. */
const radiosAtMost = 4;

export function fieldGroups(
  kind: RequestKindDescriptor,
  values: Values,
  asksRequester: boolean,
  text: FormStrings,
  locale: string,
): FieldGroups {
  const rules = requestInputRules;
  const located = "/location/latitude" in values;
  const mustBeReachable = kind.requester === "required";
  return {
    matter: [
      own("/title", text.title, rules.title),
      { ...own("/description", text.description, rules.description), help: text.descriptionHint },
      ...kind.fields.map((descriptor) => describedField(descriptor, locale)),
      ...(kind.code === "misconduct" ? [own("/about/person", text.person, personRule)] : []),
    ],
    place:
      kind.location === "none"
        ? []
        : [
            {
              ...own("/location/address", text.address, rules.address, "street-address"),
              required: kind.location === "required" && !located,
              optional: kind.location !== "required",
            },
            own("/location/note", text.locationNote, rules.locationNote),
          ],
    anonymity: kind.anonymousAllowed
      ? [{ ...own("/anonymous", text.anonymous, { type: "boolean" }), help: text.anonymousHint }]
      : [],
    requester:
      asksRequester && !isAnonymous(kind, values)
        ? [
            own("/requester/name", text.name, rules.requesterName, "name"),
            {
              ...own("/requester/phone", text.phone, rules.requesterPhone, "tel"),
              optional: !mustBeReachable,
            },
            {
              ...own("/requester/email", text.email, rules.requesterEmail, "email"),
              optional: !mustBeReachable,
            },
          ]
        : [],
  };
}

function own(pointer: string, label: string, rule: FieldRule, autocomplete?: AutoFill): FieldView {
  const required = rule.required === true;
  return {
    pointer,
    control: controlOf(rule),
    label,
    required,
    optional: !required,
    maxLength: rule.maxLength,
    choices: [],
    ...(autocomplete && { autocomplete }),
  };
}

function describedField(descriptor: FieldDescriptor, locale: string): FieldView {
  const { name, labels, help, sensitive, choices = [] } = descriptor;
  return {
    ...own(customField(name), labelOf(labels, locale) ?? name, descriptor, sensitive ? "off" : undefined),
    help: labelOf(help, locale) || undefined,
    choices: choices.map(({ code, labels }) => ({ code, label: labelOf(labels, locale) ?? code })),
  };
}

/** A type that is not known here is text: the backend checks what it means. */
function controlOf({ type, required, choices = [] }: FieldRule): Control {
  switch (type) {
    case "longText":
      return "multiline";
    case "boolean":
      return "checkbox";
    case "choice":
      return required && choices.length <= radiosAtMost ? "radios" : "select";
    default:
      return sameNamed.find((control) => control === type) ?? "text";
  }
}

export function isAnonymous(kind: RequestKindDescriptor, values: Values): boolean {
  return kind.anonymousAllowed && values["/anonymous"] === true;
}

/** The values a host has set, as if they had been entered. */
export function toValues(input: Partial<ServiceRequestInput> | null): Values {
  const { title, description, anonymous, about, location, requester, customFields } = input ?? {};
  const members: [string, unknown][] = [
    ["/title", title],
    ["/description", description],
    ["/anonymous", anonymous],
    ["/about/person", about?.person],
    ...Object.entries(location ?? {}).map(([name, value]): [string, unknown] => [`/location/${name}`, value]),
    ...Object.entries(requester ?? {}).map(([name, value]): [string, unknown] => [
      `/requester/${name}`,
      value,
    ]),
    ...Object.entries(customFields ?? {}).map(([name, value]): [string, unknown] => [
      customField(name),
      value,
    ]),
  ];
  return Object.fromEntries(
    members.flatMap(([pointer, value]): [string, string | boolean][] => {
      if (typeof value === "boolean") return [[pointer, value]];
      return typeof value === "string" || typeof value === "number" ? [[pointer, String(value)]] : [];
    }),
  );
}

export function customField(name: string): string {
  return `/customFields/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
