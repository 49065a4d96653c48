import type { Customer, CustomerInput, CustomerPatch, QueryOf, RevealInput } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Change } from "../core/update.js";
import type { Query, RequestOptions } from "../types.js";

/** Persons, households, organizations and groups. */
export const customers = (api: Api) => ({
  get: (id: string, options?: RequestOptions) => api.get("getCustomer", path`/v1/customers/${id}`, options),

  list: (query?: Query<QueryOf<"listCustomers">>, options?: RequestOptions) =>
    api.list("listCustomers", path`/v1/customers`, query, options),

  create: (input: CustomerInput, options?: RequestOptions) =>
    api.post("createCustomer", path`/v1/customers`, input, options),

  update: (id: string, patch: Change<Customer, CustomerPatch>, options?: RequestOptions) =>
    api.patch("getCustomer", "updateCustomer", path`/v1/customers/${id}`, patch, options),

  /** One read for the head of a customer's page. */
  summary: (id: string, options?: RequestOptions) =>
    api.get("getCustomerSummary", path`/v1/customers/${id}/summary`, options),

  /** The contact point in full; leaves an audit entry with the reason. */
  revealContactPoint: (id: string, contactPointId: string, input: RevealInput, options?: RequestOptions) =>
    api.post(
      "revealContactPoint",
      path`/v1/customers/${id}/contact-points/${contactPointId}/reveal`,
      input,
      options,
    ),
});
