import {
  type CustomFields,
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

/** What goes with the entered values. */
export interface Circumstances {
  readonly channel: string;
  readonly language: string;
  readonly customerId: string | null;
  /** The provider's line of business, for backends that serve several. */
  readonly industry?: string | undefined;
  readonly asksRequester: boolean;
  readonly attachmentIds: readonly string[];
  /** What the host has set and no field shows, such as `category`. */
  readonly prefill: Partial<ServiceRequestInput> | null;
}

/** The request to send. What was left empty is left out, and of a reporter who stays unknown nothing is sent. */
export function toInput(
  kind: RequestKindDescriptor,
  values: Values,
  given: Circumstances,
): ServiceRequestInput {
  const text = (pointer: string) =>
    (typeof values[pointer] === "string" ? values[pointer].trim() : "") || undefined;
  const anonymous = isAnonymous(kind, values);
  const { category, priority, about, externalRefs } = given.prefill ?? {};
  return withoutAbsent<ServiceRequestInput>({
    kind: kind.code,
    title: text("/title") ?? "",
    description: text("/description"),
    customerId: anonymous ? undefined : (given.customerId ?? undefined),
    requester:
      given.asksRequester && !anonymous
        ? unlessEmpty({
            name: text("/requester/name"),
            phone: text("/requester/phone"),
            email: text("/requester/email"),
          })
        : undefined,
    anonymous: anonymous || undefined,
    channel: given.channel,
    priority,
    industry: given.industry,
    category,
    language: given.language,
    location:
      kind.location === "none"
        ? undefined
        : unlessEmpty({
            address: text("/location/address"),
            latitude: toNumber(text("/location/latitude")) as number | undefined,
            longitude: toNumber(text("/location/longitude")) as number | undefined,
            note: text("/location/note"),
          }),
    about: unlessEmpty({ ...about, person: text("/about/person") ?? about?.person }),
    attachmentIds: given.attachmentIds.length > 0 ? [...given.attachmentIds] : undefined,
    customFields: unlessEmpty(
      Object.fromEntries(kind.fields.map((field) => [field.name, customValue(field, values, text)])),
    ) as CustomFields | undefined,
    externalRefs,
  });
}

export function isAnonymous(kind: RequestKindDescriptor, values: Values): boolean {
  return kind.anonymousAllowed && values["/anonymous"] === true;
}

/** A box that is not ticked is an answer too; a number that cannot be read stays text, for the rules to refuse. */
function customValue(
  { name, type }: FieldDescriptor,
  values: Values,
  text: (pointer: string) => string | undefined,
): string | number | boolean | undefined {
  const pointer = customField(name);
  if (type === "boolean") return values[pointer] === true;
  return type === "integer" || type === "number" ? toNumber(text(pointer)) : text(pointer);
}

/** Reads full-width digits and a decimal comma as well: `３,5` is 3.5. */
function toNumber(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize("NFKC").replace(/^([+-]?\d+),(\d+)$/, "$1.$2");
  const number = Number(plain);
  return Number.isFinite(number) ? number : text;
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

type Possibly<Type> = { [Name in keyof Type]: Type[Name] | undefined };

function withoutAbsent<Type extends object>(members: Possibly<Type>): Type {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Type;
}

function unlessEmpty<Type extends object>(members: Possibly<Type>): Type | undefined {
  const present = withoutAbsent<Type>(members);
  return Object.keys(present).length > 0 ? present : undefined;
}
