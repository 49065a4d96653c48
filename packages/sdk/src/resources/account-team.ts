import type { QueryOf, TeamMemberInput } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

const memberPath = (customerId: string, memberId: string) =>
  path`/v1/customers/${customerId}/account-team/${memberId}`;

/** Who looks after a customer. */
export const accountTeam = (api: Api) => ({
  list: (customerId: string, query?: Query<QueryOf<"listAccountTeam">>, options?: RequestOptions) =>
    api.list("listAccountTeam", path`/v1/customers/${customerId}/account-team`, query, options),

  get: (customerId: string, memberId: string, options?: RequestOptions) =>
    api.get("getTeamMember", memberPath(customerId, memberId), options),

  add: (customerId: string, input: TeamMemberInput, options?: RequestOptions) =>
    api.post("addTeamMember", path`/v1/customers/${customerId}/account-team`, input, options),

  remove: (customerId: string, memberId: string, options?: RequestOptions) =>
    api.delete("getTeamMember", "removeTeamMember", memberPath(customerId, memberId), options),
});
