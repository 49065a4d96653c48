import type { Me, RequestKindDescriptor } from "@portico/contract";
import { customField, type Values } from "./request-form.model.js";

export interface Draft {
  /** Code of the kind, when one was chosen. */
  readonly kind: string | null;
  readonly values: Values;
}

/** A draft longer forgotten than this is not brought back. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

/** Whether a draft may lie on this device: never one of a kind whose reporter may stay unknown. */
export function keepsDraft(kind: RequestKindDescriptor): boolean {
  return !kind.anonymousAllowed && kind.code !== "misconduct";
}

/**
 * What of an entry may lie on a device that others may use: no contact details, nothing the backend calls sensitive.
 */
export function draftValues(kind: RequestKindDescriptor, values: Values): Values {
  const sensitive = new Set(
    kind.fields.filter((field) => field.sensitive).map((field) => customField(field.name)),
  );
  return Object.fromEntries(
    Object.entries(values).filter(
      ([pointer, value]) => value !== "" && !pointer.startsWith("/requester/") && !sensitive.has(pointer),
    ),
  );
}

/** The stored form of a draft; it names its owner, so that nobody else on the device gets it. */
export function writeDraft(draft: Draft, me: Me | null | undefined, now = Date.now()): string {
  return JSON.stringify({ ...draft, owner: ownerOf(me), savedAt: now });
}

/** Reads what was stored, by whatever version or hand; nothing unless it is a draft of this visitor, and fresh. */
export function readDraft(
  stored: string | null,
  me: Me | null | undefined,
  now = Date.now(),
): Draft | undefined {
  try {
    const { kind, values, owner, savedAt } = JSON.parse(stored ?? "{}");
    if (typeof kind !== "string" || owner !== ownerOf(me) || !(now - savedAt < keptFor)) return undefined;
    const kept = Object.entries(Object(values)).filter(
      (entry): entry is [string, string | boolean] =>
        entry[0].startsWith("/") && (typeof entry[1] === "string" || typeof entry[1] === "boolean"),
    );
    return kept.length > 0 ? { kind, values: Object.fromEntries(kept) } : undefined;
  } catch {
    return undefined;
  }
}

function ownerOf(me: Me | null | undefined): string {
  return me?.id ?? "";
}
