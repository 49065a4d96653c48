import type { PrincipalKind } from "@portico/contract";

/** Who calls. */
export interface Principal {
  kind: PrincipalKind;
  /** Id of the person or system; for a customer without one, the customer's. */
  id: string;
  name?: string;
  /** Whose records a customer's token opens. */
  customerId?: string;
  /** The unit an agent or a manager belongs to. */
  unitId?: string;
  /** What the caller holds beyond the principal's own rights. */
  scopes: string[];
  expiresAt?: Date;
}

export const guest: Principal = { kind: "guest", id: "guest", scopes: [] };

/** Whether the caller acts for the provider. */
export const isStaff = ({ kind }: Principal): boolean =>
  kind === "agent" || kind === "manager" || kind === "service";

/** `customer:0198…:anna`: who uploaded a file, whose key it is. Encoded, so that no two callers share one. */
export const principalKey = ({ kind, id, customerId }: Principal): string =>
  [kind, ...(kind === "customer" ? [customerId ?? ""] : []), id].map(encodeURIComponent).join(":");
