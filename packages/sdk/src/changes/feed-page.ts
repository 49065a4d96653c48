import type { ChangePage } from "@portico/contract";
import type { Api } from "../core/api.js";
import { ContractViolationError } from "../core/errors.js";
import { path } from "../core/path.js";

/** One read of the feed behind a cursor; an empty cursor means now. */
export async function readFeed(api: Api, after: string, signal: AbortSignal): Promise<ChangePage> {
  const answer = await api.call<Partial<ChangePage> | null>(
    {
      operation: "listChanges",
      method: "GET",
      path: path`/v1/changes`,
      query: { after: after || undefined },
    },
    { signal },
  );
  const { data, page } = answer ?? {};
  if (!Array.isArray(data) || !page) {
    throw new ContractViolationError("The answer is not a page of the feed; a proxy may have answered.");
  }
  return { data, page };
}
