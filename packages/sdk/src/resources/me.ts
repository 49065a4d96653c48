import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { RequestOptions } from "../types.js";

/** Who the caller is to the backend. */
export const me = (api: Api) => ({
  get: (options?: RequestOptions) => api.get("getMe", path`/v1/me`, options),
});
