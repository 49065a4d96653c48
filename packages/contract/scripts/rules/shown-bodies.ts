import type { Content } from "../../src/openapi.ts";
import { operationRule, successContent } from "./operation-rule.ts";

/** What is sent and what is answered is shown, so that nobody has to imagine a body. */
export const shownBodies = operationRule((view) => [
  ...(unshown(view.operation.requestBody?.content ?? {}) ? ["The JSON request body has no `examples`."] : []),
  ...(unshown(successContent(view)) ? ["The JSON success response has no `examples`."] : []),
]);

const unshown = (content: Content): boolean =>
  Object.entries(content).some(
    ([mediaType, { examples = {} }]) => mediaType.endsWith("json") && Object.keys(examples).length === 0,
  );
