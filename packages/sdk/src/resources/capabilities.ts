import type { Capabilities } from "@portico/contract";
import type { Api } from "../core/api.js";
import { Call } from "../core/call.js";
import { path } from "../core/path.js";
import type { RequestOptions } from "../types.js";

/** What the backend can do. Once read, operations it does not list are refused without a request. */
export const capabilities = (api: Api) => ({
  get: (options?: RequestOptions) => new Call<Capabilities>(read(api, options)),
});

async function read({ transport }: Api, options?: RequestOptions) {
  const answer = await transport.call<Capabilities>(
    { operation: "getCapabilities", method: "GET", path: path`/v1/capabilities` },
    options,
  );
  transport.capabilities = answer.data;
  return answer;
}
