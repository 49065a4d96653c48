import type {
  AttachmentLimits,
  Capabilities,
  Choice,
  FieldDescriptor,
  Labels,
  Me,
  RequestKindDescriptor,
} from "@portico/contract";
import { readLimits as readAttachmentLimits } from "../internal/attachments/attachment-limits.js";
import type { CrmClient } from "../internal/client-context.js";
import { failureState, toCrmError } from "../internal/errors.js";
import { itemsOf, type Loose, members, textOf, wordsOf } from "../internal/payload.js";

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
  const taken = itemsOf(capabilities?.requestKinds)
    .flatMap(readKind)
    .filter(({ guestAllowed }) => guestAllowed || !guest);
  const wanted = wordsOf(filter.kind ?? filter.kinds);
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

export function attachmentLimits(setup: FormSetup | undefined): AttachmentLimits {
  return readAttachmentLimits(setup?.capabilities?.attachments);
}

function readKind(payload: unknown): RequestKindDescriptor[] {
  const kind = members<RequestKindDescriptor>(payload);
  const code = textOf(kind.code);
  if (code === undefined) return [];
  return [
    {
      code,
      labels: readLabels(kind.labels, code),
      description: readLabels(kind.description, ""),
      fields: itemsOf(kind.fields).flatMap(readField),
      location: textOf(kind.location) ?? "none",
      requester: textOf(kind.requester) ?? "optional",
      guestAllowed: kind.guestAllowed !== false,
      anonymousAllowed: kind.anonymousAllowed === true,
      attachmentsAllowed: kind.attachmentsAllowed === true,
    },
  ];
}

function readField(payload: unknown): FieldDescriptor[] {
  const field = members<FieldDescriptor>(payload);
  const name = textOf(field.name);
  if (name === undefined) return [];
  const choices = itemsOf(field.choices).flatMap(readChoice);
  const type = textOf(field.type) ?? "text";
  const pattern = textOf(field.pattern);
  return [
    {
      name,
      type: type === "choice" && choices.length === 0 ? "text" : type,
      required: field.required === true,
      labels: readLabels(field.labels, name),
      help: readLabels(field.help, ""),
      ...(choices.length > 0 && { choices }),
      ...readLimits(field),
      ...(pattern && { pattern }),
      sensitive: field.sensitive === true,
    },
  ];
}

const limits = ["minLength", "maxLength", "minimum", "maximum"] as const;

function readLimits(field: Loose<FieldDescriptor>): Pick<FieldDescriptor, (typeof limits)[number]> {
  return Object.fromEntries(
    limits.flatMap((name) => (Number.isFinite(field[name]) ? [[name, field[name]]] : [])),
  );
}

function readChoice(payload: unknown): Choice[] {
  const { code, labels } = members<Choice>(payload);
  return typeof code === "string" ? [{ code, labels: readLabels(labels, code) }] : [];
}

/** What has no label is called by its code. */
function readLabels(payload: unknown, code: string): Labels {
  const texts = Object.entries(members(payload)).filter(([, text]) => textOf(text) !== undefined);
  return { en: code, ...Object.fromEntries(texts) } as Labels;
}
