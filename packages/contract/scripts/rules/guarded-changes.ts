import { operationRule, requiresHeader } from "./operation-rule.ts";

/** Nobody overwrites or deletes a state they have not read. */
export const guardedChanges = operationRule((view) =>
  ["patch", "put", "delete"].includes(view.method) && !requiresHeader(view, "If-Match")
    ? ["A change or deletion requires the header `If-Match`."]
    : [],
);
