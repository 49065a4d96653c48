import { Api } from "./core/api.js";
import { Transport, transports } from "./core/transport.js";
import { essentials } from "./essentials.js";
import type { ClientOptions } from "./types.js";

/**
 * What every resource is made of, without any: `serviceRequests(core)` adds one. `createClient` is the same with all of
 * them. Nothing is sent before the first call.
 */
export function createCore(options: ClientOptions) {
  const api = new Api(new Transport(options));
  const core = Object.assign(api, essentials(api));
  transports.set(core, api.transport);
  return core;
}

export type Core = ReturnType<typeof createCore>;
export { isApiError, isCrmError } from "./core/errors.js";
export { newIdempotencyKey } from "./core/idempotency.js";
export type { RawOptions } from "./essentials.js";
