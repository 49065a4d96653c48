import type { OperationId } from "@portico/contract";
import { changes } from "./changes/changes.js";
import { Api } from "./core/api.js";
import { path } from "./core/path.js";
import { type Method, Transport } from "./core/transport.js";
import { accountTeam } from "./resources/account-team.js";
import { assessments } from "./resources/assessments.js";
import { attachments } from "./resources/attachments.js";
import { capabilities } from "./resources/capabilities.js";
import { codeLists } from "./resources/code-lists.js";
import { contacts } from "./resources/contacts.js";
import { customers } from "./resources/customers.js";
import { interactions } from "./resources/interactions.js";
import { ratings } from "./resources/ratings.js";
import { satisfactionIndices } from "./resources/satisfaction-indices.js";
import { serviceRequests } from "./resources/service-requests.js";
import type { AuthState, ClientOptions, RequestOptions } from "./types.js";

export interface RawOptions extends RequestOptions {
  query?: Record<string, unknown> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** A client of one backend for one person at a time. Nothing is sent before the first call. */
export function createClient(options: ClientOptions) {
  const transport = new Transport(options);
  const api = new Api(transport);
  const backend = capabilities(api);
  return {
    capabilities: backend,
    me: { get: (options?: RequestOptions) => api.get("getMe", path`/v1/me`, options) },
    customers: customers(api),
    contacts: contacts(api),
    interactions: interactions(api),
    serviceRequests: serviceRequests(api),
    attachments: attachments(api),
    codeLists: codeLists(api),
    changes: changes(api),
    assessments: assessments(api),
    accountTeam: accountTeam(api),
    ratings: ratings(api),
    satisfactionIndices: satisfactionIndices(api),

    /** Whether the backend lists an operation. Asks once for each principal. */
    async supports(operation: OperationId, options?: RequestOptions): Promise<boolean> {
      if (!transport.capabilities) await backend.get(options);
      return transport.supports(operation) ?? false;
    },

    /** A call the contract does not know, with the same authentication, retries and errors. */
    raw<T = unknown>(method: Method, address: `/${string}`, { query, body, ...options }: RawOptions = {}) {
      return api.call<T>(
        {
          operation: "raw",
          method,
          path: { url: address, template: "raw", valid: true },
          query,
          ...(body !== undefined && {
            body: JSON.stringify(body),
            headers: {
              "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json",
            },
          }),
        },
        options,
      );
    },

    /** Forgets token, caches and capabilities and aborts the reads under way. The next call asks the provider again. */
    signOut: () => transport.signOut(),

    /** Tells when the principal changes, is signed out or lost. Returns a function that ends it. */
    onAuthChange: (listener: (state: AuthState) => void) => transport.auth.onChange(listener),
  };
}

export type CrmClient = ReturnType<typeof createClient>;
