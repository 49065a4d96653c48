import type { OperationId } from "@portico/contract";
import * as schemas from "@portico/contract/schemas";
import { type ContractIssue, ContractViolationError } from "./core/errors.js";
import type { Validate } from "./types.js";

interface Schema {
  safeParse(payload: unknown): { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/** What each operation answers with. Those without a JSON body are absent. */
const schemaOf: Partial<Record<string, Schema>> = {
  getCapabilities: schemas.Capabilities,
  getMe: schemas.Me,
  listCustomers: schemas.CustomerList,
  createCustomer: schemas.Customer,
  getCustomer: schemas.Customer,
  updateCustomer: schemas.Customer,
  getCustomerSummary: schemas.CustomerSummary,
  revealContactPoint: schemas.RevealedContactPoint,
  listAssessments: schemas.AssessmentList,
  createAssessment: schemas.Assessment,
  listAccountTeam: schemas.TeamMemberList,
  addTeamMember: schemas.TeamMember,
  getTeamMember: schemas.TeamMember,
  listContacts: schemas.ContactList,
  createContact: schemas.Contact,
  getContact: schemas.Contact,
  updateContact: schemas.Contact,
  listInteractions: schemas.InteractionList,
  createInteraction: schemas.Interaction,
  getInteraction: schemas.Interaction,
  listServiceRequests: schemas.ServiceRequestList,
  createServiceRequest: schemas.ServiceRequest,
  getServiceRequest: schemas.ServiceRequest,
  updateServiceRequest: schemas.ServiceRequest,
  transitionServiceRequest: schemas.ServiceRequest,
  urgeServiceRequest: schemas.ServiceRequest,
  assignServiceRequest: schemas.ServiceRequest,
  listEntries: schemas.EntryList,
  createEntry: schemas.Entry,
  uploadAttachment: schemas.Attachment,
  getAttachment: schemas.Attachment,
  listCodeLists: schemas.CodeLists,
  getCodeList: schemas.CodeList,
  listChanges: schemas.ChangePage,
  listRatings: schemas.RatingList,
  createRating: schemas.Rating,
  getRating: schemas.Rating,
  listSatisfactionIndices: schemas.SatisfactionIndexList,
  getSatisfactionIndex: schemas.SatisfactionIndex,
} satisfies Partial<Record<OperationId, Schema>>;

/**
 * A validator for `createClient({ validate })`. It never changes a payload: unknown members and unknown values of open
 * enums pass. `warn` hands what is wrong to `report`, `strict` throws it as a ContractViolationError.
 */
export function tolerant(
  mode: "warn" | "strict",
  report: (error: ContractViolationError) => void = (error) => console.warn(error.message, error.issues),
): Validate {
  return (operation, payload, requestId) => {
    const result = schemaOf[operation]?.safeParse(payload);
    if (!result?.error) return;
    const issues: ContractIssue[] = result.error.issues.map(({ path, message }) => ({
      pointer: path.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join(""),
      message,
    }));
    const error = new ContractViolationError(
      `The answer to ${operation} breaks the contract in ${issues.length} places, first at "${issues[0]?.pointer}".`,
      requestId,
      issues,
    );
    if (mode === "strict") throw error;
    report(error);
  };
}
