import type { CrmClient } from "@portico/sdk";

/**
 * What each operation answers, by its path on the client, as in `serviceRequests.entries.list`: a value, or a function
 * of the call's arguments that returns, throws or never settles.
 */
export type Answers = Readonly<Record<string, unknown>>;

interface Branch {
  [name: string]: Branch | ((...args: never[]) => Promise<unknown>);
}

/** A client shaped as the SDK's, with the operations that have an answer and no network behind it. */
export function scriptedClient(answers: Answers): CrmClient {
  const client: Branch = {};
  for (const [path, answer] of Object.entries(answers)) {
    const names = path.split(".");
    const method = names.pop() ?? path;
    let branch = client;
    for (const name of names) {
      branch[name] ??= {};
      branch = branch[name] as Branch;
    }
    branch[method] = async (...args) => (typeof answer === "function" ? answer(...args) : answer);
  }
  return client as unknown as CrmClient;
}

/** The last page of a list. */
export function page<Item>(data: readonly Item[]) {
  return { data, nextCursor: null, total: data.length, next: async () => null };
}

/** What the SDK throws when the server answers with a problem. */
export function problem(status: number, code: string): Error {
  return Object.assign(new Error(code), { name: "ApiError", code, status, requestId: "req-7f3a91c2" });
}

/** What the SDK throws when no answer comes. */
export function noConnection(): Error {
  return Object.assign(new Error("No connection"), { name: "ConnectionError", code: "connection" });
}
