import { operationRule } from "./operation-rule.ts";

const profiles = ["core", "relationship", "voice", "holdings", "loyalty", "outreach", "summary"];
const principals = ["guest", "customer", "agent", "manager", "service"];

/** An operation says what it is called, where it belongs and who may call it. */
export const operationIdentity = operationRule(({ operation }) => {
  const callers: string[] = operation["x-principals"] ?? [];
  return [
    ...(/^[a-z][a-zA-Z0-9]*$/.test(operation.operationId ?? "") ? [] : ["`operationId` is camelCase."]),
    ...(operation.tags?.length === 1 ? [] : ["An operation has one tag."]),
    ...(profiles.includes(operation["x-profile"] ?? "")
      ? []
      : [`\`x-profile\` is one of ${profiles.join(", ")}.`]),
    ...(callers.length > 0 && callers.every((caller) => principals.includes(caller))
      ? []
      : [`\`x-principals\` names some of ${principals.join(", ")}.`]),
  ];
});
