import {
  type InputError,
  type RequestKindDescriptor,
  type ServiceRequestInput,
  validateRequestInput,
  validateValue,
} from "@portico/contract";
import type { CrmErrorLike } from "../internal/errors.js";
import type { Formats } from "../internal/format.js";
import type { FillingStrings } from "./filling.strings.js";
import { attachmentsPointer, type Control, type FieldView, personRule } from "./request-form.model.js";

/** One fault of the entry, at the field that can mend it; `pointer` is empty when no field can. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number | undefined;
}

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

/** What to tell the visitor, as closely as there are words: never the server's sentence, which is for developers. */
export function faultMessage(
  { code, pointer, limit }: Fault,
  control: Control | undefined,
  { faults }: FillingStrings,
  { number }: Formats,
): string {
  const closest = [`${code} ${pointer}`, `${code} ${control}`, code].find((key) =>
    Object.hasOwn(faults, key),
  );
  const message = faults[closest ?? "other"] ?? "";
  return typeof message === "string" ? message : message(limit === undefined ? "" : number(limit));
}
