import { operationRule, requiresHeader } from "./operation-rule.ts";

/** A POST repeated with its key has one effect, and says so to generators. */
export const idempotentPosts = operationRule((view) => {
  if (view.method !== "post") return [];
  return [
    ...(requiresHeader(view, "Idempotency-Key") ? [] : ["A POST requires the header `Idempotency-Key`."]),
    ...(view.operation["x-idempotent"] === true ? [] : ["A POST is marked `x-idempotent: true`."]),
  ];
});
