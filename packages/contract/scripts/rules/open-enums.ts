import type { Oas3Rule } from "@redocly/openapi-core";
import type { Schema } from "../../src/openapi.ts";

/** A new value must not break an old client: a closed set of values is a decision, and is marked as one. */
export const openEnums: Oas3Rule = () => ({
  Schema(node, { report, location }) {
    const schema = node as Schema;
    if (schema.enum !== undefined && schema["x-closed-enum"] !== true) {
      report({
        message: "Use `x-extensible-enum`, or mark the set `x-closed-enum: true`.",
        location: location.child(["enum"]).key(),
      });
    }
  },
});
