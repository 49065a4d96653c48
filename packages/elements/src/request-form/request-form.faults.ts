import {
  type InputError,
  type RequestKindDescriptor,
  type ServiceRequestInput,
  validateRequestInput,
  validateValue,
} from "@portico/contract";
import type { CrmErrorLike } from "../internal/errors.js";
import { type Control, type FieldView, personRule } from "./request-form.model.js";
import type { FormStrings } from "./request-form.strings.js";

/** One fault of the entry, at the field that can mend it; `pointer` is empty when no field can. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number | undefined;
}

/** Where the files are drawn. */
export const attachmentsPointer = "/attachmentIds";

/** What the rules that the server shares find in an input, at the fields that can mend it. */
export function findFaults(
  kind: RequestKindDescriptor,
  input: ServiceRequestInput,
  circumstances: { readonly guest: boolean; readonly maxAttachments: number },
  fields: readonly FieldView[],
): Fault[] {
  const found = [
    ...validateRequestInput(kind, input, circumstances),
    ...validateValue(input.about?.person, personRule, "/about/person"),
  ];
  return placeFaults(
    found.map(({ pointer, code, params }) => ({ pointer, code, limit: params?.limit })),
    fields,
  );
}

/** Brings each fault to a field that is drawn and keeps the first of each, in the order they are drawn. */
export function placeFaults(faults: readonly Fault[], fields: readonly FieldView[]): Fault[] {
  const drawn = [...fields.map(({ pointer }) => pointer), attachmentsPointer];
  const placed = new Map<string, Fault>();
  for (const fault of faults) {
    const pointer = nearest(fault.pointer, drawn);
    if (!placed.has(pointer)) placed.set(pointer, { ...fault, pointer });
  }
  return ["", ...drawn].flatMap((pointer) => placed.get(pointer) ?? []);
}

/** The member itself, else the first field within it, else the first beside it: a missing place is the address's fault. */
function nearest(pointer: string, drawn: readonly string[]): string {
  let path = pointer;
  while (path !== "") {
    const found =
      drawn.find((field) => field === path) ?? drawn.find((field) => field.startsWith(`${path}/`));
    if (found !== undefined) return found;
    path = path.slice(0, path.lastIndexOf("/"));
  }
  return "";
}

/** The faults a server found in the input, read from the problem of its answer. */
export function serverFaults(error: CrmErrorLike): Fault[] {
  const { errors } = (error as { problem?: { errors?: unknown } }).problem ?? {};
  if (error.status !== 422 || !Array.isArray(errors)) return [];
  return errors.flatMap((fault: Partial<InputError> | null | undefined): Fault[] => {
    if (typeof fault?.pointer !== "string" || typeof fault.code !== "string") return [];
    const limit = fault.params?.limit;
    return [
      { pointer: fault.pointer, code: fault.code, limit: typeof limit === "number" ? limit : undefined },
    ];
  });
}

/** What to tell the visitor: never the server's sentence, which is for developers. */
export function faultMessage(fault: Fault, control: Control | undefined, text: FormStrings): string {
  const messages = text.faults;
  const limit = String(fault.limit ?? "");
  switch (fault.code) {
    case "required":
      return fault.pointer === "/location/address"
        ? messages.place
        : fault.pointer === "/requester/phone"
          ? messages.reachable
          : control === "radios" || control === "select"
            ? messages.choose
            : messages.required;
    case "type":
    case "format":
      return formatMessage(control, text);
    case "enum":
      return messages.choose;
    case "too-long":
      return messages.tooLong(limit);
    case "too-short":
      return messages.tooShort(limit);
    case "too-small":
      return messages.tooSmall(limit);
    case "too-large":
      return messages.tooLarge(limit);
    case "too-many":
      return messages.tooMany(limit);
    case "not-uploaded":
      return messages.notUploaded;
    default:
      return messages.other;
  }
}

function formatMessage(control: Control | undefined, { faults }: FormStrings): string {
  switch (control) {
    case "integer":
    case "number":
    case "date":
    case "phone":
    case "email":
      return faults[control];
    default:
      return faults.other;
  }
}
