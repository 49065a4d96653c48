import type { QueryOf, RatingInput } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

/** Single answers to how satisfied somebody was. */
export const ratings = (api: Api) => ({
  get: (id: string, options?: RequestOptions) => api.get("getRating", path`/v1/ratings/${id}`, options),

  list: (query?: Query<QueryOf<"listRatings">>, options?: RequestOptions) =>
    api.list("listRatings", path`/v1/ratings`, query, options),

  create: (input: RatingInput, options?: RequestOptions) =>
    api.post("createRating", path`/v1/ratings`, input, options),
});
