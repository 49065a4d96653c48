import type {
  CustomFields,
  FieldDescriptor,
  RequestKindDescriptor,
  ServiceRequestInput,
} from "@portico/contract";
import { customField, isAnonymous, type Values } from "./request-form.model.js";

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

type Possibly<Type> = { [Name in keyof Type]: Type[Name] | undefined };

function withoutAbsent<Type extends object>(members: Possibly<Type>): Type {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Type;
}

function unlessEmpty<Type extends object>(members: Possibly<Type>): Type | undefined {
  const present = withoutAbsent<Type>(members);
  return Object.keys(present).length > 0 ? present : undefined;
}
