import type { AssessmentInput, QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

/** How a customer is graded. */
export const assessments = (api: Api) => ({
  list: (customerId: string, query?: Query<QueryOf<"listAssessments">>, options?: RequestOptions) =>
    api.list("listAssessments", path`/v1/customers/${customerId}/assessments`, query, options),

  create: (customerId: string, input: AssessmentInput, options?: RequestOptions) =>
    api.post("createAssessment", path`/v1/customers/${customerId}/assessments`, input, options),
});
