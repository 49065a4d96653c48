import type { QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";

/** Words with their labels. */
export const codeLists = (api: Api) => ({
  get: (name: string, options?: RequestOptions) =>
    api.get("getCodeList", path`/v1/code-lists/${name}`, options),

  list: (query?: Query<QueryOf<"listCodeLists">>, options?: RequestOptions) =>
    api.list("listCodeLists", path`/v1/code-lists`, query, options),
});
