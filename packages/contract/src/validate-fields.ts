import type { CustomFields, FieldDescriptor } from "./generated/models.js";
import { emailMaxLength } from "./limits.js";
import type { FieldErrorCode } from "./problems.js";

/** One fault of an input, where it is and which figure was broken. The words are the reader's. */
export interface InputError {
  /** JSON Pointer into the body. */
  readonly pointer: string;
  readonly code: FieldErrorCode;
  readonly params?: { readonly limit: number };
}

/** What a value must satisfy: a field descriptor without its words. */
export type FieldRule = Partial<
  Omit<FieldDescriptor, "labels" | "help" | "choices" | "name" | "sensitive">
> & {
  readonly choices?: readonly { readonly code: string }[];
};

/** A telephone number as people write it: `+86 138 0013 8000`, `010-6655 4433`. */
export const phonePattern = "^[+0-9][0-9 ()-]{4,24}$";

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const domainLabel = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const email = new RegExp(`^${atom}(?:\\.${atom})*@(?:${domainLabel}\\.)+${domainLabel}$`, "i");

const formats: Record<string, (text: string) => boolean> = {
  phone: (text) => new RegExp(phonePattern).test(text),
  email: (text) => text.length <= emailMaxLength && email.test(text),
  date: isDay,
};

/**
 * The faults of `values` under the rules a backend describes, at most one for each field, in the order of the
 * descriptors. Pure: a form and a server that both call it cannot disagree. A descriptor of an unknown type is
 * treated as text.
 */
export function validateFields(
  descriptors: readonly FieldDescriptor[],
  values: CustomFields = {},
  base = "/customFields",
): InputError[] {
  const known = new Set(descriptors.map(({ name }) => name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...descriptors.flatMap((descriptor) =>
      validateValue(values[descriptor.name], descriptor, pointer(base, descriptor.name)),
    ),
    ...unknown.map((name) => ({ pointer: pointer(base, name), code: "unknown-member" as const })),
  ];
}

/** The fault of one value, if any. */
export function validateValue(value: unknown, rule: FieldRule, pointer: string): InputError[] {
  const absent = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  if (absent) return rule.required ? [{ pointer, code: "required" }] : [];
  const [code, limit] = fault(value, rule) ?? [];
  if (code === undefined) return [];
  return [limit === undefined ? { pointer, code } : { pointer, code, params: { limit } }];
}

type Fault = readonly [code: FieldErrorCode, limit?: number] | undefined;

function fault(value: unknown, rule: FieldRule): Fault {
  switch (rule.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : ["type"];
    case "integer":
    case "number":
      return numberFault(value, rule);
    default:
      return typeof value === "string" ? textFault(value, rule) : ["type"];
  }
}

function numberFault(value: unknown, { type, minimum, maximum }: FieldRule): Fault {
  if (typeof value !== "number" || !Number.isFinite(value)) return ["type"];
  if (type === "integer" && !Number.isInteger(value)) return ["type"];
  if (minimum !== undefined && value < minimum) return ["too-small", minimum];
  if (maximum !== undefined && value > maximum) return ["too-large", maximum];
  return undefined;
}

function textFault(text: string, { type, choices, minLength, maxLength, pattern }: FieldRule): Fault {
  if (type === "choice" && choices && !choices.some(({ code }) => code === text)) return ["enum"];
  // JSON Schema counts characters, not UTF-16 units.
  const length = [...text].length;
  if (minLength !== undefined && length < minLength) return ["too-short", minLength];
  if (maxLength !== undefined && length > maxLength) return ["too-long", maxLength];
  if (type !== undefined && formats[type]?.(text) === false) return ["format"];
  if (pattern !== undefined && !matchesWhole(text, pattern)) return ["pattern"];
  return undefined;
}

// A pattern that is no regular expression is the backend's mistake and must not keep the visitor from submitting.
function matchesWhole(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(text);
  } catch {
    return true;
  }
}

function isDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text;
}

const pointer = (base: string, name: string): string =>
  `${base}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
