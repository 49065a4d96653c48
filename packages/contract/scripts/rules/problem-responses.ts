import { operationRule } from "./operation-rule.ts";

/** Every failure has the same shape: the default response is a problem. */
export const problemResponses = operationRule(({ operation, resolve }) =>
  resolve(operation.responses?.default)?.content?.["application/problem+json"] === undefined
    ? ["The `default` response is `application/problem+json`."]
    : [],
);
