import type { Change } from "@portico/contract";
import type { CrmClient } from "@portico/sdk";
import type { Thread } from "./writer.ts";

/** What the backend holds after the run, read without the bad line. */
export interface Truth {
  readonly changes: readonly Change[];
  /** How often each mark is found in the records. */
  readonly marks: ReadonlyMap<string, number>;
  /** When each request was last changed, by customer and id. */
  readonly requestsOf: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export async function readTruth(crm: CrmClient, since: string, threads: readonly Thread[]): Promise<Truth> {
  const marks = new Map<string, number>();
  const find = (text = "") => {
    for (const mark of text.match(/\bw\d{7}\b/g) ?? []) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  };
  const requestsOf = new Map<string, Map<string, string>>();
  for (const { customerId, requestId } of threads) {
    const requests = new Map<string, string>();
    requestsOf.set(customerId, requests);
    for await (const { subject } of crm.interactions.list({ customerId, limit: 100 })) find(subject);
    for await (const request of crm.serviceRequests.list({ customerId, limit: 100 })) {
      requests.set(request.id, request.updatedAt);
      find(request.title);
      find(request.description);
    }
    for await (const entry of crm.serviceRequests.entries.list(requestId, { limit: 100 })) find(entry.text);
  }
  return { changes: await changesSince(crm, since), marks, requestsOf };
}

async function changesSince(crm: CrmClient, since: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after = since, more = true; more; ) {
    const { data, page } = await crm.changes.list({ after, limit: 100 });
    changes.push(...data);
    after = page.nextCursor;
    more = page.hasMore;
  }
  return changes;
}
