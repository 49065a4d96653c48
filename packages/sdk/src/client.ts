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
  const transport = new Transport(options);
  const api = new Api(transport);
  const client = {
    capabilities: capabilities(api),
    me: me(api),
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
    ...essentials(api),
  };
  transports.set(client, transport);
  return client;
}

export type CrmClient = ReturnType<typeof createClient>;
