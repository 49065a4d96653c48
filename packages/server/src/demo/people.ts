import { industries, overallIndex } from "./industries/index.js";
import type { Industry } from "./matter.js";

/** Whom a portal's demo can sign in, and what it can show at once. */
export interface DemoPeople {
  customers: { id: string; displayName: string; kind: string }[];
  staff: { id: string; name: string; principal: "agent" | "manager"; unitId: string }[];
  indices: { id: string; code: string; labels: Record<string, string> }[];
  /** Requests of those customers, the newest of the first customer first. */
  requests: { id: string; customerId: string }[];
}

export const isDemoIndustry = (name: string): name is Industry => name in industries;

/** The demo's people with their fixed ids, managers before agents; the same before and after the data is there. */
export function demoPeople(name: Industry): DemoPeople {
  const { personas, staff, indices } = industries[name];
  return {
    customers: personas.map(({ id, name, kind }) => ({ id, displayName: name, kind })),
    staff: staff.map(({ id, zh, role, unitId }) => ({ id, name: zh, principal: role, unitId })),
    indices: [...indices, overallIndex].map(({ id, labels }) => ({
      id,
      code: id.replace("demo-", ""),
      labels,
    })),
    requests: personas.flatMap(({ id: customerId, requests }) =>
      requests.map(({ id }) => ({ id, customerId })),
    ),
  };
}
