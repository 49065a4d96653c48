import type { QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

/** Figures of satisfaction with their samples and series. */
export const satisfactionIndices = (api: Api) => ({
  get: (id: string, options?: RequestOptions) =>
    api.get("getSatisfactionIndex", path`/v1/satisfaction-indices/${id}`, options),

  list: (query?: Query<QueryOf<"listSatisfactionIndices">>, options?: RequestOptions) =>
    api.list("listSatisfactionIndices", path`/v1/satisfaction-indices`, query, options),
});
