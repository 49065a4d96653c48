import type {
  AssignmentInput,
  EntryInput,
  QueryOf,
  ServiceRequest,
  ServiceRequestInput,
  ServiceRequestPatch,
  TransitionInput,
  UrgeInput,
} from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Change } from "../core/update.js";
import type { Query, RequestOptions } from "../types.js";

export interface Reason {
  /** Shown to the other side. */
  reason: string;
}

/** What customers ask for, followed to its end. */
export const serviceRequests = (api: Api) => {
  const transition = (id: string, input: TransitionInput, options?: RequestOptions) =>
    api.post("transitionServiceRequest", path`/v1/service-requests/${id}/transitions`, input, options);

  return {
    get: (id: string, options?: RequestOptions) =>
      api.get("getServiceRequest", path`/v1/service-requests/${id}`, options),

    list: (query?: Query<QueryOf<"listServiceRequests">>, options?: RequestOptions) =>
      api.list("listServiceRequests", path`/v1/service-requests`, query, options),

    create: (input: ServiceRequestInput, options?: RequestOptions) =>
      api.post("createServiceRequest", path`/v1/service-requests`, input, options),

    update: (id: string, patch: Change<ServiceRequest, ServiceRequestPatch>, options?: RequestOptions) =>
      api.patch(
        "getServiceRequest",
        "updateServiceRequest",
        path`/v1/service-requests/${id}`,
        patch,
        options,
      ),

    /** Reminds the handler; not before `urgeAllowedAt`. */
    urge: (id: string, input: UrgeInput = {}, options?: RequestOptions) =>
      api.post("urgeServiceRequest", path`/v1/service-requests/${id}/urges`, input, options),

    /** Moves the request to one of its `allowedTransitions`. */
    transition,

    /** Takes the request back. */
    withdraw: (id: string, { reason }: Reason, options?: RequestOptions) =>
      transition(id, { to: "cancelled", reason }, options),

    /** Asks for work to go on after it was declared done. */
    reopen: (id: string, { reason }: Reason, options?: RequestOptions) =>
      transition(id, { to: "inProgress", reason }, options),

    assign: (id: string, input: AssignmentInput, options?: RequestOptions) =>
      api.post("assignServiceRequest", path`/v1/service-requests/${id}/assignments`, input, options),

    /** The log of a request: added to, never changed. */
    entries: {
      list: (id: string, query?: Query<QueryOf<"listEntries">>, options?: RequestOptions) =>
        api.list("listEntries", path`/v1/service-requests/${id}/entries`, query, options),

      create: (id: string, input: EntryInput, options?: RequestOptions) =>
        api.post("createEntry", path`/v1/service-requests/${id}/entries`, input, options),
    },
  };
};
