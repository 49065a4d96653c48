import type { Oas3Rule } from "@redocly/openapi-core";
import { refName, type Schema } from "../../src/openapi.ts";

/** A rule that looks at every property of every schema and returns what is wrong with it. */
export function propertyRule(check: (name: string, property: Schema) => string[]): Oas3Rule {
  return () => ({
    SchemaProperties(properties, { report, location }) {
      for (const [name, property] of Object.entries(properties)) {
        const messages = check(name, property as Schema);
        for (const message of messages) report({ message, location: location.child([name]).key() });
      }
    },
  });
}

/** Whether the property refers to a schema of this name. */
export const refersTo = (property: Schema, name: string): boolean =>
  property.$ref !== undefined && refName(property.$ref) === name;
