import { changes } from "./changes/changes.js";
import { Api } from "./core/api.js";
import { Transport, transports } from "./core/transport.js";
import { essentials } from "./essentials.js";
import { accountTeam } from "./resources/account-team.js";
import { assessments } from "./resources/assessments.js";
import { attachments } from "./resources/attachments.js";
import { capabilities } from "./resources/capabilities.js";
import { codeLists } from "./resources/code-lists.js";
import { contacts } from "./resources/contacts.js";
import { customers } from "./resources/customers.js";
import { interactions } from "./resources/interactions.js";
import { me } from "./resources/me.js";
import { ratings } from "./resources/ratings.js";
import { satisfactionIndices } from "./resources/satisfaction-indices.js";
import { serviceRequests } from "./resources/service-requests.js";
import type { ClientOptions } from "./types.js";

/** A client of one backend for one person at a time, with every resource. Nothing is sent before the first call. */
export function createClient(options: ClientOptions) {
  const api = new Api(new Transport(options));
  const client = {
    accountTeam: accountTeam(api),
    assessments: assessments(api),
    attachments: attachments(api),
    capabilities: capabilities(api),
    changes: changes(api),
    codeLists: codeLists(api),
    contacts: contacts(api),
    customers: customers(api),
    interactions: interactions(api),
    me: me(api),
    ratings: ratings(api),
    satisfactionIndices: satisfactionIndices(api),
    serviceRequests: serviceRequests(api),
    ...essentials(api),
  };
  transports.set(client, api.transport);
  return client;
}

export type CrmClient = ReturnType<typeof createClient>;
