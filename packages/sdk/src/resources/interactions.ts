import type { InteractionInput, QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

/** Contacts with a customer through any channel. */
export const interactions = (api: Api) => ({
  get: (id: string, options?: RequestOptions) =>
    api.get("getInteraction", path`/v1/interactions/${id}`, options),

  list: (query?: Query<QueryOf<"listInteractions">>, options?: RequestOptions) =>
    api.list("listInteractions", path`/v1/interactions`, query, options),

  create: (input: InteractionInput, options?: RequestOptions) =>
    api.post("createInteraction", path`/v1/interactions`, input, options),
});
