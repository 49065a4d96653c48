import { type CrmClient, createClient } from "@portico/sdk";
import { type Outbox, openOutbox } from "@portico/sdk/outbox";

/** What the page offers to the test. */
export interface OutboxPage {
  readonly crm: CrmClient;
  readonly outbox: Outbox;
}

const token = new URLSearchParams(location.search).get("token");
const crm = createClient({ baseUrl: location.origin, auth: () => token, retry: { limit: 0 } });
const outbox = await openOutbox(crm);
Object.assign(globalThis, { crm, outbox } satisfies OutboxPage);
