import type { OperationId } from "@portico/contract";
import { type Api, json } from "./core/api.js";
import type { Method } from "./core/transport.js";
import { capabilities } from "./resources/capabilities.js";
import type { AuthState, RequestOptions } from "./types.js";

export interface RawOptions extends RequestOptions {
  query?: Record<string, unknown> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** What a client has whichever resources it takes. */
export const essentials = (api: Api) => ({
  /** Whether the backend lists an operation. Asks once for each principal. */
  async supports(operation: OperationId, options?: RequestOptions): Promise<boolean> {
    if (!api.transport.capabilities) await capabilities(api).get(options);
    return api.transport.supports(operation) ?? false;
  },

  /** A call the contract does not know, with the same authentication, retries and errors. */
  raw<T = unknown>(method: Method, address: `/${string}`, { query, body, ...options }: RawOptions = {}) {
    return api.call<T>(
      {
        operation: "raw",
        method,
        path: { url: address, template: "raw", valid: true },
        query,
        ...(body !== undefined && json(body, method)),
      },
      options,
    );
  },

  /** Forgets token, caches and capabilities and aborts the reads under way. The next call asks the provider again. */
  signOut: () => api.transport.signOut(),

  /** Tells when the principal changes, is signed out, lost or recovered. Returns a function that ends it. */
  onAuthChange: (listener: (state: AuthState) => void) => api.transport.auth.onChange(listener),
});
