import type {
  AttachmentLimits,
  Capabilities,
  Choice,
  FieldDescriptor,
  Labels,
  Me,
  RequestKindDescriptor,
} from "@portico/contract";
import { readLimits } from "../internal/attachments/attachment-limits.js";
import type { CrmClient } from "../internal/client-context.js";
import { failureState, toCrmError } from "../internal/errors.js";

/** What the form is made from. */
export interface FormSetup {
  readonly capabilities: Capabilities;
  /** Who is asking; `undefined` when the host gave the capabilities alone, `null` when it could not be read. */
  readonly me?: Me | null | undefined;
}

/** Capabilities are indispensable; without knowing who asks the form works as for a guest, and says it is partial. */
export async function loadSetup(client: CrmClient, signal: AbortSignal): Promise<FormSetup> {
  const [capabilities, me] = await Promise.allSettled([
    client.capabilities.get({ signal }),
    client.me.get({ signal }),
  ]);
  if (capabilities.status === "rejected") throw capabilities.reason;
  if (me.status === "fulfilled") return { capabilities: capabilities.value, me: me.value };
  if (failureState(toCrmError(me.reason)) === "unauthorized") throw me.reason;
  return { capabilities: capabilities.value, me: null };
}

/** Which kinds a host wants of those the backend takes. */
export interface KindFilter {
  readonly kind: string | null;
  /** Codes in the host's order, separated by spaces. */
  readonly kinds: string | null;
}

/** The kinds to offer, in the host's order, else in the backend's. Broken descriptors are mended or left out. */
export function offeredKinds({ capabilities, me }: FormSetup, filter: KindFilter): RequestKindDescriptor[] {
  const guest = isGuest(me);
  const taken = list(capabilities?.requestKinds)
    .flatMap(readKind)
    .filter(({ guestAllowed }) => guestAllowed || !guest);
  const wanted = (filter.kind ?? filter.kinds ?? "").split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return taken;
  return wanted.flatMap((code) => taken.find((kind) => kind.code === code) ?? []);
}

/** Nobody known is treated as a guest: better asked twice for a number than not called back. */
export function isGuest(me: Me | null | undefined): boolean {
  return !me || me.principal === "guest";
}

/** Whether to ask whom to call back: never a customer, who is known, nor for a customer who is named. */
export function asksRequester(
  kind: RequestKindDescriptor,
  me: Me | null | undefined,
  customerId: string | null,
): boolean {
  return kind.requester !== "none" && me?.principal !== "customer" && customerId === null;
}

/** Whether a draft may lie on this device: never one of a kind whose reporter may stay unknown. */
export function keepsDraft(kind: RequestKindDescriptor): boolean {
  return !kind.anonymousAllowed && kind.code !== "misconduct";
}

export function attachmentLimits(setup: FormSetup | undefined): AttachmentLimits {
  return readLimits(setup?.capabilities?.attachments);
}

function readKind(raw: unknown): RequestKindDescriptor[] {
  if (!isRecord(raw) || typeof raw.code !== "string" || raw.code === "") return [];
  const description = readLabels(raw.description);
  return [
    {
      code: raw.code,
      labels: readLabels(raw.labels) ?? ({ en: raw.code } as Labels),
      ...(description && { description }),
      fields: list(raw.fields).flatMap(readField),
      location: typeof raw.location === "string" ? raw.location : "none",
      requester: typeof raw.requester === "string" ? raw.requester : "optional",
      guestAllowed: raw.guestAllowed !== false,
      anonymousAllowed: raw.anonymousAllowed === true,
      attachmentsAllowed: raw.attachmentsAllowed === true,
    },
  ];
}

function readField(raw: unknown): FieldDescriptor[] {
  if (!isRecord(raw) || typeof raw.name !== "string" || raw.name === "") return [];
  const choices = list(raw.choices).flatMap(readChoice);
  const type = typeof raw.type === "string" ? raw.type : "text";
  const help = readLabels(raw.help);
  return [
    {
      name: raw.name,
      type: type === "choice" && choices.length === 0 ? "text" : type,
      required: raw.required === true,
      labels: readLabels(raw.labels) ?? ({ en: raw.name } as Labels),
      ...(help && { help }),
      ...(choices.length > 0 && { choices }),
      ...(typeof raw.minLength === "number" && { minLength: raw.minLength }),
      ...(typeof raw.maxLength === "number" && { maxLength: raw.maxLength }),
      ...(typeof raw.minimum === "number" && { minimum: raw.minimum }),
      ...(typeof raw.maximum === "number" && { maximum: raw.maximum }),
      ...(typeof raw.pattern === "string" && { pattern: raw.pattern }),
      sensitive: raw.sensitive === true,
    },
  ];
}

function readChoice(raw: unknown): Choice[] {
  if (!isRecord(raw) || typeof raw.code !== "string") return [];
  return [{ code: raw.code, labels: readLabels(raw.labels) ?? ({ en: raw.code } as Labels) }];
}

function readLabels(raw: unknown): Labels | undefined {
  if (!isRecord(raw)) return undefined;
  const texts = Object.entries(raw).filter(([, text]) => typeof text === "string" && text.trim() !== "");
  return texts.length > 0 ? (Object.fromEntries(texts) as Labels) : undefined;
}

function list(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
