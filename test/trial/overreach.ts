import type { OperationId } from "@portico/contract";
import type { RowScope } from "@portico/server";
import { elevated } from "./tokens.ts";
import { type Layer, onCall } from "./wrap.ts";

/** What staff see, but no report of misconduct. */
export const forAll = (scope: RowScope): RowScope =>
  scope.audience === "customer" ? { audience: "staff", misconduct: "none" } : scope;

/** Carries an operation out for these callers as if the provider's own systems had asked. */
export function elevating(operation: OperationId, caller: "guest" | "customer"): Layer {
  return onCall({ operation, caller }, ({ request }, next) => next(elevated(request)));
}
