import type { RequestKindDescriptor, ServiceRequestInput } from "./generated/models.js";
import { maxAttachments, requestInputRules } from "./limits.js";
import { type InputError, validateFields, validateValue } from "./validate-fields.js";

/** What the rules need to know besides the kind. */
export interface RequestCircumstances {
  /** Whether nobody is signed in: then the backend may ask whom to call back. */
  readonly guest?: boolean;
  /** The backend's own limit, from `/v1/capabilities`. */
  readonly maxAttachments?: number;
}

/**
 * The faults of a new request of the given kind. Pure, and called by the form before it sends and by the server
 * before it stores, so that both agree by construction.
 */
export function validateRequestInput(
  kind: RequestKindDescriptor,
  input: ServiceRequestInput,
  circumstances: RequestCircumstances = {},
): InputError[] {
  return [
    ...validateValue(input.title, requestInputRules.title, "/title"),
    ...validateValue(input.description, requestInputRules.description, "/description"),
    ...validateLocation(kind, input.location),
    ...validateRequester(kind, input, circumstances.guest ?? false),
    ...validateFields(kind.fields, input.customFields),
    ...validateAttachments(kind, input.attachmentIds ?? [], circumstances.maxAttachments ?? maxAttachments),
  ];
}

function validateLocation(
  kind: RequestKindDescriptor,
  location: ServiceRequestInput["location"],
): InputError[] {
  const { address, latitude, longitude, note } = location ?? {};
  const coordinates = [latitude, longitude].filter((value) => value !== undefined);
  const given = Boolean(address?.trim()) || coordinates.length > 0;
  if (kind.location === "none" && location !== undefined)
    return [{ pointer: "/location", code: "not-allowed" }];
  if (!given)
    return kind.location === "required" || location ? [{ pointer: "/location", code: "required" }] : [];
  const halfGiven = coordinates.length === 1;
  return [
    ...validateValue(address, requestInputRules.address, "/location/address"),
    ...validateValue(latitude, { ...requestInputRules.latitude, required: halfGiven }, "/location/latitude"),
    ...validateValue(
      longitude,
      { ...requestInputRules.longitude, required: halfGiven },
      "/location/longitude",
    ),
    ...validateValue(note, requestInputRules.locationNote, "/location/note"),
  ];
}

function validateRequester(
  kind: RequestKindDescriptor,
  input: ServiceRequestInput,
  guest: boolean,
): InputError[] {
  if (input.anonymous && !kind.anonymousAllowed) return [{ pointer: "/anonymous", code: "not-allowed" }];
  const { name, phone, email } = input.requester ?? {};
  const reachable = Boolean(phone?.trim() || email?.trim());
  const mustBeReachable = guest && kind.requester === "required" && !input.anonymous;
  return [
    ...validateValue(name, requestInputRules.requesterName, "/requester/name"),
    ...validateValue(
      phone,
      { ...requestInputRules.requesterPhone, required: mustBeReachable && !reachable },
      "/requester/phone",
    ),
    ...validateValue(email, requestInputRules.requesterEmail, "/requester/email"),
  ];
}

function validateAttachments(
  kind: RequestKindDescriptor,
  ids: readonly string[],
  most: number,
): InputError[] {
  if (ids.length === 0) return [];
  if (!kind.attachmentsAllowed) return [{ pointer: "/attachmentIds", code: "not-allowed" }];
  return ids.length > most ? [{ pointer: "/attachmentIds", code: "too-many", params: { limit: most } }] : [];
}
