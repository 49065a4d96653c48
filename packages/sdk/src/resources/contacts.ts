import type { Contact, ContactInput, ContactPatch, QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Change } from "../core/update.js";
import type { Query, RequestOptions } from "../types.js";

/** People at a customer. */
export const contacts = (api: Api) => ({
  get: (id: string, options?: RequestOptions) => api.get("getContact", path`/v1/contacts/${id}`, options),

  list: (query?: Query<QueryOf<"listContacts">>, options?: RequestOptions) =>
    api.list("listContacts", path`/v1/contacts`, query, options),

  create: (input: ContactInput, options?: RequestOptions) =>
    api.post("createContact", path`/v1/contacts`, input, options),

  update: (id: string, patch: Change<Contact, ContactPatch>, options?: RequestOptions) =>
    api.patch("getContact", "updateContact", path`/v1/contacts/${id}`, patch, options),

  delete: (id: string, options?: RequestOptions) =>
    api.delete("getContact", "deleteContact", path`/v1/contacts/${id}`, options),
});
