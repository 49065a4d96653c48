import { type OperationId, operations, type RequestKindDescriptor } from "@portico/contract";
import { isStaff, type Principal, principalKey } from "../auth/principal.js";
import { unauthenticated } from "../auth/tokens.js";
import { ProblemError } from "../problem.js";
import type { AttachmentRecord, EntryRecord, ServiceRequestRecord } from "../records.js";
import type { RowScope } from "../store.js";

/** Reads contact data of others in full. */
export const revealScope = "pii.reveal";

/** Refuses an operation that the contract does not give to this kind of principal. */
export function authorize(principal: Principal, operationId: OperationId): void {
  if (operations[operationId].principals.some((kind) => kind === principal.kind)) return;
  if (principal.kind === "guest") throw unauthenticated("Sign in to do this.");
  throw new ProblemError("forbidden", { detail: `A ${principal.kind} may not call ${operationId}.` });
}

/**
 * Which rows a principal may see. A report of misconduct is for managers, but never for those of the unit it is
 * about, for services, and for the customer who signed it.
 */
export function scopeOf({ kind, customerId, unitId }: Principal): RowScope {
  switch (kind) {
    case "customer":
      return { audience: "customer", misconduct: "all", ...(customerId === undefined ? {} : { customerId }) };
    case "agent":
      return { audience: "staff", misconduct: "none" };
    case "manager":
      return { audience: "staff", misconduct: unitId === undefined ? "all" : { exceptUnitId: unitId } };
    case "service":
      return { audience: "staff", misconduct: "all" };
    default:
      return { audience: "public", misconduct: "none" };
  }
}

/** Whether contact data may be read in full: one's own, or with the scope for it. */
export const mayReveal = (principal: Principal, customerId: string): boolean =>
  principal.customerId === customerId || (isStaff(principal) && principal.scopes.includes(revealScope));

/** Whether a kind of request is open to this caller. */
export const maySubmit = (principal: Principal, kind: RequestKindDescriptor): boolean =>
  principal.kind !== "guest" || kind.guestAllowed;

/** What only some may say of a new request. */
export const mayPrioritise = isStaff;
export const mayLinkSystems = ({ kind }: Principal): boolean => kind === "service";

/** Whether the caller sent the file in and nothing has taken it up. */
export const mayTakeUp = (principal: Principal, file: AttachmentRecord): boolean =>
  file.serviceRequestId === null && file.uploader === uploaderOf(principal);

/** Whether the caller sees a file: it is their own, or what took it up is visible to them. */
export function maySeeFile(
  principal: Principal,
  file: AttachmentRecord,
  { request, entry }: { request: ServiceRequestRecord | null; entry: EntryRecord | null },
): boolean {
  if (file.serviceRequestId === null)
    return principal.kind !== "guest" && file.uploader === uploaderOf(principal);
  if (request === null) return false;
  return file.entryId === null || isStaff(principal) || entry?.visibility === "public";
}

/** How the sender of a file is kept; nothing of a guest. */
export const uploaderOf = (principal: Principal): string | null =>
  principal.kind === "guest" ? null : principalKey(principal);
