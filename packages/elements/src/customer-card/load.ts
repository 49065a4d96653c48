import type { CrmClient } from "../internal/client-context.js";
import { toCrmError } from "../internal/errors.js";
import type { CardValue } from "./customer-card.model.js";

/** The summary, or the customer alone from a backend or a client that has no summary. */
export async function loadCard(client: CrmClient, id: string, signal: AbortSignal): Promise<CardValue> {
  try {
    return await client.customers.summary(id, { signal });
  } catch (thrown) {
    if (!(thrown instanceof TypeError) && toCrmError(thrown).code !== "unsupported") throw thrown;
    return { customer: await client.customers.get(id, { signal }), isAlone: true };
  }
}
